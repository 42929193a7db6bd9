import type {
  FoundTicket,
  TicketOrder,
  TicketPriority,
  TicketSummary,
  TicketView,
} from '@firstline/contract/tickets'
import { orderOf } from '@firstline/contract/ticket-views'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { apiPages, apiQuery } from '#web/api.ts'

const route = getRouteApi('/signed-in/tickets')

export const views = [
  'mine',
  'new',
  'open',
  'waiting',
  'snoozed',
  'resolved',
  'unknown',
  'void',
] as const

/** A ticket of a view, or one that was found with where its words were said. */
export type QueueTicket = TicketSummary & Partial<Pick<FoundTicket, 'excerpt'>>

type QueueChoice = {
  view: TicketView
  q: string | undefined
  order: TicketOrder
  priority: TicketPriority | undefined
  tag: string | undefined
  /** Instead of a view: the tickets that are part of this one. */
  incident: string | undefined
}

/** Those that differ in this view. */
export function ordersOf(view: TicketView): readonly TicketOrder[] {
  const orders = ['longest', 'urgent', 'newest'] as const
  return orders.filter((order) => orderOf(view, order) === order)
}

export function usualOrder(view: TicketView): TicketOrder {
  return orderOf(view, undefined)
}

/** The view, what it is narrowed to and the words looked for, as the address says. */
export function useQueueSearch(): QueueChoice {
  const { view = 'open', q, order, priority, tag, incident } = route.useSearch()
  const asked = { view, q: q?.trim() || undefined, order: order ?? usualOrder(view) }
  return { ...asked, priority, tag, incident }
}

/** The tickets of the view or, while words are looked for, those found in all views. */
export function useQueue() {
  const { view, q, order, priority, tag, incident } = useQueueSearch()
  const isSearch = q !== undefined
  const narrowed = {
    ...(priority && { priority }),
    ...(tag && { tag }),
    ...(incident && { incident }),
  }
  const ofView = useInfiniteQuery({
    ...apiPages('listTickets', { query: { view, order, ...narrowed } }),
    enabled: !isSearch,
  })
  const found = useInfiniteQuery({ ...foundPages(q), enabled: isSearch })
  const queue = isSearch ? found : ofView
  const pages = queue.data?.pages
  const tickets = useMemo(() => withoutRepeats(pages ?? []), [pages])
  return { ...queue, tickets }
}

/** How many are found, and whether all have been looked through; as the first page said. */
export function useFound(): { count: number; stale: number } | null {
  const { q } = useQueueSearch()
  const { data } = useInfiniteQuery({ ...foundPages(q), enabled: false })
  const first = q === undefined ? undefined : data?.pages[0]
  return first ? { count: first.count ?? 0, stale: first.stale } : null
}

function foundPages(q = '') {
  return apiPages('searchTickets', { query: { q } })
}

export function useCounts() {
  return useQuery({ ...apiQuery('countTickets'), placeholderData: keepPreviousData })
}

/** A ticket that moves up while one pages down comes twice; its newer row counts. */
function withoutRepeats(pages: readonly { items: QueueTicket[] }[]): QueueTicket[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => (seen.has(id) ? false : seen.add(id)))
}
