import { permissionsOf } from '@firstline/contract/permissions'
import { ownProperty } from '@firstline/contract/own-property'
import type { Permission } from '@firstline/contract/permissions'
import type { Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { isNobodysOwn, lockManager, requireMayGive, requireMayGiveRole } from './may-manage.ts'

type HandOver = { from: string | null; to: string; permissions: readonly Permission[] }

/**
 * Until the transaction ends: that this may be handed over, by this one and to that one, who then
 * answers for it and so must be able to come in and do it themselves.
 */
export async function lockHandOver(
  tx: Transaction<DB>,
  actor: Actor,
  { from, to, permissions }: HandOver,
): Promise<void> {
  const manager = await lockManager(tx, actor, to)
  requireMayGive(manager, permissions)
  if (from !== null) {
    const owner = await tx
      .selectFrom('person')
      .select('role')
      .where('id', '=', from)
      .executeTakeFirst()
    if (owner) requireMayGiveRole(manager, owner.role)
  }
  const next = await tx
    .selectFrom('person')
    .select(['name', 'role', 'disabled_at'])
    .where('id', '=', to)
    .forUpdate()
    .executeTakeFirst()
  if (!next) throw new NotFound('person.not-found', 'There is no such person')
  if (next.disabled_at) throw new Conflict('person.disabled', sentence`${next.name} is disabled`)
  const theirs = ownProperty(permissionsOf, next.role)
  const missing = permissions.filter((each) => !isNobodysOwn(each) && !theirs?.has(each))
  if (missing.length === 0) return
  throw new Forbidden(
    'permission.not-theirs',
    sentence`${next.name} would answer for “${missing.join('”, “')}” and may not do it themselves`,
  )
}
