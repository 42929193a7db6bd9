import { teamRoutes } from '@firstline/contract/team'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { lockManager } from './may-manage.ts'

export const revokeApiKey = defineVerb({
  permission: 'person:manage',
  input: teamRoutes.revokeApiKey.params,
  async run({ tx, actor, clock }, { keyId }) {
    await lockManager(tx, actor)
    const key = await tx
      .updateTable('api_key')
      .set({ revoked_at: clock.now() })
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!key) throw new NotFound('api-key.not-found', 'There is no such key, or it was revoked')
    return {
      result: {},
      events: [{ name: 'api_key.revoked', data: { key: keyId, name: key.name } }],
    }
  },
})
