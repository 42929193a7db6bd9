import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { appendImported } from './append-imported.ts'
import type { HistoryCase } from '#server/imports/history/loaded-history.ts'
import type { Batch, Writer } from './batch.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'

/** Takes cases of which some may be in the record: adds the others, and computes facts from all of it. */
export function againBatch({ db }: Writer, origin: string): Batch {
  const cases: HistoryCase[] = []
  const tx = db as Transaction<DB> // begun by the caller on this very connection
  return {
    add(one) {
      cases.push(one)
      return JSON.stringify(one.events).length
    },
    async write() {
      const events = await appendImported(tx, origin, cases)
      await recomputeFacts(
        tx,
        cases.map(({ ticketId }) => ticketId),
      )
      return events
    },
  }
}
