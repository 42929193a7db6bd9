import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** Whether somebody can sign in already; a desk is new until its first person is invited. */
export async function hasPeople({ db }: { db: Kysely<DB> }): Promise<boolean> {
  const anybody = await db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return anybody !== undefined
}
