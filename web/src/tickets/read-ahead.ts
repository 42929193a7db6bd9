import type { ResponseOf } from '@firstline/contract/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apiQuery, callRoute } from '#web/api.ts'

/** Of a ticket that was read ahead and has not been opened: what is shown of it is as old as can be. */
const aheadOnly = 0

/**
 * The conversation of those that a key opens next is read while one reads the ticket before them, so that it is there
 * at once. Only that: to be shown a customer's account goes on record, and nobody has looked at it yet.
 * @param ids the likeliest first
 */
export function useReadAhead(ticketId: string | undefined, ids: readonly (string | undefined)[]) {
  const queryClient = useQueryClient()
  const { data } = useQuery({
    ...apiQuery('getTicket', { params: { ticketId: ticketId ?? '' } }),
    enabled: false,
  })
  const isThere = data !== undefined && data.id === ticketId
  const wanted = ids.filter((id) => id !== undefined).join(' ')
  useEffect(() => {
    if (!isThere || wanted === '') return
    const reading = new AbortController()
    void readAhead(queryClient, wanted.split(' '), reading.signal)
    return () => reading.abort()
  }, [queryClient, isThere, wanted])
}

/** One after another; what fails is read when it is opened. */
async function readAhead(
  queryClient: QueryClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  try {
    for (const ticketId of ids) {
      const input = { params: { ticketId } }
      const { queryKey } = apiQuery('getTicket', input)
      const state = queryClient.getQueryState(queryKey)
      if (state?.fetchStatus === 'fetching' || (state?.data && !state.isInvalidated)) continue
      const [ticket] = await Promise.all([
        callRoute('getTicket', input, { signal }),
        queryClient.fetchQuery(apiQuery('getTimeline', input)),
      ])
      if (signal.aborted) return
      const updatedAt = state?.data ? state.dataUpdatedAt : aheadOnly
      queryClient.setQueryData(queryKey, ticket, { updatedAt })
    }
  } catch {
    // whoever opens it is told what is wrong
  }
}

/**
 * Where one goes to a ticket that was read ahead, all that opening it shows is asked for by one request before its
 * parts are drawn: each finds its answer on the way, and asks for none of its own.
 */
export function openReadAhead(queryClient: QueryClient, ticketId: string): void {
  const input = { params: { ticketId } }
  const { queryKey } = apiQuery('getTicket', input)
  const state = queryClient.getQueryState(queryKey)
  if (state?.data === undefined || state.dataUpdatedAt > aheadOnly) return
  const opened = callRoute('getTicketWorkspace', input)
  const comes = (key: QueryKey, part: (shown: Workspace) => unknown) =>
    void queryClient.prefetchQuery({ queryKey: key, queryFn: async () => part(await opened) })
  comes(queryKey, ({ ticket }) => ticket)
  comes(apiQuery('listTicketWatchers', input).queryKey, ({ watchers }) => watchers)
  comes(apiQuery('listPanels', input).queryKey, ({ panels }) => mayBeSeen(panels))
  comes(apiQuery('listTicketApprovals', input).queryKey, ({ approvals }) => mayBeSeen(approvals))
  comes(apiQuery('listActions', input).queryKey, ({ actions }) => mayBeSeen(actions))
  const timeline = apiQuery('getTimeline', input).queryKey
  opened.then(
    (shown) => queryClient.setQueryData(timeline, shown.timeline),
    () => undefined, // said where the ticket is
  )
}

type Workspace = ResponseOf<'getTicketWorkspace'>

/** @throws for what nobody asks for who may not read it */
function mayBeSeen<Part>(part: Part | null): Part {
  if (part === null) throw new Error('Not for whoever opened the ticket')
  return part
}
