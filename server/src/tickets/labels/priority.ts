import { TicketPriority } from '@firstline/contract/tickets'

/** As the database orders them: 1 is urgent, 4 is low. */
export function rankOf(priority: TicketPriority): number {
  return TicketPriority.options.indexOf(priority) + 1
}

export function priorityOf(rank: number): TicketPriority {
  const priority = TicketPriority.options[rank - 1]
  if (priority === undefined) throw new Error(`There is no priority ${rank}`)
  return priority
}
