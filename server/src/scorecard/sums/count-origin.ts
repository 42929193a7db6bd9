import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { inSnapshotToWrite, inTransaction } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { isOvertaken } from '#server/database/is-overtaken.ts'
import { holdBasis, ownBasis } from './basis.ts'
import type { SumsBasis } from './contributions.ts'
import { addToRollups } from './update-rollups.ts'

const attempts = 3

/**
 * Makes the sums of one history anew, as after a bulk load, which does not count what it writes. The
 * desk goes on meanwhile, as millions of facts take a minute: what changes facts of this very history
 * makes it begin again, and wait if that happens too often.
 */
export async function countOrigin(db: Kysely<DB>, origin: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await countUndisturbed(db, origin)) return
  }
  await inTransaction(db, async (tx) => replaceSums(tx, await ownBasis(tx), origin))
}

/** One snapshot for all of it: a change beside it is in the facts and in the sums, or in neither. */
function countUndisturbed(db: Kysely<DB>, origin: string): Promise<boolean> {
  return inSnapshotToWrite(db, async (tx) => replaceSums(tx, await holdBasis(tx), origin)).then(
    () => true,
    (error: unknown) => {
      if (isOvertaken(error)) return false
      throw error
    },
  )
}

async function replaceSums(tx: Transaction<DB>, basis: SumsBasis, origin: string): Promise<void> {
  for (const sums of [sql.ref('scorecard_count'), sql.ref('scorecard_duration')]) {
    await sql`
      delete from ${sums} using scorecard_group
      where id = group_id and origin = ${origin}`.execute(tx)
  }
  await addToRollups(tx, basis, {
    tickets: sql`(select 1 as sign, * from ticket_fact where origin = ${origin})`,
    resolutions: sql`(select 1 as sign, * from resolution_fact where origin = ${origin})`,
  })
}
