import { InboundMailState } from '@firstline/contract/channels'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; db: Kysely<DB> }

/** What of the mail that came in waits for the desk, and what for a person. */
export function observeMailIn({ metrics, db }: Observed): void {
  addFigures(metrics, ['state'], () => readUnchecked(db), [
    [
      'firstline_mails_in_unchecked',
      'Mails that became no message and that nobody has looked at, by state, the oldest 1,000',
      (count) => count,
    ],
  ])
  addFigures(metrics, [], () => readArrived(db), [
    [
      'firstline_mails_in_waiting',
      'Mails that were taken and are not read yet, counted up to 1,000',
      ({ waiting }) => waiting,
    ],
    [
      'firstline_mails_in_oldest_timestamp_seconds',
      'When the oldest of them came',
      ({ waitingSince }) => secondsOf(waitingSince),
    ],
    [
      'firstline_mails_in_last_timestamp_seconds',
      'When the last mail came',
      ({ last }) => secondsOf(last),
    ],
  ])
}

const uncheckedStates = ['held', 'ignored', 'failed']

async function readUnchecked(db: Kysely<DB>) {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(mail.state)::int as count
    from unnest(${uncheckedStates}::text[]) as state
    left join (
      select state from inbound_mail
      where checked_at is null and state in ('held', 'ignored', 'failed')
      order by received_at limit 1000) as mail using (state)
    group by state
    order by state`.execute(db)
  return rows.map(({ state, count }) => ({ labels: { state }, of: count }))
}

type Arrived = { waiting: number; waitingSince: Date | null; last: Date | null }

async function readArrived(db: Kysely<DB>) {
  const { rows } = await sql<Arrived>`
    select count(*)::int as waiting, min(received_at) as "waitingSince", (
      select max(received_at) from unnest(${InboundMailState.options}::text[]) as known
      cross join lateral (
        select received_at from inbound_mail
        where state = known order by received_at desc limit 1) as newest) as last
    from (
      select received_at from inbound_mail
      where state = 'received' order by received_at desc limit 1000) as waiting`.execute(db)
  return [{ labels: {}, of: onlyRow(rows) }]
}
