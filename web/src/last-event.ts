import type { QueryClient } from '@tanstack/react-query'
import { apiQuery } from './api.ts'

/** The last event of a ticket that its page shows now; undefined while it does not know. */
export function lastEventOf(queryClient: QueryClient, ticketId: string): string | undefined {
  const { queryKey } = apiQuery('getTimeline', { params: { ticketId } })
  return queryClient.getQueryData(queryKey)?.lastEvent ?? undefined
}
