import type { SavedReply } from '@firstline/contract/saved-replies'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** As the index has it, so that it is used. */
export const toldOfSavedReplies = sql`event.name in
  ('saved_reply.created', 'saved_reply.changed', 'saved_reply.archived', 'saved_reply.restored')`

export function selectSavedReplies(db: Kysely<DB>) {
  return db
    .selectFrom('saved_reply')
    .leftJoin('person', 'person.id', 'saved_reply.changed_by')
    .select([
      'saved_reply.id',
      'saved_reply.title',
      'saved_reply.folder',
      'saved_reply.text',
      'saved_reply.changed_at as changedAt',
      'saved_reply.archived_at as archivedAt',
      'person.id as personId',
      'person.name as personName',
      sql<string>`(select max(event.id)::text from event
        where event.data ->> 'saved_reply' = saved_reply.id::text and ${toldOfSavedReplies})`.as(
        'lastEvent',
      ),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSavedReplies>['execute']>>[number]

export function savedReplyOf({
  personId,
  personName,
  changedAt,
  archivedAt,
  ...row
}: Row): SavedReply {
  return {
    ...row,
    changedAt: changedAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
    changedBy: personId ? { id: personId, name: personName ?? '' } : null,
  }
}

/** Locked until the transaction ends. @throws NotFound `saved-reply.not-found` */
export async function lockSavedReply(tx: Transaction<DB>, id: string) {
  const row = await tx
    .selectFrom('saved_reply')
    .select(['id', 'title', 'folder', 'text', 'archived_at as archivedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw savedReplyNotFound()
  return row
}

/** @throws NotFound `saved-reply.not-found` */
export async function requireSavedReply(db: Kysely<DB>, id: string): Promise<{ text: string }> {
  const row = await db
    .selectFrom('saved_reply')
    .select('text')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw savedReplyNotFound()
  return row
}

function savedReplyNotFound(): NotFound {
  return new NotFound('saved-reply.not-found', 'There is no such saved reply')
}
