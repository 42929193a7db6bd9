import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isOvertaken } from '#server/database/is-overtaken.ts'

/** So often is done what others at the same time have made PostgreSQL roll back. */
const attempts = 5

/**
 * What was rolled back for another that waited for it is begun anew: it has done nothing, and calls
 * nobody. As a part of a transaction it cannot be: the whole of that was rolled back.
 */
export async function anewIfOvertaken<Result>(
  db: Kysely<DB>,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; attempt < attempts && !db.isTransaction; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isOvertaken(error)) throw error
    }
  }
  return work()
}
