import type { Progress } from '#server/imports/history/load-file.ts'

export type Measured = Progress & {
  rowsPerSecond: number
  /** Of the whole import; null until it can be told. */
  secondsLeft: number | null
}

/**
 * Rates and time left, of the phase that is under way. Writing is taken to last as long as reading
 * until it is seen.
 * @param now milliseconds
 */
export function createMeter(now: () => number = Date.now): (progress: Progress) => Measured {
  let phase: Progress['phase'] | null = null
  let began = now()
  let first: Progress | null = null
  return (progress) => {
    if (progress.phase !== phase) {
      phase = progress.phase
      began = now()
      first = progress
    }
    const seconds = (now() - began) / 1000
    const rows = progress.rows - (first?.rows ?? 0)
    const share = progress.share - (first?.share ?? 0)
    const rowsPerSecond = seconds > 0 ? rows / seconds : 0
    const ofPhase = share > 0 && seconds >= 0.5 ? (seconds / share) * (1 - progress.share) : null
    const toCome = progress.phase === 'reading' && share > 0 ? seconds / share : 0
    return {
      ...progress,
      rowsPerSecond,
      secondsLeft: ofPhase === null ? null : Math.max(0, ofPhase + toCome),
    }
  }
}
