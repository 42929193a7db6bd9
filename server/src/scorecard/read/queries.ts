import { GetScorecard, ListScorecardTickets } from '@firstline/contract/scorecard'
import type { Scorecard } from '@firstline/contract/scorecard'
import { sql } from 'kysely'
import type { z } from 'zod'
import { days } from '#server/core/clock.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import {
  businessClockOf,
  configuredBasis,
  isBuiltBy,
  readBasis,
} from '#server/scorecard/sums/basis.ts'
import type { WithProject } from '#server/project/project.ts'
import { listBehindFigure } from './behind-figure.ts'
import type { Source } from './count-period.ts'
import { readScorecard } from './read-scorecard.ts'
import type { Scope } from './scope.ts'
import { onlyRow } from '#server/database/only-row.ts'

export type ScorecardDesk = QueryContext & Partial<WithProject>

type Wanted = z.output<typeof GetScorecard>

const maxDays = 10 * 366

export const getScorecard = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecard,
  run: (desk: ScorecardDesk, wanted) => readPeriod(desk, wanted),
})

/** @throws Invalid `scorecard.period-invalid` */
export async function readPeriod(desk: ScorecardDesk, wanted: Wanted): Promise<Scorecard> {
  const scope = await scopeOf(desk, wanted)
  const { source, clock } = await sourceOf(desk)
  return readScorecard(desk.db, scope, source, clock)
}

export const listScorecardTickets = defineQuery({
  permission: 'scorecard:read',
  input: ListScorecardTickets,
  run: async (desk: ScorecardDesk, { figure, cursor, limit, ...wanted }) =>
    listBehindFigure(desk.db, await scopeOf(desk, wanted), figure, { cursor, limit }),
})

/** The rollups, unless they were made for another window, time zone or calendar and wait to be rebuilt. */
export async function sourceOf(desk: ScorecardDesk) {
  const wanted = configuredBasis(desk)
  const source: Source = isBuiltBy(await readBasis(desk.db), wanted) ? 'rollups' : 'facts'
  return { source, clock: source === 'rollups' ? businessClockOf(wanted) : null }
}

/** @throws Invalid `scorecard.period-invalid` */
export async function scopeOf(desk: ScorecardDesk, wanted: Wanted): Promise<Scope> {
  const { windowDays, timeZone } = configuredBasis(desk)
  const asOf = desk.clock.now()
  const { from, to } = await periodOf(desk, timeZone, wanted)
  if (from >= to || to.getTime() - from.getTime() > maxDays * days) {
    throw new Invalid(
      'scorecard.period-invalid',
      'A period begins before it ends, and lasts at most ten years',
    )
  }
  const { type, channel, product, line, origin } = wanted
  return { from, to, asOf, type, channel, product, line, origin, windowDays, timeZone }
}

/**
 * Days and weeks begin when they do in the organisation's time zone, which the database knows. A
 * period without an end goes on to the end of today.
 */
async function periodOf(
  { db, clock }: ScorecardDesk,
  zone: string,
  { from, to, weeks }: Wanted,
): Promise<{ from: Date; to: Date }> {
  const moment = (bound: string) =>
    bound.includes('T')
      ? sql`${bound}::timestamptz`
      : sql`(${bound}::timestamp at time zone ${zone})`
  const now = sql`(${clock.now()}::timestamptz at time zone ${zone})`
  const last = to ? sql`(${moment(to)} at time zone ${zone})` : now
  const end = to ? moment(to) : sql`((${now}::date + 1)::timestamp at time zone ${zone})`
  const begin = from
    ? moment(from)
    : sql`date_trunc('week', ${last} - make_interval(weeks => ${weeks}::int)) at time zone ${zone}`
  const { rows } = await sql<{ from: Date; to: Date }>`
    select ${begin} as from, ${end} as to`.execute(db)
  return onlyRow(rows)
}
