/** Headers, in lower case, by which machines give themselves away. */
export type HeaderFacts = {
  autoSubmitted: string | null
  precedence: string | null
  returnPath: string | null
  contentType: string | null
  reportType: string | null
  isAutoReply: boolean
  loop: string | null
}

type Judged = {
  headers: HeaderFacts
  from: { email: string } | null
  /** MAIL FROM; '' is the null sender of bounces, null is not known. */
  envelopeFrom: string | null
}

export type Verdict = 'person' | 'loop' | 'bounce' | 'automatic'

/**
 * Whether a person wrote it. Mail of machines opens no ticket and gets no answer, as RFC 3834 asks:
 * two robots that answer each other never stop.
 */
export function judgeMail(
  { headers, from, envelopeFrom }: Judged,
  support: { address: string },
  loopMark: string,
): Verdict {
  if (headers.loop === loopMark || isOwnAddress(from?.email, support.address)) return 'loop'
  if (isBounce(headers, from?.email, envelopeFrom)) return 'bounce'
  return isAutomatic(headers) ? 'automatic' : 'person'
}

function isBounce(
  { returnPath, contentType, reportType, autoSubmitted }: HeaderFacts,
  from: string | undefined,
  envelopeFrom: string | null,
): boolean {
  const isNullSender = envelopeFrom === '' || returnPath === '<>'
  // out-of-office notices come from the null sender too
  if (isNullSender && autoSubmitted?.startsWith('auto-replied')) return false
  const isReport = contentType === 'multipart/report' && reportType !== 'disposition-notification'
  return isNullSender || isReport || /^(?:mailer-daemon|postmaster)@/i.test(from ?? '')
}

function isAutomatic({
  autoSubmitted,
  precedence,
  contentType,
  isAutoReply,
}: HeaderFacts): boolean {
  if (autoSubmitted !== null && autoSubmitted !== 'no') return true
  if (/^(?:bulk|junk|list|auto_reply)$/.test(precedence ?? '')) return true
  return isAutoReply || contentType === 'multipart/report'
}

function isOwnAddress(email: string | undefined, support: string): boolean {
  if (!email) return false
  const [local = '', domain] = email.toLowerCase().split('@')
  return `${local.split('+')[0]}@${domain}` === support.toLowerCase()
}
