import { teamRoutes } from '@firstline/contract/team'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { lockOther } from '../disable-person.ts'
import { endSessions } from '../store-password.ts'

/**
 * For who has another account at the provider now, or comes by another provider: whoever it vouches for
 * with their address is bound next. A way in is opened, so who did it is not their second person.
 */
export const releaseIdentity = defineVerb({
  permission: 'person:manage',
  input: teamRoutes.releaseIdentity.params,
  async run({ tx, actor }, { personId }) {
    const { before } = await lockOther(tx, actor, personId)
    const gone = await tx
      .deleteFrom('identity')
      .where('person_id', '=', personId)
      .returning(['issuer', 'subject'])
      .executeTakeFirst()
    if (!gone) {
      throw new Conflict('person.not-bound', 'This person is bound to no identity provider')
    }
    await endSessions(tx, before.user_id)
    return {
      result: {},
      events: [{ name: 'person.identity_released', data: { person: personId, ...gone } }],
    }
  },
})
