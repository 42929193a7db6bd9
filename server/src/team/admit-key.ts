import { ownProperty } from '@firstline/contract/own-property'
import { machinePermissions, permissionsOf } from '@firstline/contract/permissions'
import type { FastifyRequest } from 'fastify'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { Desk } from '#server/core/verb.ts'
import { hashOfKey } from './create-api-key.ts'
import { keyAsleep, keyExpired, keyUnknown } from './key-refusals.ts'
import { noteKeyUse } from './note-key-use.ts'
import { planKept } from '#server/database/keep-plan.ts'

/**
 * The machine whose key this is; where it is used from is noted.
 * @throws Unauthenticated, saying what became of the key
 */
export async function admitKey(desk: Desk, key: string, request: FastifyRequest): Promise<Actor> {
  const row = await selectKeys(desk.db)
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!row) throw keyUnknown()
  if (row.expires_at <= desk.clock.now()) throw keyExpired(row.expires_at)
  if (isAsleep(row)) throw keyAsleep()
  const actor = integrationOf(row)
  await noteKeyUse(desk, actor, request)
  return actor
}

/** The machine as it may act today; null when its key was revoked, sleeps or its time is over. */
export async function findIntegration(
  db: Kysely<DB> | Transaction<DB>,
  id: string,
  now: Date,
): Promise<Actor | null> {
  const row = await selectKeys(db)
    .where('api_key.id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && !isAsleep(row) ? integrationOf(row) : null
}

function selectKeys(db: Kysely<DB> | Transaction<DB>) {
  return db
    .selectFrom('api_key')
    .leftJoin('person as owner', 'owner.id', 'api_key.owner_id')
    .select(['api_key.id', 'api_key.name', 'permissions', 'expires_at', 'asleep_at'])
    .select(['owner.role as ownerRole', 'owner.disabled_at as ownerDisabledAt'])
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectKeys>['executeTakeFirst']>>>

/** Also one that was made while its owner was being disabled. */
function isAsleep({ asleep_at: asleepAt, ownerDisabledAt }: Row): boolean {
  return asleepAt !== null || ownerDisabledAt !== null
}

/** A key never does what its owner may not do any more. */
function integrationOf({ id, name, ownerRole, ...row }: Row): Actor {
  const given = row.permissions
  const owned = ownerRole === null ? null : ownProperty(permissionsOf, ownerRole)
  const permissions = given.filter(
    (each) => owned === null || owned?.has(each) === true || machinePermissions.has(each),
  )
  return { kind: 'integration', id, name, permissions }
}
