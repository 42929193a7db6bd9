import type { Proportion, ScorecardWeek } from '@firstline/contract/scorecard'
import { few } from './few.ts'

/** One week of a chart. */
export type WeekPoint = {
  figure: TwoNumbers
  week: string
  /** Judged for good: the solid line. */
  rate: number | null
  band: [number, number] | null
  /** As much of it as the axis has room for. */
  drawnBand?: [number, number]
  /** Down and up from the rate: the interval of a week between gaps, where no band can be drawn. */
  whisker: [number, number] | null
  /** Not final yet: the dashed line, which begins at the last solid point. */
  tail: number | null
  isFew: boolean
  counts: Proportion | null
  /** The Kaplan–Meier figure of a week whose windows are still open. */
  estimate: number | null
  immature: number
}

export type TwoNumbers = 'l1' | 'reopen'

export function pointsOf(weeks: readonly ScorecardWeek[], figure: TwoNumbers): WeekPoint[] {
  const points: WeekPoint[] = weeks.map((week) =>
    figure === 'l1' ? l1Point(week) : reopenPoint(week),
  )
  const lastSolid = points.findLast(({ rate }) => rate !== null)
  const hasTail = points.some(({ tail }) => tail !== null)
  return points.map((point, at) => ({
    ...point,
    tail: point === lastSolid && hasTail ? point.rate : point.tail,
    whisker: isAlone(points, at) ? whiskerOf(point) : null,
  }))
}

/** A resolution of a young week can still be taken back, and then its ticket moves on. */
function l1Point({ week, l1, immature }: ScorecardWeek): WeekPoint {
  const isYoung = immature > 0
  const isFew = (l1?.of ?? 0) < few
  return {
    figure: 'l1',
    week,
    rate: isYoung ? null : (l1?.rate ?? null),
    band: isYoung ? null : bandOf(l1),
    tail: isYoung && !isFew ? (l1?.rate ?? null) : null,
    whisker: null,
    isFew,
    counts: l1,
    estimate: null,
    immature,
  }
}

function reopenPoint({
  week,
  reopen,
  immature,
  reopenEstimate,
  reopenAtRisk,
}: ScorecardWeek): WeekPoint {
  const isYoung = immature > 0
  const estimate = isYoung && (reopenAtRisk ?? 0) >= few ? reopenEstimate : null
  return {
    figure: 'reopen',
    week,
    rate: isYoung ? null : reopen.rate,
    band: isYoung ? null : bandOf(reopen),
    tail: estimate,
    whisker: null,
    isFew: isYoung ? estimate === null : reopen.of < few,
    counts: reopen,
    estimate,
    immature,
  }
}

/** What reaches beyond the axis ends there: an axis that is cut off would cut spots in half too. */
export function cutAt(points: readonly WeekPoint[], ceiling: number): WeekPoint[] {
  return points.map((point) => {
    const { rate, band, whisker } = point
    if (rate === null || band === null) return point
    return {
      ...point,
      drawnBand: [band[0], Math.min(band[1], ceiling)],
      whisker: whisker && [whisker[0], Math.min(whisker[1], ceiling - rate)],
    }
  })
}

function isAlone(points: readonly WeekPoint[], at: number): boolean {
  return (points[at - 1]?.rate ?? null) === null && (points[at + 1]?.rate ?? null) === null
}

function whiskerOf({ rate, band }: WeekPoint): [number, number] | null {
  return rate === null || band === null ? null : [rate - band[0], band[1] - rate]
}

function bandOf(value: Proportion | null): [number, number] | null {
  return value?.low == null || value.high == null ? null : [value.low, value.high]
}

/** The ticks of the axis: all of it for L1; for the rarer reopens what they need. */
export function ticksOf(points: readonly WeekPoint[], figure: TwoNumbers): number[] {
  if (figure === 'l1') return ticksTo(1)
  // The interval of a few reaches to the top; it may be cut off, a rate may not.
  const tops = points.flatMap(({ rate, band, tail, isFew }) => [
    rate,
    tail,
    isFew ? null : (band?.[1] ?? null),
  ])
  return ticksTo(ceilingFor(tops))
}

const steps = [0.02, 0.05, 0.1, 0.25]

function ticksTo(ceiling: number): number[] {
  const step = steps.find((each) => ceiling / each < 5.5) ?? 0.25
  const count = Math.ceil(ceiling / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** The next whole 5%, at least 10%. */
export function ceilingFor(rates: readonly (number | null)[]): number {
  const highest = Math.max(0.1, ...rates.map((rate) => rate ?? 0))
  return Math.min(1, Math.ceil(highest * 20 - 1e-9) / 20)
}
