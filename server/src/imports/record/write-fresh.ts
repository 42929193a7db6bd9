import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { rowsOf } from './append-imported.ts'
import { CopyRows, copyRows } from './copy-rows.ts'
import { FactRows } from './fact-rows.ts'
import type { Batch, Writer } from './batch.ts'
import { businessClockOf, holdBasis } from '#server/scorecard/sums/basis.ts'

/**
 * Takes cases of which nothing is in the record yet: events and facts are made of what is in memory
 * and copied in bulk, nothing is read back. Sums do not know of them until the import counts them.
 */
export async function freshBatch({ client, db }: Writer, origin: string): Promise<Batch> {
  const events = new CopyRows()
  const facts = new FactRows(origin)
  const clock = businessClockOf(await holdBasis(db as Transaction<DB>)) // begun by the caller
  return {
    add(one) {
      let characters = 0
      for (const row of rowsOf(origin, one)) characters += events.add(row)
      facts.add(one, clock)
      return characters
    },
    async write() {
      await copyRows(client, 'event', events)
      await facts.copy(client)
      return events.count
    },
  }
}
