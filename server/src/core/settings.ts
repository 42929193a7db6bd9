import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** Signs rating links and preview tokens; the same on every node. */
export type WithSecret = { secret: string }

/** The installation's signing secret: made once, shared by all nodes of the database. */
export async function readSecret(db: Kysely<DB>): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  await db
    .insertInto('setting')
    .values({ key: 'secret', value: JSON.stringify(fresh) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('setting')
    .select(sql<string>`value #>> '{}'`.as('secret'))
    .where('key', '=', 'secret')
    .executeTakeFirstOrThrow()
  return row.secret
}
