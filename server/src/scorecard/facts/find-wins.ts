import { sql } from 'kysely'
import { system } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { proposeWin } from '#server/learning/name-win.ts'
import type { FoundWin } from '#server/learning/name-win.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'

/** Below this share the first line seldom resolves a type. */
const seldom = 0.5
/** A rate of fewer tickets says nothing. */
const fewest = 5
const rateDays = 90
/** Older ones were proposed while they were young, or the desk was not running. */
const lookBackDays = 30
const mostAtOnce = 200

/**
 * Proposes the tickets worth telling of: resolved by the first line with a runbook or an action, of
 * a type it seldom resolves, held through the window, and not rated thumbs down. A person decides.
 */
export async function findWins(desk: Desk): Promise<void> {
  for (const win of await readFound(desk)) {
    try {
      await proposeWin(desk, system('scorecard'), win)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
}

async function readFound({ db, clock }: Desk): Promise<FoundWin[]> {
  const { windowDays } = await readBasis(db)
  const now = clock.now()
  const { rows } = await sql<FoundWin>`
    with rate as (
      select type, count(*) filter (where not escalated and standing_line = 'L1')::int as resolved,
        count(*)::int as "of"
      from ticket_fact
      where standing_at > ${now}::timestamptz - make_interval(days => ${rateDays})
        and standing_at <= ${now} and not is_void and type is not null
      group by type
    )
    select resolution.resolution_id as id, ticket.ticket_id as "ticketId", rate.type,
      resolution.at as "resolvedAt", resolution.made_by as "madeBy",
      resolution.runbook_version as "runbookVersion", resolution.action_runs as "actionRuns",
      rate.resolved as "typeResolved", rate."of" as "typeOf"
    from ticket_fact ticket
      join resolution_fact resolution on resolution.resolution_id = ticket.standing_resolution
      join rate on rate.type = ticket.type
    where ticket.standing_at > ${now}::timestamptz - make_interval(days => ${windowDays + lookBackDays})
      and ticket.standing_at <= ${now}::timestamptz - make_interval(days => ${windowDays})
      and not ticket.escalated and not ticket.is_void and ticket.standing_line = 'L1'
      and ticket.origin = 'live' and resolution.broken_at is null
      and resolution.rating is distinct from 'down'
      and (resolution.runbook_version is not null or resolution.action_runs <> '{}')
      and rate."of" >= ${fewest} and rate.resolved < ${seldom}::float8 * rate."of"
      and not exists (select from win where win.id = resolution.resolution_id)
    order by ticket.standing_at limit ${mostAtOnce}`.execute(db)
  return rows
}
