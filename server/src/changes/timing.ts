import { hours, seconds } from '#server/core/clock.ts'

const suspiciousMs = 24 * hours

/** Where a change lies to the beginning of a problem. A change at that very moment counts as before. */
export function timingOf(at: Date, problemStartedAt: Date) {
  const gapMs = problemStartedAt.getTime() - at.getTime()
  return {
    at: at.toISOString(),
    isBeforeProblem: gapMs >= 0 && gapMs <= suspiciousMs,
    gapSeconds: Math.trunc(gapMs / seconds),
  }
}
