import type { TicketSummary, TicketView } from '@firstline/contract/tickets'
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { apiQuery, callRoute } from '#web/api.ts'

const route = getRouteApi('/signed-in/tickets')

export const views = ['mine', 'new', 'open', 'waiting', 'resolved', 'unknown'] as const

/** The view and the words looked for, as the address says. */
export function useQueueSearch(): { view: TicketView; q: string | undefined } {
  const { view = 'open', q } = route.useSearch()
  return { view, q }
}

export function useQueue() {
  const { view, q } = useQueueSearch()
  const queue = useInfiniteQuery(queuePages(view, q))
  const tickets = useMemo(() => withoutRepeats(queue.data?.pages ?? []), [queue.data])
  return { ...queue, tickets }
}

export function useCounts() {
  return useQuery({ ...apiQuery('countTickets'), placeholderData: keepPreviousData })
}

function queuePages(view: TicketView, q: string | undefined) {
  const query = { view, ...(q && { q }) }
  return infiniteQueryOptions({
    queryKey: ['listTickets', { query }, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      callRoute(
        'listTickets',
        { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** A ticket that moves up while one pages down comes twice; its newer row counts. */
function withoutRepeats(pages: readonly { items: TicketSummary[] }[]): TicketSummary[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => (seen.has(id) ? false : seen.add(id)))
}
