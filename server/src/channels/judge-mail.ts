import { isForm } from './asking-sender.ts'
import type { Bounce } from './read-bounce.ts'
import { isOwnAddress } from './support-address.ts'
import type { OurAddresses } from './support-address.ts'

/** Headers, in lower case, by which machines give themselves away. */
export type HeaderFacts = {
  autoSubmitted: string | null
  precedence: string | null
  returnPath: string | null
  contentType: string | null
  reportType: string | null
  /** A header that only answering programs write. */
  isAutoReply: boolean
  /** `List-Post`, or a list's name with a way to write to it: people write there. */
  isPostedToList: boolean
  /** Sent to many, with a way to be rid of it, and nobody can answer there. */
  isNewsletter: boolean
  loop: string | null
}

type Judged = {
  headers: HeaderFacts
  from: { email: string } | null
  /** Where an answer goes, when that is not who sent it. */
  replyTo?: { email: string } | null
  /** MAIL FROM; '' is the null sender of bounces, null is not known. */
  envelopeFrom: string | null
  bounce: Pick<Bounce, 'isReport' | 'saysSo' | 'isNamed'>
  attachments?: readonly { type: string }[]
}

export type Verdict = 'person' | 'loop' | 'bounce' | 'automatic' | 'own'

/**
 * Whether a person wrote it. Mail of machines opens no ticket and gets no answer, as RFC 3834 asks:
 * two robots that answer each other never stop. Where there is doubt a person did: headers of lists
 * and headers that ask not to be answered automatically say nothing about who wrote.
 */
export function judgeMail(judged: Judged, support: OurAddresses, loopMark: string): Verdict {
  const { headers, from, replyTo } = judged
  if (headers.loop === loopMark) return 'loop'
  if (isBounce(judged)) return 'bounce'
  if (isAutomatic(judged) && !passesOn(judged, support)) return 'automatic'
  // most contact forms write with our own address; who asks is in the Reply-To
  const isOwn = isOwnAddress(from?.email, support)
  const asks = replyTo && !isOwnAddress(replyTo.email, support)
  return isOwn && !asks ? 'own' : 'person'
}

/**
 * A report of delivery is one, whatever else its headers say: Postfix and Exchange call theirs
 * “auto-replied”. Without a report it needs the words of a mail server and the sender of one:
 * postmaster@ is a person in small companies, who may write about the codes of a server.
 */
function isBounce({ headers, from, envelopeFrom, bounce }: Judged): boolean {
  if (bounce.isReport) return true
  const isNullSender = envelopeFrom === '' || headers.returnPath === '<>'
  const isDaemon =
    from === null ||
    (bounce.isNamed && /^postmaster@/i.test(from.email)) ||
    /^(?:mailer-daemon|mail-daemon|mdaemon|bounces?|mail\.daemon)@/i.test(from.email)
  return bounce.saysSo && (isNullSender || isDaemon)
}

/**
 * Sites call the mail of their forms generated, and send it without an envelope sender; calendars call
 * an invitation so that a person made.
 */
function passesOn(judged: Judged, support: OurAddresses): boolean {
  const { headers, from, replyTo, attachments = [] } = judged
  const { autoSubmitted, precedence, contentType, isAutoReply, isNewsletter } = headers
  const answers = isAutoReply || (autoSubmitted ?? '').startsWith('auto-replied')
  if (answers || isNewsletter || contentType === 'multipart/report') return false
  if (/^(?:junk|auto_reply)$/.test(precedence ?? '')) return false
  const isInvitation = attachments.some(({ type }) => type === 'text/calendar')
  return isInvitation || isForm({ from, replyTo: replyTo ?? null }, support)
}

/** It says itself that a program wrote it, and answers nobody. */
export function isGenerated({
  headers,
  envelopeFrom,
}: Pick<Judged, 'headers' | 'envelopeFrom'>): boolean {
  const said = (headers.autoSubmitted ?? '').startsWith('auto-generated')
  return said || envelopeFrom === '' || headers.returnPath === '<>'
}

function isAutomatic({ headers, envelopeFrom }: Judged): boolean {
  const { autoSubmitted, precedence, contentType, returnPath } = headers
  if (autoSubmitted !== null && !autoSubmitted.startsWith('no')) return true
  if (/^(?:junk|auto_reply)$/.test(precedence ?? '')) return true
  if (headers.isAutoReply || contentType === 'multipart/report') return true
  // forms and scripts often send without an envelope sender of their own, people never do
  if (envelopeFrom === '' || returnPath === '<>') return true
  return headers.isNewsletter && !headers.isPostedToList
}
