import type { Erasure } from '@firstline/contract/privacy'
import type { Kysely } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** @throws NotFound `erasure.not-found` */
export async function readErasure(db: Kysely<DB>, id: string): Promise<Erasure> {
  const row = await selectErasures(db).where('contact_erasure.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('erasure.not-found', 'There is no such erasure')
  return erasureOf(row)
}

export function selectErasures(db: Kysely<DB>) {
  return db
    .selectFrom('contact_erasure')
    .innerJoin('contact', 'contact.id', 'contact_erasure.contact_id')
    .selectAll('contact_erasure')
    .select('contact.email')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectErasures>['execute']>>[number]

export function erasureOf(row: Row): Erasure {
  return {
    id: row.id,
    contact: { id: row.contact_id, email: row.email },
    reason: row.reason,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at.toISOString(),
    decidedBy: row.decided_by,
    erasedAt: row.erased_at?.toISOString() ?? null,
    counts: row.counts,
  }
}
