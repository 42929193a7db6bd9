import { present } from '@firstline/contract/present'

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
  /** How many lasted so long, entry by entry; one each where absent. */
  endedCounts?: ArrayLike<number> | undefined
  censoredCounts?: ArrayLike<number> | undefined
}

/**
 * One point of the survival curve: from `time` on, the share that has not ended is `surviving`;
 * `atRisk` were watched until then.
 */
export type Step = { time: number; surviving: number; atRisk: number }

/** Each time once, by rising time, with how many lasted so long. */
type Sorted = { times: Float64Array; counts: Float64Array; total: number }

/** The survival curve step by step, by rising time; none when nothing has ended. */
export function* survivalCurve(durations: Durations): Generator<Step> {
  const ends = sorted(durations.ended, durations.endedCounts)
  const cuts = sorted(durations.censored, durations.censoredCounts)
  let atRisk = ends.total + cuts.total
  let surviving = 1
  let cut = 0
  for (let index = 0; index < ends.times.length; index++) {
    const time = present(ends.times[index])
    // Who is censored at the very moment of an end was still at risk then.
    for (; cut < cuts.times.length && present(cuts.times[cut]) < time; cut++) {
      atRisk -= present(cuts.counts[cut])
    }
    const ended = present(ends.counts[index])
    surviving *= 1 - ended / atRisk
    yield { time, surviving, atRisk }
    atRisk -= ended
  }
}

function sorted(times: ArrayLike<number>, counts: ArrayLike<number> | undefined): Sorted {
  const byTime = new Map<number, number>()
  let total = 0
  for (let i = 0; i < times.length; i++) {
    const time = present(times[i])
    const count = counts ? present(counts[i]) : 1
    byTime.set(time, (byTime.get(time) ?? 0) + count)
    total += count
  }
  const distinct = Float64Array.from(byTime.keys()).sort()
  return { times: distinct, counts: distinct.map((time) => present(byTime.get(time))), total }
}

/**
 * The share estimated to have ended by `time`, 0…1, null when nothing was observed at all; and how
 * many that rests on: at risk when it last moved, and watched for at least half of `time`. Few make
 * it jump, and what was hardly watched yet says nothing.
 */
export function endedBy(
  durations: Durations,
  time: number,
): { share: number | null; atRisk: number } {
  const { ended, censored, endedCounts, censoredCounts } = durations
  if (ended.length + censored.length === 0) return { share: null, atRisk: 0 }
  const last = lastStepBy(durations, time)
  const watched =
    lastingAtLeast(time / 2, ended, endedCounts) +
    lastingAtLeast(time / 2, censored, censoredCounts)
  return { share: 1 - (last?.surviving ?? 1), atRisk: Math.min(watched, last?.atRisk ?? watched) }
}

function lastingAtLeast(
  time: number,
  durations: ArrayLike<number>,
  counts: ArrayLike<number> | undefined,
): number {
  let found = 0
  for (let i = 0; i < durations.length; i++) {
    if (present(durations[i]) >= time) found += counts?.[i] ?? 1
  }
  return found
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
    while (found.length < shares.length && hasEnded(present(shares[found.length]), surviving)) {
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
