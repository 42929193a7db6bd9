import type { ActorRef } from '@firstline/contract/common'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { findIntegration } from './admit-key.ts'
import { readAiActor } from './ai-actor.ts'

type Database = Kysely<DB> | Transaction<DB>

/** Somebody as they are now, with today's role or permissions; null: may do nothing any more. */
export async function findActor(
  db: Database,
  { kind, id }: Pick<ActorRef, 'kind' | 'id'>,
  now: Date,
): Promise<Actor | null> {
  if (id === null) return null
  if (kind === 'person') return findPerson(db, id)
  if (kind === 'integration') return findIntegration(db, id, now)
  if (kind === 'ai_agent') return readAiActor(db, id, now)
  return null
}

async function findPerson(db: Database, id: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'line'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, kind: 'person', role: row.role, line: row.line }
}
