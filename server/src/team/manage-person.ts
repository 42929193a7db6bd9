import { teamRoutes } from '@firstline/contract/team'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/core/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'

const { params } = teamRoutes.disablePerson

export const changeRole = defineVerb({
  permission: 'person:manage',
  input: teamRoutes.changeRole.params.extend(teamRoutes.changeRole.body.shape),
  async run({ tx, actor }, { personId, role, line }) {
    const before = await lockOther(tx, actor, personId)
    await tx.updateTable('person').set({ role, line }).where('id', '=', personId).execute()
    const was = { role: before.role, line: before.line }
    return {
      result: {},
      events: [{ name: 'person.role_changed', data: { person: personId, role, line, was } }],
    }
  },
})

/** Sessions end in the same transaction: the next request of the person is nobody's. */
export const disablePerson = defineVerb({
  permission: 'person:manage',
  input: params,
  async run({ tx, actor, clock }, { personId }) {
    const { user_id: userId, disabled_at: disabledAt } = await lockOther(tx, actor, personId)
    if (disabledAt) throw new Conflict('person.disabled', 'This person is disabled already')
    await tx
      .updateTable('person')
      .set({ disabled_at: clock.now() })
      .where('id', '=', personId)
      .execute()
    await sql`delete from auth.session where "userId" = ${userId}`.execute(tx)
    return { result: {}, events: [{ name: 'person.disabled', data: { person: personId } }] }
  },
})

export const enablePerson = defineVerb({
  permission: 'person:manage',
  input: params,
  async run({ tx, actor }, { personId }) {
    const { disabled_at: disabledAt } = await lockOther(tx, actor, personId)
    if (!disabledAt) throw new Conflict('person.enabled', 'This person is not disabled')
    await tx.updateTable('person').set({ disabled_at: null }).where('id', '=', personId).execute()
    return { result: {}, events: [{ name: 'person.enabled', data: { person: personId } }] }
  },
})

/** Nobody changes their own standing, so at least one person who manages the team remains. */
async function lockOther(tx: Transaction<DB>, actor: Actor, personId: string) {
  if (actor.id === personId) {
    throw new Forbidden('person.oneself', 'Somebody else has to change your own standing')
  }
  const row = await tx
    .selectFrom('person')
    .select(['user_id', 'role', 'line', 'disabled_at'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('person.not-found', 'There is no such person')
  return row
}
