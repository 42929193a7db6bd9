import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { OutcomeUnknown, isDatabaseGone } from '#server/database/database-gone.ts'
import type { DB } from '#server/database/db-types.ts'
import { asTransaction } from './refuse-in-transaction.ts'

/**
 * All of it or nothing: a transaction of its own, or a part of the one it is called in, which goes on
 * whether the part succeeds or not.
 */
export async function inTransaction<Result>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  if (!db.isTransaction) return asTransaction(() => commit(db, work))
  await sql`savepoint part`.execute(db)
  try {
    // one it says it is
    const result = await work(db as Transaction<DB>)
    await sql`release savepoint part`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db)
    throw error
  }
}

/** @throws OutcomeUnknown where all was done, and the commit was not answered */
async function commit<Result>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  let isDone = false
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx)
      isDone = true
      return result
    })
  } catch (error) {
    if (isDone && error instanceof Error && isDatabaseGone(error)) throw new OutcomeUnknown(error)
    throw error
  }
}

/** Reads for long, and all of it as of one moment. */
export function inSnapshot<Result>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return asTransaction(() => snapshot.execute(work))
}

/**
 * Writes what it computes of one moment.
 * @throws DatabaseError 40001, with nothing written, where what it writes was changed since
 */
export function inSnapshotToWrite<Result>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read')
  return asTransaction(() => snapshot.execute(work))
}
