import { GetScorecard } from '@firstline/contract/scorecard'
import type { Diagnostics } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import { defineQuery } from '#server/core/verb.ts'
import { scopeOf } from './queries.ts'
import type { ScorecardDesk } from './queries.ts'
import { within } from './scope.ts'

const warnings = {
  'tickets-resolved':
    'Counting closes rewards closing: easy tickets are picked, hard ones passed on, one problem becomes three tickets.',
  'handle-time':
    'Judged by minutes, people stop asking: the cause stays, the customer comes back, and the second ticket is short again.',
  'first-response-time':
    'Judged by the first answer, people answer before they know anything; the customer waits as long for the solution.',
} as const

type Row = Omit<Diagnostics['figures'][number], 'warning'>

/** What others put on the wall, for whoever must have it; of tickets worked on this desk. */
export const getDiagnostics = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecard,
  async run(desk: ScorecardDesk, wanted): Promise<Diagnostics> {
    const scope = await scopeOf(desk, wanted)
    const hours = sql`date_part('epoch', lasted) / 3600`
    const { rows } = await sql<Row>`
      with chosen as (
        select ticket_id, received_at, standing_at from ticket_fact
        where ${within('standing_at', scope)}
      ), measured as (
        select 'tickets-resolved' as figure, null::interval as lasted from chosen
        union all
        select 'first-response-time', answered.at - received_at
        from chosen cross join lateral (${firstEvent('message.replied')}) as answered
        union all
        select 'handle-time', greatest(standing_at - taken.at, interval '0')
        from chosen cross join lateral (${firstEvent('ticket.assigned')}) as taken
      )
      select figure, count(*)::int as count,
        percentile_disc(0.5) within group (order by ${hours}) as "medianHours",
        percentile_disc(0.9) within group (order by ${hours}) as "p90Hours"
      from measured group by figure`.execute(desk.db)
    const found = new Map(rows.map((row) => [row.figure, row]))
    const none = { count: 0, medianHours: null, p90Hours: null }
    return {
      from: scope.from.toISOString(),
      to: scope.to.toISOString(),
      figures: (Object.keys(warnings) as (keyof typeof warnings)[]).map((figure) => ({
        ...none,
        ...found.get(figure),
        figure,
        warning: warnings[figure],
      })),
    }
  },
})

function firstEvent(name: string) {
  return sql`
    select at from event
    where event.ticket_id = chosen.ticket_id and name = ${name}
      and not exists (
        select from event as back
        where back.ticket_id = event.ticket_id and back.name = 'message.taken_back'
          and back.data ->> 'message' = event.data ->> 'message')
    order by at limit 1`
}
