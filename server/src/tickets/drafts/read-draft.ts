import type { Draft, DraftKind } from '@firstline/contract/drafts'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** Of whom, on which ticket, and which of the two. */
export type DraftKey = { personId: string; ticketId: string; kind: DraftKind }

export const draftColumns = ['kind', 'text', 'choices', 'version', 'edited_at'] as const

type Row = Pick<Draft, 'kind' | 'text' | 'choices' | 'version'> & { edited_at: Date }

export function draftOf({ edited_at: editedAt, ...row }: Row): Draft {
  return { ...row, editedAt: editedAt.toISOString() }
}

export async function readDraft(
  db: Kysely<DB>,
  { personId, ticketId, kind }: DraftKey,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .select(draftColumns)
    .where('person_id', '=', personId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}
