import type { Proportion } from '@firstline/contract/scorecard'

/** Below this a rate says little, and is greyed. */
export const few = 20

type Counts = Pick<Proportion, 'count' | 'of'>

/** Several weeks as one. */
export function pooled(
  weeks: readonly Partial<Record<'l1' | 'reopen', Counts | null>>[],
  figure: 'l1' | 'reopen',
): Counts {
  const sum = (key: keyof Counts) =>
    weeks.reduce((total, week) => total + (week[figure]?.[key] ?? 0), 0)
  return { count: sum('count'), of: sum('of') }
}
