import type { Enclosure } from './read-words.ts'

/** What a mail program sends instead of words. */
export type Gesture = 'reaction' | 'accepted' | null

type Said = { subject: string; attachments: readonly Enclosure[] }

const reactionPart = /^text\/vnd\.google\.email-reaction\+json$/i
/** “Liv Sand reacted to your message”, as Outlook writes it in the languages it speaks. */
const reactedSubject =
  /\b(?:reacted to your message|hat auf ihre nachricht reagiert|reagierte auf ihre nachricht|a réagi à votre message|reaccionó a (?:su|tu) mensaje|ha reaccionado a (?:su|tu) mensaje|ha reagito al (?:tuo )?messaggio|reagiu (?:à|a) sua mensagem|reagiu à mensagem|heeft gereageerd op (?:uw|je) bericht|reagerade på ditt meddelande|har reageret på din (?:meddelelse|besked)|reagerte på meldingen din|reagoi viestiisi|zareagowała?\b.{0,20}wiadomość|zareagovala?\b.{0,20}zprávu|iletinize tepki verdi)|あなたのメッセージに(?:リアクション|反応)|отреагировала? на ваше сообщение|对你的邮件做出了反应/iu
const pleased = /[👍❤🎉🙏😊😀😃😄👏💯🙌✅🥳😍🤩💙💚👌🙂😁]/u
const longestGesture = 400

/**
 * A thumb up of Outlook or Gmail, or an invitation accepted. A mail that says more in words is none,
 * and neither is a thumb down: somebody is to read those.
 */
export function readGesture({ subject, attachments }: Said, text: string): Gesture {
  if (acceptsInvitation(attachments)) return saysMore(text) ? null : 'accepted'
  const isGmail = attachments.some(({ contentType }) => reactionPart.test(contentType))
  const isOutlook = reactedSubject.test(subject) && reactedSubject.test(text)
  if (!isGmail && !isOutlook) return null
  return text.length <= longestGesture && pleased.test(text) && !text.includes('?')
    ? 'reaction'
    : null
}

function acceptsInvitation(attachments: readonly Enclosure[]): boolean {
  return attachments.some(({ contentType, content }) => {
    if (contentType !== 'text/calendar') return false
    const lines = content
      .subarray(0, 64 * 1024)
      .toString()
      .replaceAll(/\r?\n[ \t]/g, '')
    const states = Array.from(lines.matchAll(/PARTSTAT=([A-Z-]+)/gi), ([, state]) => state)
    return (
      /^METHOD:REPLY\s*$/im.test(lines) &&
      states.length > 0 &&
      states.every((state) => state?.toUpperCase() === 'ACCEPTED') &&
      !/^COMMENT[;:]/im.test(lines)
    )
  })
}

/** Programs write a line like “Liv Sand has accepted this invitation”. */
function saysMore(text: string): boolean {
  return text.includes('?') || text.split('\n').filter((line) => line.trim() !== '').length > 12
}

const silent =
  /^(?:application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature|pgp-keys)|text\/(?:x-)?vcard|text\/directory|text\/vnd\.google\.email-reaction\+json|text\/calendar)$/i
const largestLogoBytes = 40_000

/** Something a person would open: not a logo in the signature, not a key or a card. */
export function hasEnclosure(attachments: readonly Enclosure[]): boolean {
  return attachments.some((one) => !silent.test(one.contentType) && !isLogo(one))
}

function isLogo({ contentType, cid, size, contentDisposition, related }: Enclosure): boolean {
  const isPlaced = related || contentDisposition === 'inline'
  return /^image\//i.test(contentType) && cid !== undefined && isPlaced && size <= largestLogoBytes
}
