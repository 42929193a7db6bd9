import { teamRoutes } from '@firstline/contract/team'
import type { PersonDisabled } from '@firstline/contract/team'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { lockManager, requireMayGiveRole } from './may-manage.ts'

const { params } = teamRoutes.disablePerson

export const changeRole = defineVerb({
  permission: 'person:manage',
  input: teamRoutes.changeRole.params.extend(teamRoutes.changeRole.body.shape),
  async run({ tx, actor }, { personId, role, line }) {
    const { manager, before } = await lockOther(tx, actor, personId)
    requireMayGiveRole(manager, role)
    if (role !== 'admin') await requireAnotherAdmin(tx, personId, before)
    await tx.updateTable('person').set({ role, line }).where('id', '=', personId).execute()
    const was = { role: before.role, line: before.line }
    return {
      result: {},
      events: [{ name: 'person.role_changed', data: { person: personId, role, line, was } }],
    }
  },
})

/**
 * Out means out: sessions end in the same transaction, open streams by its event, and what the person
 * answers for sleeps until somebody else does.
 */
export const disablePerson = defineVerb({
  permission: 'person:manage',
  input: params,
  async run({ tx, actor, clock }, { personId }) {
    const { before } = await lockOther(tx, actor, personId)
    const { user_id: userId, disabled_at: disabledAt } = before
    if (disabledAt) throw new Conflict('person.disabled', 'This person is disabled already')
    await requireAnotherAdmin(tx, personId, before)
    const now = clock.now()
    await tx.updateTable('person').set({ disabled_at: now }).where('id', '=', personId).execute()
    await sql`delete from auth.session where "userId" = ${userId}`.execute(tx)
    const keys = await putToSleep(tx, 'api_key', personId, now)
    const aiAgents = await putToSleep(tx, 'ai_agent', personId, now)
    const result: PersonDisabled = { keys, aiAgents }
    const asleep = { keys: keys.map(({ id }) => id), ai_agents: aiAgents.map(({ id }) => id) }
    return {
      result,
      events: [{ name: 'person.disabled', data: { person: personId, ...asleep } }],
    }
  },
})

/** Their keys and AI agents go on sleeping: each is woken by name, or nobody knows that it is. */
export const enablePerson = defineVerb({
  permission: 'person:manage',
  input: params,
  async run({ tx, actor }, { personId }) {
    const { before } = await lockOther(tx, actor, personId)
    if (!before.disabled_at) throw new Conflict('person.enabled', 'This person is not disabled')
    await tx.updateTable('person').set({ disabled_at: null }).where('id', '=', personId).execute()
    return { result: {}, events: [{ name: 'person.enabled', data: { person: personId } }] }
  },
})

type Standing = { user_id: string; role: string; line: string; disabled_at: Date | null }

/**
 * Nobody changes their own standing, so at least one person who manages the team remains; and nobody
 * that of somebody who may more than they.
 */
export async function lockOther(
  tx: Transaction<DB>,
  actor: Actor,
  personId: string,
): Promise<{ manager: Actor; before: Standing }> {
  if (actor.id === personId) {
    throw new Forbidden('person.oneself', 'Somebody else has to change your own standing')
  }
  const manager = await lockManager(tx, actor, personId)
  const before = await tx
    .selectFrom('person')
    .select(['user_id', 'role', 'line', 'disabled_at'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new NotFound('person.not-found', 'There is no such person')
  requireMayGiveRole(manager, before.role)
  return { manager, before }
}

/** An administrator is made by an administrator: without one nobody could be made again. */
async function requireAnotherAdmin(
  tx: Transaction<DB>,
  personId: string,
  standing: Standing,
): Promise<void> {
  if (!(await isLastAdmin(tx, personId, standing))) return
  throw new Conflict('person.last-admin', 'This is the last administrator; make another one first')
}

/** Until the transaction ends: of two who leave at once the later finds that they are the last. */
export async function isLastAdmin(
  tx: Transaction<DB>,
  personId: string,
  { role, disabled_at: disabledAt }: Pick<Standing, 'role' | 'disabled_at'>,
): Promise<boolean> {
  if (role !== 'admin' || disabledAt) return false
  const admins = await tx
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return admins.every(({ id }) => id === personId)
}

function putToSleep(
  tx: Transaction<DB>,
  table: 'api_key' | 'ai_agent',
  personId: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  return tx
    .updateTable(table)
    .set({ asleep_at: now })
    .where('owner_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('asleep_at', 'is', null)
    .returning(['id', 'name'])
    .execute()
}
