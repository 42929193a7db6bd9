import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
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

/** What this installation keeps for itself under one name; what it was before is forgotten. */
export async function keepSetting(
  db: Kysely<DB> | Transaction<DB>,
  key: string,
  value: object,
): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()
}

/** @returns whether it is kept now; false: another one is */
export async function claimSetting(
  tx: Transaction<DB>,
  key: string,
  value: object,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('setting')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

/** @returns undefined where nothing is kept */
export async function readSetting(db: Kysely<DB> | Transaction<DB>, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

export async function dropSetting(tx: Transaction<DB>, key: string): Promise<void> {
  await tx.deleteFrom('setting').where('key', '=', key).execute()
}
