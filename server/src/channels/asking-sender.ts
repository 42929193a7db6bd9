import { isOwnAddress } from './judge-mail.ts'
import type { ReadMail } from './parse-mail.ts'
import type { OurAddresses } from './support-address.ts'

/** Addresses that forms, shops and other programs send with. */
const programs =
  /^(?:no|do-?not|dont)[-_.]?reply|^(?:nicht|keine)[-_.]?antwort|^ne-?pas-?repondre|^no-?responder|^(?:web-?)?forms?@|^contact-?form@|^web-?site@|^wordpress@|^(?:www|web|apache|nobody|httpd)[-\w]*@|^mailer@|^notifications?@/i

/**
 * Who asks: the one in the From; where a form or a group has put its own address there, the one in
 * the Reply-To. A person's own Reply-To does not make them somebody else.
 */
export function askingSender(
  { from, replyTo }: Pick<ReadMail, 'from' | 'replyTo'>,
  support: OurAddresses,
): ReadMail['from'] {
  if (!replyTo || isOwnAddress(replyTo.email, support)) return from
  const isProgram = !from || isOwnAddress(from.email, support) || programs.test(from.email)
  if (!isProgram) return from
  return { email: replyTo.email, name: replyTo.name ?? nameThrough(from?.name ?? null) }
}

/** “'Mara Lind' via Support”, as groups write who it was. */
function nameThrough(name: string | null): string | null {
  return /^'?(.{1,100}?)'? via .{1,100}$/.exec(name ?? '')?.[1] ?? null
}
