/**
 * Kaplan–Meier product-limit estimate of how long something lasts, when for some we only know
 * that it has lasted *at least* so long (censored).
 *
 * Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations.
 * Journal of the American Statistical Association 53 (282), 457–481.
 */
export type Durations = {
  /** How long it took where it ended; any unit, the same in both lists. */
  ended: ArrayLike<number>
  /** How long it has lasted where it has not ended yet. */
  censored: ArrayLike<number>
}

/**
 * One point of the survival curve: from `time` on, the share that has not ended is `surviving`;
 * `atRisk` were watched until then.
 */
export type Step = { time: number; surviving: number; atRisk: number }

/** The survival curve step by step, by rising time; none when nothing has ended. */
export function* survivalCurve({ ended, censored }: Durations): Generator<Step> {
  const ends = Float64Array.from(ended).sort()
  const cuts = Float64Array.from(censored).sort()
  let surviving = 1
  let cut = 0
  for (let i = 0; i < ends.length;) {
    const time = ends[i]!
    // Who is censored at the very moment of an end was still at risk then.
    while (cut < cuts.length && cuts[cut]! < time) cut += 1
    const atRisk = ends.length - i + cuts.length - cut
    let next = i
    while (next < ends.length && ends[next] === time) next += 1
    surviving *= 1 - (next - i) / atRisk
    yield { time, surviving, atRisk }
    i = next
  }
}

/** The share estimated to have ended by `time`, 0…1; null when nothing was observed at all. */
export function endedBy(durations: Durations, time: number): number | null {
  if (durations.ended.length + durations.censored.length === 0) return null
  return 1 - (lastStepBy(durations, time)?.surviving ?? 1)
}

/**
 * How many the estimate of `endedBy` rests on: at risk when it last moved, and watched for at least
 * half of `time`. Few make it jump, and what was hardly watched yet says nothing.
 */
export function atRiskBy(durations: Durations, time: number): number {
  const isWatched = (duration: number) => duration >= time / 2
  const watched = [durations.ended, durations.censored]
    .map((list) => Array.from(list).filter(isWatched).length)
    .reduce((sum, count) => sum + count)
  return Math.min(watched, lastStepBy(durations, time)?.atRisk ?? watched)
}

function lastStepBy(durations: Durations, time: number): Step | undefined {
  let last: Step | undefined
  for (const step of survivalCurve(durations)) {
    if (step.time > time) break
    last = step
  }
  return last
}

/**
 * For each share, by rising size, the shortest time by which at least so many have ended; null when
 * the curve does not get there (too many are still open).
 */
export function quantiles(durations: Durations, shares: readonly number[]): (number | null)[] {
  const found: (number | null)[] = []
  for (const { time, surviving } of survivalCurve(durations)) {
    while (found.length < shares.length && hasEnded(shares[found.length]!, surviving)) {
      found.push(time)
    }
    if (found.length === shares.length) break
  }
  return shares.map((_, index) => found[index] ?? null)
}

/** A product of fractions lands a hair beside the share it should meet exactly. */
function hasEnded(share: number, surviving: number): boolean {
  return surviving <= 1 - share + 1e-12
}
