import { catalogueRowOf } from '@firstline/contract/events'
import type { LiveTickets } from '@firstline/contract/live'
import type { z } from 'zod'
import type { Kysely } from 'kysely'
import type { CountTeller, RowTeller } from '#server/core/live-rows.ts'
import type { DB } from '#server/database/db-types.ts'
import { countMine, countShared } from './list-tickets.ts'
import { selectSummaries, summaryOf } from './read-ticket.ts'

/** What an open list is told of tickets that changed, instead of reading itself again. */
export function createRowTeller(db: Kysely<DB>): RowTeller {
  return {
    isTold({ name, ticketId }) {
      const changes = catalogueRowOf(name)?.changes
      // with `ticket` another ticket than the event's is another one too
      return ticketId !== null && !!changes?.includes('tickets') && !changes.includes('ticket')
    },
    async readRows(ticketIds): Promise<z.infer<typeof LiveTickets>> {
      const rows = await selectSummaries(db).where('ticket.id', 'in', ticketIds).execute()
      return { tickets: rows.map(summaryOf) }
    },
    tooMany: { tickets: null } satisfies z.infer<typeof LiveTickets>,
  }
}

export function tellTicketCounts(db: Kysely<DB>): CountTeller<'countTickets'> {
  return {
    route: 'countTickets',
    async read(personIds) {
      const shared = await countShared(db)
      const mine = await countMine(db, personIds)
      return (personId) => ({
        ...shared,
        mine: (personId === null ? undefined : mine.get(personId)) ?? 0,
      })
    },
  }
}
