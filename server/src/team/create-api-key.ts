import { createHash, randomBytes } from 'node:crypto'
import { CreateApiKey } from '@firstline/contract/team'
import { personIdOf } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'

/** Makes a key for a machine. Only its SHA-256 is kept: the answer is the one time it is shown. */
export const createApiKey = defineVerb({
  permission: 'person:manage',
  input: CreateApiKey,
  async run({ tx, actor }, { name, permissions }) {
    const key = `fl_${randomBytes(24).toString('base64url')}`
    const row = await tx
      .insertInto('api_key')
      .values({
        name,
        permissions: [...permissions],
        hash: hashOfKey(key),
        created_by: personIdOf(actor),
      })
      .returning(['id', 'created_at'])
      .executeTakeFirstOrThrow()
    return {
      result: { id: row.id, name, key, createdAt: row.created_at.toISOString() },
      events: [{ name: 'api_key.created', data: { key: row.id, name, permissions } }],
    }
  },
})

/** A key has 192 random bits: a fast hash is enough. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
