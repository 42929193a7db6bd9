import type { ListTickets } from '@firstline/contract/tickets'
import type { z } from 'zod'

export type AskedTickets = z.input<typeof ListTickets>
type Input = { params?: { ticketId?: string }; query?: AskedTickets }

/** What a query asks the server for, of its key: of any route; what another route has under these names is not looked at. */
export function askedBy(input: unknown): Input {
  return (input as Input | undefined) ?? {}
}
