import { incidentRoutes, mostTickets } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { hours, later } from '#server/core/clock.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { readIncident } from '#server/tickets/incidents/read-incident.ts'
import { withinReach } from '#server/tickets/reach.ts'
import { selectSummaries, summaryOf } from '#server/tickets/read-ticket.ts'
import { openStates } from '#server/tickets/state.ts'
import { servicesLookedAt } from './publish/stale.ts'

/** What watches a system says so some time after it broke. */
const toldLateMs = 1 * hours

/** Tickets that look as if they were part of an incident, and nobody has said so yet. */
export const listAffectedTickets = defineQuery({
  permission: 'ticket:read',
  input: incidentRoutes.listAffectedTickets.params,
  async run({ db, actor }, { incidentId }) {
    const incident = await readIncident(db, incidentId)
    const { runbooks, types } = await lookingAt(db, incident.services)
    if (runbooks.length === 0) return { items: [], truncated: false }
    const from = later(new Date(incident.openedAt), -toldLateMs)
    const rows = await selectSummaries(db)
      .where('ticket.state', 'in', openStates)
      .where('ticket.incident_id', 'is', null)
      // it began before somebody wrote of it
      .where('ticket.opened_at', '>=', from)
      .where(sql<SqlBool>`coalesce(ticket.problem_started_at, ticket.opened_at) >= ${from}`)
      .$if(incident.endedAt !== null, (query) =>
        query.where(
          sql<SqlBool>`coalesce(ticket.problem_started_at, ticket.opened_at) <= ${incident.endedAt}`,
        ),
      )
      .where((where) =>
        where.or([
          where('ticket.matched_runbook', 'in', runbooks),
          ...(types.length > 0 ? [where('ticket.type', 'in', types)] : []),
        ]),
      )
      .where((where) => withinReach(where, actor))
      .orderBy('ticket.opened_at', 'desc')
      .orderBy('ticket.id', 'desc')
      .limit(mostTickets + 1)
      .execute()
    return {
      items: rows.slice(0, mostTickets).map(summaryOf),
      truncated: rows.length > mostTickets,
    }
  },
})

/** The published runbooks that look at one of the services, and the types they are for. */
async function lookingAt(
  db: Kysely<DB>,
  services: readonly string[],
): Promise<{ runbooks: string[]; types: string[] }> {
  const versions = await db
    .selectFrom('runbook_version')
    .select(['runbook_id as runbook', 'type', 'verified_against as against'])
    .where('state', '=', 'published')
    .execute()
  const looking = versions.filter(({ against }) =>
    servicesLookedAt(against).some((service) => services.includes(service)),
  )
  return {
    runbooks: [...new Set(looking.map(({ runbook }) => runbook))],
    types: [...new Set(looking.flatMap(({ type }) => (type === null ? [] : [type])))],
  }
}
