import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { Auth } from './auth.ts'

/** Hashed as better-auth reads it. */
export async function storePassword(
  tx: Transaction<DB>,
  auth: Auth,
  { userId, password, now }: { userId: string; password: string; now: Date },
): Promise<void> {
  const hash = await (await auth.$context).password.hash(password)
  const { numUpdatedRows } = await tx
    .updateTable('auth.account')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('auth.account')
    .values({
      id: crypto.randomUUID(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      updatedAt: now,
    })
    .execute()
}

/** @param kept the session that goes on @returns how many ended */
export async function endSessions(
  tx: Transaction<DB>,
  userId: string,
  kept?: string,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('auth.session')
    .where('userId', '=', userId)
    .where(kept === undefined ? sql<boolean>`true` : sql<boolean>`id <> ${kept}`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
