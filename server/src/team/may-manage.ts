import { machinePermissions, permissionsOf } from '@firstline/contract/permissions'
import type { Permission, Role } from '@firstline/contract/permissions'
import type { Transaction } from 'kysely'
import { can } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Forbidden } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

/** Nobody gives more than they have. @throws Forbidden `permission.not-yours` */
export function requireMayGiveRole(giver: Actor, role: Role): void {
  requireMayGive(giver, [...permissionsOf[role]])
}

/**
 * What only machines do is nobody's own, and whoever manages the team may give it.
 * @throws Forbidden `permission.not-yours`
 */
export function requireMayGive(giver: Actor, permissions: readonly Permission[]): void {
  const missing = permissions.filter((each) => !isNobodysOwn(each) && !can(giver, each))
  if (missing.length === 0) return
  throw new Forbidden(
    'permission.not-yours',
    sentence`Nobody gives more than they have, and “${missing.join('”, “')}” is not yours`,
  )
}

/** What only machines do. */
export function isNobodysOwn(permission: Permission): boolean {
  return machinePermissions.has(permission)
}

/**
 * Whoever changes something about people or keys, as they are now and until the transaction ends: of
 * two who disable each other at once the later finds that they are out.
 * @param other the person it is about; both are locked in one order
 * @throws Forbidden `permission.missing`, or whatever they may not give
 */
export async function lockManager(
  tx: Transaction<DB>,
  actor: Actor,
  other: string | null = null,
): Promise<Actor> {
  if (actor.kind !== 'person') return actor
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'role', 'disabled_at'])
    .where('id', 'in', other === null ? [actor.id] : [actor.id, other])
    .orderBy('id')
    .forUpdate()
    .execute()
  const now = rows.find(({ id }) => id === actor.id)
  const manager: Actor = { ...actor, role: now?.role ?? actor.role }
  if (now && !now.disabled_at && can(manager, 'person:manage')) return manager
  throw new Forbidden('permission.missing', 'You may not manage the team any more')
}
