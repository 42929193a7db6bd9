import { sql } from 'kysely'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { Desk } from '#server/core/verb.ts'

const atOnce = 200
const perRun = 50

/**
 * Makes the words of stale tickets ready to be found, newest tickets first; what is left is for the
 * next run. Several nodes may do so at once. Returns how many.
 */
export async function indexTickets({ db }: Pick<Desk, 'db'>): Promise<number> {
  let count = 0
  for (let turn = 0; turn < perRun; turn++) {
    const done = await inTransaction(db, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        delete from ticket_search_stale where ticket_id in (
          select ticket_id from ticket_search_stale order by ticket_id desc limit ${atOnce} for update skip locked)
        returning ticket_id as id`.execute(tx)
      const ids = rows.map(({ id }) => id).sort()
      await sql`select index_ticket(id) from unnest(${ids}::uuid[]) as id`.execute(tx)
      return ids.length
    })
    count += done
    if (done < atOnce) break
  }
  return count
}
