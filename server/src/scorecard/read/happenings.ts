import type { Happening } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** `types`: the ticket types it is about; none where it may be about any. */
export type TypedHappening = Happening & { types: string[] }

/**
 * What went live in these weeks: published runbook versions, actions at the first run of each
 * version, deploys. Newest first.
 */
export async function readHappenings(
  db: Kysely<DB>,
  from: Date,
  to: Date,
): Promise<TypedHappening[]> {
  const { rows } = await sql<Omit<TypedHappening, 'at'> & { at: Date }>`
    select 'runbook' as kind, runbook_id as id, title, version::text, published_at as at,
      array[type] as types
    from runbook_version where published_at >= ${from} and published_at < ${to}
    union all
    select 'action', action_id, max(action_title), action_version::text, min(intended_at),
      coalesce(array_agg(distinct ticket.type) filter (where ticket.type is not null), '{}')
    from action_run
    join ticket on ticket.id = ticket_id
    where (action_id, action_version) in (
      select action_id, action_version from action_run where intended_at >= ${from} and intended_at < ${to})
    group by action_id, action_version
    having min(intended_at) >= ${from} and min(intended_at) < ${to}
    union all
    select 'deploy', service, coalesce(summary, service), version, at, '{}'
    from deploy where at >= ${from} and at < ${to}
    order by at desc limit 500`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
