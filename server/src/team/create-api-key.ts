import { createHash, randomBytes } from 'node:crypto'
import { CreateApiKey } from '@firstline/contract/team'
import { personIdOf } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { defineVerb } from '#server/core/verb.ts'
import { lockManager, requireMayGive } from './may-manage.ts'

/** Makes a key for a machine. Only its SHA-256 is kept: the answer is the one time it is shown. */
export const createApiKey = defineVerb({
  permission: 'person:manage',
  input: CreateApiKey,
  async run({ tx, actor, clock }, { name, permissions, expiresInDays }) {
    requireMayGive(await lockManager(tx, actor), permissions)
    const now = clock.now()
    const personId = personIdOf(actor)
    const key = `fl_${randomBytes(24).toString('base64url')}`
    const row = await tx
      .insertInto('api_key')
      .values({
        name,
        permissions: [...permissions],
        hash: hashOfKey(key),
        created_by: personId,
        owner_id: personId,
        created_at: now,
        expires_at: later(now, expiresInDays * days),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: { id: row.id, name, key, createdAt: now.toISOString() },
      events: [
        { name: 'api_key.created', data: { key: row.id, name, permissions, expiresInDays } },
      ],
    }
  },
})

/** A key has 192 random bits: a fast hash is enough. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
