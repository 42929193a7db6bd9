import type {
  Explanation,
  Scorecard,
  ScorecardType,
  ScorecardWeek,
} from '@firstline/contract/scorecard'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import type { Arrivals, Counts } from './count-facts.ts'
import { isoWeekOf, weeksBetween } from '#server/scorecard/statistics/iso-week.ts'
import { endedBy, quantiles } from '#server/scorecard/statistics/kaplan-meier.ts'
import type { OpenWindows } from './open-windows.ts'
import type { ProblemDurations } from './problem-durations.ts'
import { proportion } from '#server/scorecard/statistics/proportion.ts'
import { countPeriod } from './count-period.ts'
import type { Source } from './count-period.ts'
import type { Scope } from './scope.ts'
import { trendsOf } from '#server/scorecard/statistics/trend.ts'

const maxTypes = 200

/**
 * The whole scorecard of a period.
 * @param source `rollups` where they were made by the scope's time zone and window
 * @param clock null where no business hours are set
 */
export async function readScorecard(
  db: Kysely<DB>,
  scope: Scope,
  source: Source = 'facts',
  clock: BusinessClock | null = null,
): Promise<Scorecard> {
  const period = await countPeriod(db, scope, source, clock)
  const { counts, arrivals } = period
  const types = typesOf(counts)
  const weeks = weeksOf(counts, period.openWindows, scope.windowDays)
  const figures = {
    ...numbersOf(counts),
    timeToResolution: timeToResolutionOf(arrivals, period.durations),
    voided: sum(arrivals, 'voided'),
  }
  return {
    from: scope.from.toISOString(),
    to: scope.to.toISOString(),
    asOf: scope.asOf.toISOString(),
    timeZone: scope.timeZone,
    windowDays: scope.windowDays,
    ...figures,
    reopenByPath: reopenByPathOf(counts),
    resolutions: {
      made: sum(counts, 'made'),
      brokenEver: sum(counts, 'brokenEver'),
      ticketsReopened: period.ticketsReopened,
    },
    csat: csatOf(counts),
    weeks,
    types: types.slice(0, maxTypes),
    typesOmitted: Math.max(0, types.length - maxTypes),
    trend: trendsOf(weeks),
    explanations: explanationsOf(counts, figures),
    origins: arrivals
      .map(({ origin, received }) => ({ origin, tickets: received }))
      .sort((a, b) => b.tickets - a.tickets || (a.origin < b.origin ? -1 : 1)),
  }
}

/** The numbers that always appear together. */
function numbersOf(counts: readonly Counts[]) {
  return {
    l1: proportion(sum(counts, 'l1'), sum(counts, 'resolved')),
    reopen: proportion(sum(counts, 'broken'), sum(counts, 'mature')),
    heldL1: proportion(sum(counts, 'heldL1'), sum(counts, 'held')),
  }
}

function reopenByPathOf(counts: readonly Counts[]): Scorecard['reopenByPath'] {
  const firstLine = proportion(sum(counts, 'brokenL1'), sum(counts, 'matureL1'))
  const escalated = proportion(
    sum(counts, 'broken') - firstLine.count,
    sum(counts, 'mature') - firstLine.of,
  )
  return { firstLine, escalated }
}

function timeToResolutionOf(
  arrivals: readonly Arrivals[],
  { hours, business, isExact }: ProblemDurations,
): Scorecard['timeToResolution'] {
  const [medianHours = null, p90Hours = null] = quantiles(hours, [0.5, 0.9])
  const [businessMedian = null, businessP90 = null] = business
    ? quantiles(business, [0.5, 0.9])
    : []
  return {
    tickets: sum(arrivals, 'received') - sum(arrivals, 'voided'),
    solved: sum(arrivals, 'solved'),
    medianHours,
    p90Hours,
    business: business && { medianHours: businessMedian, p90Hours: businessP90 },
    isExact,
  }
}

function csatOf(counts: readonly Counts[]): Scorecard['csat'] {
  const [asked, rated] = [sum(counts, 'asked'), sum(counts, 'rated')]
  return {
    up: proportion(sum(counts, 'up'), rated),
    response: asked === 0 ? null : proportion(rated, asked),
  }
}

function weeksOf(
  counts: readonly Counts[],
  openWindows: OpenWindows,
  windowDays: number,
): ScorecardWeek[] {
  const byWeek = Map.groupBy(counts, ({ week }) => week)
  const known = [...byWeek.keys()].sort()
  return weeksBetween(known[0], known.at(-1)).map((week) => {
    const ofWeek = byWeek.get(week) ?? []
    const immature = sum(ofWeek, 'made') - sum(ofWeek, 'mature')
    const open = immature > 0 ? openWindows.get(week) : undefined
    const estimate = open && endedBy(open, windowDays)
    return {
      week,
      isoWeek: isoWeekOf(week),
      ...numbersOf(ofWeek),
      immature,
      reopenEstimate: estimate?.share ?? null,
      reopenAtRisk: estimate?.atRisk ?? null,
    }
  })
}

function typesOf(counts: readonly Counts[]): ScorecardType[] {
  const rows = [...Map.groupBy(counts, ({ type }) => type)].map(
    ([type, ofType]): ScorecardType => ({
      type,
      ...numbersOf(ofType),
      weeks: weekNumbersOf(ofType),
    }),
  )
  return rows.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.type ?? '').localeCompare(b.type ?? ''))
}

const sizeOf = ({ l1, reopen }: ScorecardType) => l1?.of ?? reopen.of

function weekNumbersOf(counts: readonly Counts[]): ScorecardType['weeks'] {
  const byWeek = [...Map.groupBy(counts, ({ week }) => week)]
  return byWeek
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, ofWeek]) => {
      const { l1, reopen } = numbersOf(ofWeek)
      return { week, l1, reopen }
    })
}

/** Each number with the counts in it, and the drill-down that lists exactly so many. */
function explanationsOf(
  counts: readonly Counts[],
  {
    l1,
    reopen,
    heldL1,
    timeToResolution: time,
    voided,
  }: Pick<Scorecard, 'l1' | 'reopen' | 'heldL1' | 'timeToResolution' | 'voided'>,
): Explanation[] {
  return [
    {
      definition: 'l1-resolution-rate',
      placedBy: 'standing-resolution',
      counts: [
        { figure: 'l1-resolved', count: l1?.count ?? 0 },
        { figure: 'escalated', count: (l1?.of ?? 0) - (l1?.count ?? 0) },
        { figure: 'resolved', count: l1?.of ?? 0 },
      ],
    },
    {
      definition: 'reopen-rate',
      placedBy: 'resolution',
      counts: [
        { figure: 'broken', count: reopen.count },
        { figure: 'mature', count: reopen.of },
        { figure: 'made', count: sum(counts, 'made') },
        { figure: 'broken-ever', count: sum(counts, 'brokenEver') },
      ],
    },
    {
      definition: 'held-l1-rate',
      placedBy: 'standing-resolution',
      counts: [
        { figure: 'held-l1', count: heldL1?.count ?? 0 },
        { figure: 'held', count: heldL1?.of ?? 0 },
      ],
    },
    {
      definition: 'time-to-resolution',
      placedBy: 'arrival',
      counts: [
        { figure: 'solved', count: time.solved },
        { figure: 'unsolved', count: time.tickets - time.solved },
        { figure: 'voided', count: voided },
        { figure: 'received', count: time.tickets + voided },
      ],
    },
    {
      definition: 'csat',
      placedBy: 'resolution',
      counts: [
        { figure: 'rated-up', count: sum(counts, 'up') },
        { figure: 'rated-down', count: sum(counts, 'rated') - sum(counts, 'up') },
        { figure: 'rated', count: sum(counts, 'rated') },
        { figure: 'asked', count: sum(counts, 'asked') },
      ],
    },
  ]
}

type NumericKey<Row> = { [K in keyof Row]: Row[K] extends number ? K : never }[keyof Row]

function sum<Row>(rows: readonly Row[], key: NumericKey<Row>): number {
  return rows.reduce((total, row) => total + (row[key] as number), 0)
}
