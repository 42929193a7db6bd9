import { ListMergeChoices, mostMergeChoices } from '@firstline/contract/merging'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { selectSummaries, summaryOf } from '#server/tickets/read-ticket.ts'
import { withinReach } from '#server/tickets/reach.ts'
import { ticketNumberOf } from '#server/tickets/search-tickets.ts'
import { ticketNotFound } from '#server/tickets/state.ts'

/** Tickets of the same customer that are not void; nothing of another one is ever found here. */
export const listMergeChoices = defineQuery({
  permission: 'ticket:read',
  input: ListMergeChoices,
  async run({ db, actor }, { ticketId, q = '' }) {
    const customer = await readCustomer(db, ticketId)
    const ids =
      q === '' ? await newestOf(db, ticketId, customer) : await found(db, ticketId, customer, q)
    if (ids.length === 0) return { items: [] }
    const rows = await selectSummaries(db)
      .where('ticket.id', 'in', ids)
      .where((where) => withinReach(where, actor))
      .execute()
    const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]))
    const items = ids.flatMap((id) => byId.get(id) ?? [])
    const isOwn = (one: (typeof items)[number]) => one.contact?.id === customer.contactId
    return { items: [...items.filter(isOwn), ...items.filter((one) => !isOwn(one))] }
  },
})

type Customer = { accountId: string | null; contactId: string | null }

async function readCustomer(db: Kysely<DB>, ticketId: string): Promise<Customer> {
  const ticket = await db
    .selectFrom('ticket')
    .select(['account_id as accountId', 'contact_id as contactId'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  return ticket
}

/** Of the same contact first: as many as there is room for. */
async function newestOf(db: Kysely<DB>, ticketId: string, customer: Customer): Promise<string[]> {
  const { contactId, accountId } = customer
  const own =
    contactId === null
      ? []
      : await idsOf(ofCustomer(db, ticketId, customer).where('contact_id', '=', contactId))
  if (accountId === null || own.length === mostMergeChoices) return own
  const all = await idsOf(ofCustomer(db, ticketId, customer))
  return [...new Set([...own, ...all])].slice(0, mostMergeChoices)
}

async function idsOf(tickets: ReturnType<typeof ofCustomer>): Promise<string[]> {
  const rows = await tickets
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostMergeChoices)
    .execute()
  return rows.map(({ id }) => id)
}

/** The account, or the contact where nobody has said whose it is. */
function ofCustomer(db: Kysely<DB>, ticketId: string, { accountId, contactId }: Customer) {
  return db
    .selectFrom('ticket')
    .select('ticket.id')
    .where('ticket.id', '<>', ticketId)
    .where('ticket.state', '<>', 'void')
    .$if(accountId !== null, (query) => query.where('ticket.account_id', '=', accountId))
    .$if(accountId === null, (query) =>
      query.where('ticket.account_id', 'is', null).where('ticket.contact_id', '=', contactId),
    )
}

async function found(
  db: Kysely<DB>,
  ticketId: string,
  customer: Customer,
  q: string,
): Promise<string[]> {
  const number = ticketNumberOf(q)
  const tickets = ofCustomer(db, ticketId, customer)
  if (number !== null) {
    const rows = await tickets.where('number', '=', number).execute()
    return rows.map(({ id }) => id)
  }
  const rows = await tickets
    .innerJoin('ticket_search as said', (join) =>
      join.onRef('said.ticket_id', '=', 'ticket.id').on('said.part', '=', sql.lit('body')),
    )
    .where(sql<SqlBool>`said.words @@ search_query(${q})`)
    .orderBy('said.number', 'desc')
    .limit(mostMergeChoices)
    .execute()
  return rows.map(({ id }) => id)
}
