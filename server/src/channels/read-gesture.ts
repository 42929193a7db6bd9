import { isCourtesy, isEmptyAnswer } from '#server/tickets/courtesy/is-courtesy.ts'
import { tokensOf } from '#server/tickets/courtesy/fold.ts'
import { isTroubled } from '#server/tickets/courtesy/trouble-words.ts'
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
  const calendars = attachments.filter(({ contentType }) => contentType === 'text/calendar')
  if (acceptsInvitation(calendars)) return saysMore(text, calendars) ? null : 'accepted'
  const isGmail = attachments.some(({ contentType }) => reactionPart.test(contentType))
  const isOutlook = reactedSubject.test(subject) && reactedSubject.test(text)
  if (!isGmail && !isOutlook) return null
  return text.length <= longestGesture && pleased.test(text) && !text.includes('?')
    ? 'reaction'
    : null
}

function acceptsInvitation(calendars: readonly Enclosure[]): boolean {
  return calendars.some(({ content }) => {
    const lines = linesOf(content)
    const states = Array.from(lines.matchAll(/PARTSTAT=([A-Z-]+)/gi), ([, state]) => state)
    return (
      /^METHOD:REPLY\s*$/im.test(lines) &&
      states.length > 0 &&
      states.every((state) => state?.toUpperCase() === 'ACCEPTED') &&
      !/^COMMENT[;:]/im.test(lines)
    )
  })
}

function linesOf(calendar: Buffer): string {
  return calendar
    .subarray(0, 64 * 1024)
    .toString()
    .replaceAll(/\r?\n[ \t]/g, '')
    .replaceAll('\r\n', '\n')
}

const acceptedWords =
  /accept|zugesagt|angenommen|aceptad|aceptó|accettat|aceit|zaakceptow|przyję|přija|přijal|aksepter|hyväksy|kabul et|принял|прийня|承諾|接受|수락|elfogad|αποδέ|قبل/iu
const ofPrograms =
  /google calendar|google kalender|calendar\.google|receiving this|invitation from|when$|where$|who$|joining info|organi[sz]er|^[\p{P}\p{S}\s]+$/iu
const answersMore =
  /[?;]|\b(?:but|please|could|can|however|only|instead|aber|bitte|jedoch|nur|mais|merci de|pouvez|pero|por favor|puede|ma|però|puoi|mas|pode|maar|graag|alsjeblieft|ale|proszę|prosím|men|kan|mutta|voitko|ama|lütfen|но|пожалуйста|але)\b|けど|但/iu
const longestReply = 40
const longestLine = 160

/** Programs write lines like “Liv Sand has accepted this invitation”, its title, the day and the hour. */
function saysMore(text: string, calendars: readonly Enclosure[]): boolean {
  const titles = calendars.flatMap(({ content }) =>
    Array.from(linesOf(content).matchAll(/^SUMMARY(?:;[^:\n]*)?:(.+)$/gim), ([, title]) =>
      (title ?? '').trim().replaceAll('\\,', ','),
    ),
  )
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isMore = (line: string) => !isOfProgram(withoutTitle(line, titles))
  return lines.length > longestReply || lines.some(isMore)
}

function withoutTitle(line: string, titles: readonly string[]): string {
  return titles.reduce((rest, title) => (title ? rest.replace(title, '') : rest), line).trim()
}

function isOfProgram(line: string): boolean {
  if (line === '' || ofPrograms.test(line) || /^https?:\/\/\S+$/.test(line)) return true
  if (line.length > longestLine) return false
  if (acceptedWords.test(line)) return !answersMore.test(line) && !/[.!,]\s+\p{L}/u.test(line)
  if (isCourtesy(line)) return true
  return /\d/.test(line) && !isTroubled(tokensOf(line).map(({ word }) => word))
}

const silent =
  /^(?:application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature|pgp-keys)|text\/(?:x-)?vcard|text\/directory|text\/vnd\.google\.email-reaction\+json|text\/calendar)$/i
const largestLogoBytes = 40_000

/**
 * Something a person would open: not a logo in the signature, not a key or a card. A picture without
 * words is what its sender wants to say.
 */
export function hasEnclosure(attachments: readonly Enclosure[], text: string): boolean {
  const isWordless = isEmptyAnswer(text)
  return attachments.some((one) => !silent.test(one.contentType) && (isWordless || !isLogo(one)))
}

function isLogo({ contentType, cid, size, contentDisposition, related }: Enclosure): boolean {
  const isPlaced = related || contentDisposition === 'inline'
  return /^image\//i.test(contentType) && cid !== undefined && isPlaced && size <= largestLogoBytes
}
