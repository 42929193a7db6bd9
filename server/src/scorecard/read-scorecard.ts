import type { Scorecard, ScorecardType, ScorecardWeek } from '@firstline/contract/scorecard'
import type { Kysely } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import {
  countArrivals,
  countReopenedTickets,
  countResolutions,
  countTickets,
  readOpenWindows,
} from '#server/scorecard/count-facts.ts'
import type { ResolutionCounts, Scope, TicketCounts } from '#server/scorecard/count-facts.ts'
import { isoWeekOf, weeksBetween } from '#server/scorecard/iso-week.ts'
import { atRiskBy, endedBy, quantiles } from '#server/scorecard/kaplan-meier.ts'
import type { Durations } from '#server/scorecard/kaplan-meier.ts'
import { proportion } from '#server/scorecard/proportion.ts'

const maxTypes = 200

type Counted = { tickets: TicketCounts[]; resolutions: ResolutionCounts[] }

/** The whole scorecard of a period, from the fact tables. */
export async function readScorecard(db: Kysely<DB>, scope: Scope): Promise<Scorecard> {
  const [tickets, resolutions, ticketsReopened, arrivals, openWindows] = await Promise.all([
    countTickets(db, scope),
    countResolutions(db, scope),
    countReopenedTickets(db, scope),
    countArrivals(db, scope),
    readOpenWindows(db, scope),
  ])
  const counted = { tickets, resolutions }
  const types = typesOf(counted)
  return {
    from: scope.from.toISOString(),
    to: scope.to.toISOString(),
    asOf: scope.asOf.toISOString(),
    timeZone: scope.timeZone,
    windowDays: scope.windowDays,
    ...numbersOf(counted),
    reopenByPath: reopenByPathOf(resolutions),
    resolutions: {
      made: sum(resolutions, 'made'),
      brokenEver: sum(resolutions, 'brokenEver'),
      ticketsReopened,
    },
    timeToResolution: timeToResolutionOf(arrivals.problemHours),
    csat: csatOf(resolutions),
    voided: arrivals.voided,
    weeks: weeksOf(counted, openWindows, scope.windowDays),
    types: types.slice(0, maxTypes),
    typesOmitted: Math.max(0, types.length - maxTypes),
    origins: arrivals.origins,
  }
}

/** The numbers that always appear together. */
function numbersOf({ tickets, resolutions }: Counted) {
  return {
    l1: proportion(sum(tickets, 'l1'), sum(tickets, 'resolved')),
    reopen: proportion(sum(resolutions, 'broken'), sum(resolutions, 'mature')),
    heldL1: proportion(sum(tickets, 'heldL1'), sum(tickets, 'held')),
  }
}

function reopenByPathOf(resolutions: readonly ResolutionCounts[]): Scorecard['reopenByPath'] {
  const firstLine = proportion(sum(resolutions, 'brokenL1'), sum(resolutions, 'matureL1'))
  const escalated = proportion(
    sum(resolutions, 'broken') - firstLine.count,
    sum(resolutions, 'mature') - firstLine.of,
  )
  return { firstLine, escalated }
}

function timeToResolutionOf(hours: Durations): Scorecard['timeToResolution'] {
  const [medianHours = null, p90Hours = null] = quantiles(hours, [0.5, 0.9])
  return {
    tickets: hours.ended.length + hours.censored.length,
    solved: hours.ended.length,
    medianHours,
    p90Hours,
  }
}

function csatOf(resolutions: readonly ResolutionCounts[]): Scorecard['csat'] {
  const [asked, rated] = [sum(resolutions, 'asked'), sum(resolutions, 'rated')]
  return {
    up: proportion(sum(resolutions, 'up'), rated),
    response: asked === 0 ? null : proportion(rated, asked),
  }
}

function weeksOf(
  counted: Counted,
  openWindows: ReadonlyMap<string, Durations>,
  windowDays: number,
): ScorecardWeek[] {
  const { tickets, resolutions } = groupByWeek(counted)
  const known = [...new Set([...tickets.keys(), ...resolutions.keys()])].sort()
  return weeksBetween(known[0], known.at(-1)).map((week) => {
    const ofWeek = { tickets: tickets.get(week) ?? [], resolutions: resolutions.get(week) ?? [] }
    const immature = sum(ofWeek.resolutions, 'made') - sum(ofWeek.resolutions, 'mature')
    const open = immature > 0 ? openWindows.get(week) : undefined
    const reopenEstimate = open ? endedBy(open, windowDays) : null
    const reopenAtRisk = open ? atRiskBy(open, windowDays) : null
    const names = { week, isoWeek: isoWeekOf(week) }
    return { ...names, ...numbersOf(ofWeek), immature, reopenEstimate, reopenAtRisk }
  })
}

function typesOf({ tickets, resolutions }: Counted): ScorecardType[] {
  const ticketsOf = Map.groupBy(tickets, ({ type }) => type)
  const resolutionsOf = Map.groupBy(resolutions, ({ type }) => type)
  const types = new Set([...ticketsOf.keys(), ...resolutionsOf.keys()])
  const rows = [...types].map((type): ScorecardType => {
    const ofType = {
      tickets: ticketsOf.get(type) ?? [],
      resolutions: resolutionsOf.get(type) ?? [],
    }
    return { type, ...numbersOf(ofType), weeks: weekNumbersOf(ofType) }
  })
  return rows.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.type ?? '').localeCompare(b.type ?? ''))
}

const sizeOf = ({ l1, reopen }: ScorecardType) => l1?.of ?? reopen.of

function weekNumbersOf(counted: Counted): ScorecardType['weeks'] {
  const { tickets, resolutions } = groupByWeek(counted)
  const weeks = [...new Set([...tickets.keys(), ...resolutions.keys()])].sort()
  return weeks.map((week) => {
    const ofWeek = { tickets: tickets.get(week) ?? [], resolutions: resolutions.get(week) ?? [] }
    const { l1, reopen } = numbersOf(ofWeek)
    return { week, l1, reopen }
  })
}

function groupByWeek({ tickets, resolutions }: Counted) {
  return {
    tickets: Map.groupBy(tickets, ({ week }) => week),
    resolutions: Map.groupBy(resolutions, ({ week }) => week),
  }
}

type NumericKey<Row> = { [K in keyof Row]: Row[K] extends number ? K : never }[keyof Row]

function sum<Row>(rows: readonly Row[], key: NumericKey<Row>): number {
  return rows.reduce((total, row) => total + (row[key] as number), 0)
}
