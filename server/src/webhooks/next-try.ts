import { hours, later, minutes, seconds } from '#server/core/clock.ts'

/** After each try that failed, as Standard Webhooks suggests: ten tries within a good three days. */
const waits = [
  5 * seconds,
  5 * minutes,
  30 * minutes,
  2 * hours,
  5 * hours,
  10 * hours,
  14 * hours,
  20 * hours,
  24 * hours,
]
/** Whoever asks to be left alone for longer is asked again after a day all the same. */
const longestWait = 24 * hours

/**
 * @param chance spreads those that failed together, by a tenth of their wait
 * @returns null: it is given up
 */
export function nextTryAt(attempt: number, now: Date, chance: number): Date | null {
  const wait = waits[attempt - 1]
  return wait === undefined ? null : later(now, wait * (1 + chance / 10))
}

/** `Retry-After` in seconds or as a date (RFC 9110). @returns null where there is none to be read */
export function askedFor(retryAfter: string | undefined, now: Date): Date | null {
  const text = retryAfter?.trim() ?? ''
  const at = /^\d{1,9}$/.test(text) ? later(now, Number(text) * seconds) : new Date(text)
  if (text === '' || Number.isNaN(at.getTime()) || at <= now) return null
  return at < later(now, longestWait) ? at : later(now, longestWait)
}
