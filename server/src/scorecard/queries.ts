import { GetScorecard, ListScorecardTickets } from '@firstline/contract/scorecard'
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

const shownDays = 26 * 7
const maxDays = 10 * 366

export const getScorecard = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecard,
  run: (desk: Desk, wanted) => readScorecard(desk.db, scopeOf(desk, wanted)),
})

export const listScorecardTickets = defineQuery({
  permission: 'scorecard:read',
  input: ListScorecardTickets,
  run: (desk: Desk, { figure, cursor, limit, ...wanted }) =>
    listBehindFigure(desk.db, scopeOf(desk, wanted), figure, { cursor, limit }),
})

/** @throws Invalid `scorecard.period-invalid` */
function scopeOf(desk: Desk, wanted: z.output<typeof GetScorecard>): Scope {
  const asOf = desk.clock.now()
  const to = wanted.to ? new Date(wanted.to) : later(asOf, 1)
  const from = wanted.from ? new Date(wanted.from) : later(to, -shownDays * days)
  if (from >= to || to.getTime() - from.getTime() > maxDays * days) {
    throw new Invalid(
      'scorecard.period-invalid',
      'A period begins before it ends, and lasts at most ten years',
    )
  }
  const { type, channel } = wanted
  return {
    from,
    to,
    asOf,
    type,
    channel,
    windowDays: resolutionWindowDays,
    timeZone: desk.config.timeZone,
  }
}
