import type { IncidentSummary } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** @throws NotFound `incident.not-found` */
export async function readIncident(db: Kysely<DB>, id: string): Promise<IncidentSummary> {
  const row = await selectIncidents(db).where('incident.id', '=', id).executeTakeFirst()
  if (!row) throw incidentNotFound()
  return incidentOf(row)
}

function incidentNotFound(): NotFound {
  return new NotFound('incident.not-found', 'There is no such incident')
}

export type Named = { id: string; title: string }

/** @throws NotFound `incident.not-found` */
export async function findIncident(db: Kysely<DB>, id: string): Promise<Named> {
  const row = await db
    .selectFrom('incident')
    .select(['id', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw incidentNotFound()
  return row
}

/** Nobody counts further. */
const countedUpTo = 1_000

/** Incidents with how many tickets are part of each, to be narrowed and ordered. */
export function selectIncidents(db: Kysely<DB>) {
  return db
    .selectFrom('incident')
    .select([
      'incident.id',
      'incident.origin',
      'incident.title',
      'incident.impact',
      'incident.services',
      'incident.url',
      'incident.opened_at as openedAt',
      'incident.ended_at as endedAt',
    ])
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom((inner) =>
            inner
              .selectFrom('ticket')
              .select('ticket.state')
              .whereRef('ticket.incident_id', '=', 'incident.id')
              .limit(countedUpTo)
              .as('linked'),
          )
          .select([
            sql<number>`count(*)::int`.as('tickets'),
            sql<number>`(count(*) filter (where state in ('open', 'waiting')))::int`.as(
              'unresolved',
            ),
          ])
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['counted.tickets', 'counted.unresolved'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectIncidents>['executeTakeFirstOrThrow']>>

export function incidentOf({ origin, openedAt, endedAt, ...row }: Row): IncidentSummary {
  return {
    ...row,
    sender: senderOf(origin),
    openedAt: openedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

/** An origin is the hook’s name, then what its sender calls the incident. */
function senderOf(origin: string): string {
  return origin.slice(0, Math.max(0, origin.indexOf(':'))) || origin
}
