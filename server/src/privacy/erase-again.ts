import type { Kysely } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { actorRef } from '#server/core/actor.ts'
import { readSecret } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { addressHash } from './address-hash.ts'
import type { ErasedLine } from './erased-file.ts'
import { runErasure } from './run-erasure.ts'

const actor = system('erasure')

/**
 * After a restore: a backup from before still knows who was erased since. By the id of their row, or, where
 * their mails came in anew meanwhile, by their address.
 * @returns how many were erased once more
 */
export async function eraseAgain(desk: Desk, lines: readonly ErasedLine[]): Promise<number> {
  let count = 0
  for (const contactId of await findAgain(desk.db, lines)) {
    const erasure = await beginAgain(desk, actor, { contactId })
    await runErasure(desk, { erasure })
    count++
  }
  return count
}

/** @returns the list of who was erased, to be kept beside backups */
export async function listErased(db: Kysely<DB>): Promise<ErasedLine[]> {
  const rows = await db
    .selectFrom('contact_erasure')
    .select(['contact_id', 'address_hash', 'erased_at'])
    .where('state', '=', 'erased')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ contact_id: contact, address_hash: hash, erased_at: at }) =>
    hash && at ? [{ contact, hash: hash.toString('hex'), at: at.toISOString() }] : [],
  )
}

const atOnce = 5_000

async function findAgain(db: Kysely<DB>, lines: readonly ErasedLine[]): Promise<string[]> {
  if (lines.length === 0) return []
  const ids = new Set(lines.map(({ contact }) => contact))
  const erasedAt = new Map(lines.map(({ hash, at }) => [hash, new Date(at)]))
  const secret = await readSecret(db)
  const found: string[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db
      .selectFrom('contact')
      .select(['id', 'email', 'created_at as createdAt', 'erased_at as erasedAt'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    for (const row of rows) {
      if (row.erasedAt !== null) continue
      const at = erasedAt.get(addressHash(secret, row.email).toString('hex'))
      // who wrote again afterwards is a new contact, and stays one
      if (ids.has(row.id) || (at && row.createdAt < at)) found.push(row.id)
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return found
    after = last.id
  }
}

const beginAgain = defineVerb({
  permission: 'privacy:manage',
  input: z.object({ contactId: z.string() }),
  async run({ tx, clock }, { contactId }) {
    const now = clock.now()
    const by = JSON.stringify(actorRef(actor))
    const reason = 'Was erased before the desk was restored'
    const begun = { reason, state: 'erasing' as const, decided_by: by, decided_at: now }
    const { id: erasure } = await tx
      .insertInto('contact_erasure')
      .values({ ...begun, contact_id: contactId, asked_by: by, asked_at: now })
      .onConflict((on) =>
        on.column('contact_id').where('state', 'in', ['asked', 'erasing']).doUpdateSet(begun),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    const data = { contact: contactId, erasure, reason }
    return { result: erasure, events: [{ name: 'contact.erasure_asked', data }] }
  },
})
