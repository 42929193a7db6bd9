import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

type Decision = { origin: string; reason: string; personId: string | null; now: Date }

/** Its events count nowhere any more. @returns false: they did not before */
export async function setAsideOrigin(
  tx: Transaction<DB>,
  { origin, reason, personId, now }: Decision,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('history_set_aside')
    .values({ origin, reason, by_person: personId, at: now })
    .onConflict((already) => already.doNothing())
    .executeTakeFirst()
  return Boolean(numInsertedOrUpdatedRows)
}

/** @returns false: it was not set aside */
export async function takeBackOrigin(tx: Transaction<DB>, origin: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('history_set_aside')
    .where('origin', '=', origin)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
