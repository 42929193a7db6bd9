import type { Mailbox } from '@firstline/contract/common'
import { isOwnAddress } from './support-address.ts'
import type { OurAddresses } from './support-address.ts'

/** Addresses that forms, shops and other programs send with. */
const programs =
  /^(?:no|do-?not|dont)[-_.]?reply|^(?:nicht|keine)[-_.]?antwort|^ne-?pas-?repondre|^no-?responder|^(?:web-?)?forms?@|^contact-?form@|^web-?site@|^wordpress@|^(?:www|web|apache|nobody|httpd)[-\w]*@|^mailer@|^notifications?@/i

/**
 * Who asks: the one in the From; where a form or a group has put its own address there, the one in
 * the Reply-To. A person's own Reply-To does not make them somebody else.
 */
export function askingSender(
  { from, replyTo }: { from: Mailbox | null; replyTo: Mailbox | null },
  support: OurAddresses,
  isGenerated = false,
): Mailbox | null {
  if (!replyTo || isOwnAddress(replyTo.email, support)) return from
  if (isGenerated && isForm({ from, replyTo }, support)) return throughForm(from, replyTo)
  const isProgram = !from || isOwnAddress(from.email, support) || programs.test(from.email)
  if (!isProgram) return from
  return throughForm(from, replyTo)
}

function throughForm(from: Mailbox | null, replyTo: Mailbox): Mailbox {
  return { email: replyTo.email, name: replyTo.name ?? nameThrough(from?.name ?? null) }
}

type Written = { from: { email: string } | null; replyTo: { email: string } | null }

/** People use these, too; a mail that calls itself generated is then a form's. */
const roles =
  /^(?:info|kontakt|contact|contacto|contato|contatti|office|hello|hallo|shop|webshop|store|service|formular|formulaire|formulario|enquir\w*|inquir\w*|anfrage|web|site|sites?|cgi|php|root|admin|webadmin|webmaster|system)\b/i

/**
 * Of a mail that calls itself generated: a program wrote it for somebody with an address elsewhere. Of
 * its own domain, or of another program, nobody would wait for the answer.
 */
export function isForm({ from, replyTo }: Written, support: OurAddresses): boolean {
  if (!from || !replyTo || isOwnAddress(replyTo.email, support)) return false
  if (programs.test(replyTo.email) || machines.test(replyTo.email)) return false
  const isProgram =
    isOwnAddress(from.email, support) || programs.test(from.email) || roles.test(from.email)
  return isProgram && domainOf(from.email) !== domainOf(replyTo.email)
}

const machines = /^(?:reply|replies|bounces?|mailer-daemon|postmaster|feedback)\b/i
const domainOf = (email: string) => email.split('@').at(-1)

/** “'Mara Lind' via Support”, as groups write who it was. */
function nameThrough(name: string | null): string | null {
  return /^'?(.{1,100}?)'? via .{1,100}$/.exec(name ?? '')?.[1] ?? null
}
