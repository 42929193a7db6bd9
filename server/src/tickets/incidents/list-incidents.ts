import { ListIncidents } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { incidentOf, selectIncidents } from './read-incident.ts'

export const listIncidents = defineQuery({
  permission: 'change:read',
  input: ListIncidents,
  async run({ db }, { state, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const [rows, counts] = await Promise.all([
      selectIncidents(db)
        .where('incident.ended_at', state === 'open' ? 'is' : 'is not', null)
        .$if(after !== null, (query) =>
          query.where(
            sql<SqlBool>`(incident.opened_at, incident.id) < (${after?.at}, ${after?.id}::uuid)`,
          ),
        )
        .orderBy('incident.opened_at', 'desc')
        .orderBy('incident.id', 'desc')
        .limit(limit + 1)
        .execute(),
      countByState(db),
    ])
    const last = rows.length > limit ? rows.at(limit - 1) : undefined
    return {
      items: rows.slice(0, limit).map(incidentOf),
      next: last ? encodeCursor({ at: last.openedAt, id: last.id }) : null,
      counts,
    }
  },
})

/** What ended grows for ever, and nobody counts it to its end. */
const countedUpTo = 1_000

async function countByState(db: Kysely<DB>): Promise<{ open: number; past: number }> {
  const count = async (is: 'is' | 'is not') => {
    const found = db
      .selectFrom('incident')
      .select('id')
      .where('ended_at', is, null)
      .limit(countedUpTo)
      .as('found')
    const counted = db.selectFrom(found).select(sql<number>`count(*)::int`.as('count'))
    return (await counted.executeTakeFirstOrThrow()).count
  }
  const [open, past] = await Promise.all([count('is'), count('is not')])
  return { open, past }
}
