import type { TicketOrder, TicketPriority, TicketSummary, TicketView } from './tickets.ts'
import { TicketPriority as Priority } from './tickets.ts'

/** What decides in which view a ticket stands, and at which place. */
export type TicketPlace = Pick<
  TicketSummary,
  'id' | 'state' | 'account' | 'assignee' | 'snoozed' | 'priority' | 'spoke' | 'updatedAt'
>

/**
 * Whether a ticket stands in a view of somebody's. The server asks the database the same; a page asks
 * here where it is told of one ticket that has changed.
 */
export function isInView(
  { state, account, assignee, snoozed }: TicketPlace,
  view: TicketView,
  personId: string | null,
): boolean {
  const isWork = snoozed === null && (state === 'open' || state === 'waiting')
  switch (view) {
    case 'mine':
      return isWork && assignee !== null && assignee.id === personId
    case 'new':
      return isWork && state === 'open' && assignee === null
    case 'unknown':
      return isWork && account === null
    case 'snoozed':
      return snoozed !== null
    case 'open':
    case 'waiting':
      return isWork && state === view
    case 'resolved':
    case 'void':
      return state === view
  }
}

/** Where nothing is left to do, nobody waits, and nothing is urgent. */
export function orderOf(view: TicketView, asked: TicketOrder | undefined): TicketOrder {
  if (view !== 'resolved' && view !== 'void') return asked ?? 'longest'
  return asked === 'longest' ? 'longest' : 'newest'
}

/** Below zero where the first comes before the second. */
export function comparePlaces(order: TicketOrder, one: TicketPlace, other: TicketPlace): number {
  if (order === 'newest')
    return compare(other.updatedAt, one.updatedAt) || compare(other.id, one.id)
  const turn =
    compare(one.spoke.last, other.spoke.last) ||
    compare(one.spoke.since, other.spoke.since) ||
    compare(one.id, other.id)
  return order === 'urgent' ? rankOf(one.priority) - rankOf(other.priority) || turn : turn
}

function rankOf(priority: TicketPriority): number {
  return Priority.options.indexOf(priority)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
