import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { apiQuery, callRoute } from '#web/api.ts'

/**
 * The ticket that is opened. The first time all that is ours comes with it, in one answer; from then on
 * each part is a query of its own, read again when an event changes it.
 */
export function useOpenedTicket(ticketId: string) {
  const queryClient = useQueryClient()
  const input = { params: { ticketId } }
  const ticket = apiQuery('getTicket', input)
  return useQuery({
    queryKey: ticket.queryKey,
    queryFn: ({ signal }) =>
      queryClient.getQueryData(ticket.queryKey)
        ? callRoute('getTicket', input, { signal })
        : readWorkspace(queryClient, ticketId, signal),
  })
}

async function readWorkspace(queryClient: QueryClient, ticketId: string, signal: AbortSignal) {
  const input = { params: { ticketId } }
  const shown = await callRoute('getTicketWorkspace', input, { signal })
  const { ticket, timeline, panels, approvals, actions, watchers } = shown
  queryClient.setQueryData(apiQuery('getTimeline', input).queryKey, timeline)
  queryClient.setQueryData(apiQuery('listTicketWatchers', input).queryKey, watchers)
  if (panels) queryClient.setQueryData(apiQuery('listPanels', input).queryKey, panels)
  if (approvals)
    queryClient.setQueryData(apiQuery('listTicketApprovals', input).queryKey, approvals)
  if (actions) queryClient.setQueryData(apiQuery('listActions', input).queryKey, actions)
  return ticket
}
