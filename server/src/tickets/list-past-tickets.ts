import { ListPastTickets } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import { withinReach } from './reach.ts'
import { selectSummaries, summaryOf } from './read-ticket.ts'
import { ticketNotFound } from './state.ts'

/** What else the customer has written about: of the same account, or contact where none is known. */
export const listPastTickets = defineQuery({
  permission: 'ticket:read',
  input: ListPastTickets,
  async run({ db, actor }, { ticketId, cursor, limit }) {
    const ticket = await db
      .selectFrom('ticket')
      .select(['account_id', 'contact_id'])
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    const { account_id: account, contact_id: contact } = ticket
    if (!account && !contact) return { items: [], next: null }
    const after = cursor ? decodeCursor(cursor) : null
    const rows = await selectSummaries(db)
      .where(account ? 'ticket.account_id' : 'ticket.contact_id', '=', account ?? contact)
      .where('ticket.id', '<>', ticketId)
      .where('ticket.state', '<>', 'void')
      .where((where) => withinReach(where, actor))
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(ticket.opened_at, ticket.id) < (${after?.at}, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('ticket.opened_at', 'desc')
      .orderBy('ticket.id', 'desc')
      .limit(limit + 1)
      .execute()
    const items = rows.slice(0, limit).map(summaryOf)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { items, next: last ? encodeCursor({ at: last.openedAt, id: last.id }) : null }
  },
})
