import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

export async function assigneeOf(db: Kysely<DB>, ticket: string): Promise<string | null> {
  const row = await db
    .selectFrom('ticket')
    .select('assignee_id as assignee')
    .where('id', '=', ticket)
    .executeTakeFirst()
  return row?.assignee ?? null
}

/** Null where an AI agent escalated. */
export async function escalatorOf(db: Kysely<DB>, escalation: string): Promise<string | null> {
  const row = await selectEscalation(db).where('id', '=', escalation).executeTakeFirst()
  return row?.escalatedBy ?? null
}

/** The one that was open then: at most one of a ticket is. */
export function openEscalation(db: Kysely<DB>, ticket: string, at: Date) {
  return selectEscalation(db)
    .where('ticket_id', '=', ticket)
    .where('escalated_at', '<=', at)
    .where((where) => where.or([where('returned_at', 'is', null), where('returned_at', '>=', at)]))
    .orderBy('escalated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function selectEscalation(db: Kysely<DB>) {
  return db
    .selectFrom('escalation')
    .select(['id', 'escalated_by as escalatedBy', 'assignee_id as assignee'])
}

export async function resolverOf(
  db: Kysely<DB>,
  resolution: string | null | undefined,
): Promise<string | null> {
  if (!resolution) return null
  const row = await db
    .selectFrom('resolution')
    .select('person_id as person')
    .where('id', '=', resolution)
    .executeTakeFirst()
  return row?.person ?? null
}
