import { GetScorecard, ListScorecardTickets } from '@firstline/contract/scorecard'
import { sql } from 'kysely'
import type { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { listBehindFigure } from '#server/scorecard/behind-figure.ts'
import type { Scope } from '#server/scorecard/count-facts.ts'
import { readScorecard } from '#server/scorecard/read-scorecard.ts'
import { resolutionWindowDays } from '#server/tickets/state.ts'

/** Weeks begin in the organisation's time zone. */
type NeedsTimeZone = { config: { timeZone: string } }
type Desk = QueryContext & NeedsTimeZone

type Wanted = z.output<typeof GetScorecard>

const maxDays = 10 * 366

export const getScorecard = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecard,
  run: async (desk: Desk, wanted) => readScorecard(desk.db, await scopeOf(desk, wanted)),
})

export const listScorecardTickets = defineQuery({
  permission: 'scorecard:read',
  input: ListScorecardTickets,
  run: async (desk: Desk, { figure, cursor, limit, ...wanted }) =>
    listBehindFigure(desk.db, await scopeOf(desk, wanted), figure, { cursor, limit }),
})

/** @throws Invalid `scorecard.period-invalid` */
async function scopeOf(desk: Desk, wanted: Wanted): Promise<Scope> {
  const asOf = desk.clock.now()
  const { from, to } = await periodOf(desk, wanted, later(asOf, 1))
  if (from >= to || to.getTime() - from.getTime() > maxDays * days) {
    throw new Invalid(
      'scorecard.period-invalid',
      'A period begins before it ends, and lasts at most ten years',
    )
  }
  return {
    from,
    to,
    asOf,
    type: wanted.type,
    channel: wanted.channel,
    windowDays: resolutionWindowDays,
    timeZone: desk.config.timeZone,
  }
}

/** Days and weeks begin when they do in the organisation's time zone, which the database knows. */
async function periodOf({ db, config }: Desk, { from, to, weeks }: Wanted, now: Date) {
  const zone = config.timeZone
  const moment = (bound: string) =>
    bound.includes('T')
      ? sql`${bound}::timestamptz`
      : sql`(${bound}::timestamp at time zone ${zone})`
  const end = to ? moment(to) : sql`${now}::timestamptz`
  const begin = from
    ? moment(from)
    : sql`date_trunc('week', (${end} at time zone ${zone}) - make_interval(weeks => ${weeks}::int)) at time zone ${zone}`
  const { rows } = await sql<{ from: Date; to: Date }>`
    select ${begin} as from, ${end} as to`.execute(db)
  return rows[0]!
}
