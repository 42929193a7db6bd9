import type { Happening } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** `types`: the ticket types it is about; none where it may be about any. */
export type TypedHappening = Happening & { types: string[] }

/** So many first runs of a version tell which types of tickets it is about. */
const typedByRuns = 500

/**
 * What went live in these weeks: published runbook versions, actions at the first run of each
 * version, deploys. Newest first. From version to version it goes along the index: their runs are not read.
 */
export async function readHappenings(
  db: Kysely<DB>,
  from: Date,
  to: Date,
): Promise<TypedHappening[]> {
  const { rows } = await sql<Omit<TypedHappening, 'at'> & { at: Date }>`
    with recursive action_version as (
      (select action_id as id, action_version as version from action_run
        order by action_id, action_version limit 1)
      union all
      select next.* from action_version, lateral (
        select action_id, action_version from action_run
        where (action_id, action_version) > (action_version.id, action_version.version)
        order by action_id, action_version limit 1) as next
    )
    select 'runbook' as kind, runbook_id as id, title, version::text, published_at as at,
      array[type] as types
    from runbook_version where published_at >= ${from} and published_at < ${to}
    union all
    select 'action', action_version.id, first_run.action_title, action_version.version::text,
      first_run.intended_at, coalesce((
        select array_agg(distinct early.type) from (
          select ticket.type from action_run join ticket on ticket.id = ticket_id
          where action_id = action_version.id and action_run.action_version = action_version.version
          order by intended_at limit ${typedByRuns}) as early
        where early.type is not null), '{}')
    from action_version, lateral (
      select action_title, intended_at from action_run
      where action_id = action_version.id and action_run.action_version = action_version.version
      order by intended_at limit 1) as first_run
    where first_run.intended_at >= ${from} and first_run.intended_at < ${to}
    union all
    select 'deploy', service, coalesce(summary, service), version, at, '{}'
    from deploy where at >= ${from} and at < ${to} and kind = 'deploy' and outcome = 'live'
    order by at desc limit 500`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
