import { teamRoutes } from '@firstline/contract/team'
import { defineVerb } from '#server/core/verb.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { lockHandOver } from './lock-hand-over.ts'

/** Somebody else answers for a key from now on; one that sleeps wakes with that. */
export const handOverApiKey = defineVerb({
  permission: 'person:manage',
  input: teamRoutes.handOverApiKey.params.extend(teamRoutes.handOverApiKey.body.shape),
  async run({ tx, actor, clock }, { keyId, personId }) {
    const key = await tx
      .selectFrom('api_key')
      .select(['name', 'permissions', 'owner_id', 'asleep_at', 'expires_at'])
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!key) throw new NotFound('api-key.not-found', 'There is no such key, or it was revoked')
    if (key.expires_at <= clock.now()) {
      throw new Conflict('api-key.expired', 'This key has ended; make a new one')
    }
    await lockHandOver(tx, actor, {
      from: key.owner_id,
      to: personId,
      permissions: key.permissions,
    })
    await tx
      .updateTable('api_key')
      .set({ owner_id: personId, asleep_at: null })
      .where('id', '=', keyId)
      .execute()
    const { name, owner_id: was, asleep_at: asleepAt } = key
    const data = { key: keyId, name, owner: personId, was, isWoken: asleepAt !== null }
    return { result: {}, events: [{ name: 'api_key.handed_over', data }] }
  },
})
