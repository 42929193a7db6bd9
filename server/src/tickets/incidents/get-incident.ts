import { IncidentStep, incidentRoutes } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { actorOf, withNames } from '#server/audit/timeline.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { readIncident } from './read-incident.ts'
import { readUpdates } from './read-updates.ts'

export const getIncident = defineQuery({
  permission: 'change:read',
  input: incidentRoutes.getIncident.params,
  async run({ db }, { incidentId }) {
    const [incident, course, updates] = await Promise.all([
      readIncident(db, incidentId),
      readCourse(db, incidentId),
      readUpdates(db, incidentId),
    ])
    return { ...incident, course, updates }
  },
})

/** A sender that tells it without end is not shown to its end. */
const mostSteps = 200

async function readCourse(db: Kysely<DB>, incidentId: string): Promise<IncidentStep[]> {
  const rows = await withNames(db.selectFrom('event'))
    .select([
      'event.id',
      'event.at',
      'event.name',
      sql<string>`coalesce(data ->> 'title', '')`.as('title'),
    ])
    .where(sql<SqlBool>`event.data ->> 'id' = ${incidentId}`)
    .where('event.name', 'in', steps)
    .orderBy('event.id')
    .limit(mostSteps)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    name: IncidentStep.shape.name.parse(row.name),
    title: row.title,
    by: actorOf(row),
  }))
}

const steps = ['incident.opened', 'incident.updated', 'incident.ended'] as const
