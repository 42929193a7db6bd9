import { permissionsOf, roles } from '@firstline/contract/permissions'
import type { Kysely } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'

const mayErase = roles.filter((role) => permissionsOf[role].has('privacy:manage'))

/** Whether somebody else may say yes; whoever runs the command line holds the database itself. */
export async function isAnotherThere(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'person') return false
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('role', 'in', mayErase)
    .where('disabled_at', 'is', null)
    .where('id', '<>', actor.id)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
