import { ticketRoutes } from '@firstline/contract/tickets'
import { defineQuery } from '#server/core/verb.ts'
import { ticketNotFound } from './state.ts'

/** People say the number; an address may too. */
export const findTicketByNumber = defineQuery({
  permission: 'ticket:read',
  input: ticketRoutes.findTicketByNumber.params,
  async run({ db }, { number }) {
    const ticket = await db
      .selectFrom('ticket')
      .select('id')
      .where('number', '=', String(number))
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    return ticket
  },
})
