/**
 * Kaplan–Meier product-limit estimate of how long something lasts, when for some we only know
 * that it has lasted *at least* so long (censored).
 *
 * Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations.
 * Journal of the American Statistical Association 53 (282), 457–481.
 */
export type Durations = {
  /** How long it took where it ended; any unit, the same in both lists. */
  ended: readonly number[]
  /** How long it has lasted where it has not ended yet. */
  censored: readonly number[]
}

/**
 * One point of the survival curve: from `time` on, the share that has not ended is `surviving`;
 * `atRisk` were watched until then.
 */
export type Step = { time: number; surviving: number; atRisk: number }

/** The survival curve as its steps, by rising time; empty when nothing has ended. */
export function survivalCurve({ ended, censored }: Durations): Step[] {
  const ends = Float64Array.from(ended).sort()
  const cuts = Float64Array.from(censored).sort()
  const steps: Step[] = []
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
    steps.push({ time, surviving, atRisk })
    i = next
  }
  return steps
}

/** The share estimated to have ended by `time`, 0…1; null when nothing was observed at all. */
export function endedBy(durations: Durations, time: number): number | null {
  if (durations.ended.length + durations.censored.length === 0) return null
  const last = survivalCurve(durations).findLast((step) => step.time <= time)
  return 1 - (last?.surviving ?? 1)
}

/**
 * How many were at risk when the estimate of `endedBy` last moved (all, while it has not): few make
 * it jump.
 */
export function atRiskBy(durations: Durations, time: number): number {
  const last = survivalCurve(durations).findLast((step) => step.time <= time)
  return last?.atRisk ?? durations.ended.length + durations.censored.length
}

/**
 * The shortest time by which at least `share` have ended; null when the curve does not get there
 * (too many are still open).
 */
export function quantile(curve: readonly Step[], share: number): number | null {
  // A product of fractions lands a hair beside the share it should meet exactly.
  const enough = 1 - share + 1e-12
  return curve.find((step) => step.surviving <= enough)?.time ?? null
}
