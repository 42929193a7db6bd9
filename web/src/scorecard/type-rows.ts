import { ownProperty } from '@firstline/contract/own-property'
import type { Scorecard, ScorecardType, ScorecardWeek } from '@firstline/contract/scorecard'
import type { TableSort } from '#web/ui/Table.tsx'
import { pooled } from './few.ts'
import { ceilingFor } from './week-points.ts'
import type { TwoNumbers } from './week-points.ts'

type CourseOfType = {
  points: (number | null)[]
  immatureFrom?: number
}

export type TypeRow = {
  resolved: number
  /** The part of all resolved tickets that are of this type and were escalated; null: not known. */
  cost: number | null
  courses: Record<TwoNumbers, CourseOfType>
  /** The top of every row's reopen course, so that rows can be compared. */
  reopenCeiling: number
} & ScorecardType

const pooledWeeks = 4
const least = 5

export function typeRows({ types, weeks, l1: all }: Scorecard): TypeRow[] {
  const rows = types.map((row) => ({
    ...row,
    resolved: row.l1?.of ?? row.reopen.of,
    cost: row.l1 && all?.of ? (row.l1.of - row.l1.count) / all.of : null,
    courses: { l1: courseOf(weeks, row.weeks, 'l1'), reopen: courseOf(weeks, row.weeks, 'reopen') },
  }))
  const reopens = rows.flatMap(({ courses }) => courses.reopen.points)
  const reopenCeiling = ceilingFor(reopens)
  return rows.map((row) => ({ ...row, reopenCeiling }))
}

/**
 * The course of one type on the page's weeks. A single week of one type is mostly chance, so every
 * point is the rate of four weeks together. Reopens stop where windows are still open; resolution
 * goes on, as not final.
 */
function courseOf(
  weeks: readonly ScorecardWeek[],
  ofType: ScorecardType['weeks'],
  figure: TwoNumbers,
): CourseOfType {
  const byWeek = new Map(ofType.map((row) => [row.week, row]))
  const firstYoung = weeks.findIndex(({ immature }) => immature > 0)
  const points = weeks.map(({ immature }, index) => {
    if (figure === 'reopen' && immature > 0) return null
    const four = weeks
      .slice(Math.max(0, index - pooledWeeks + 1), index + 1)
      .flatMap(({ week }) => byWeek.get(week) ?? [])
    const { count, of } = pooled(four, figure)
    return of < least ? null : count / of
  })
  const isFinal = firstYoung === -1 || figure === 'reopen'
  return isFinal ? { points } : { points, immatureFrom: firstYoung }
}

const sortKeys: Record<string, (row: TypeRow) => number | string | null> = {
  type: ({ type }) => type ?? '',
  resolved: ({ resolved }) => resolved,
  cost: ({ cost, resolved }) => cost ?? resolved,
  l1: ({ l1 }) => l1?.rate ?? null,
  reopen: ({ reopen }) => reopen.rate,
  held: ({ heldL1 }) => heldL1?.rate ?? null,
}

/** What has no figure stands last in both directions. */
export function sortTypes(rows: readonly TypeRow[], { column, direction }: TableSort): TypeRow[] {
  const key = ownProperty(sortKeys, column) ?? (() => null)
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    if (typeof x === 'string') return sign * x.localeCompare(String(y))
    return sign * (x - Number(y))
  })
}
