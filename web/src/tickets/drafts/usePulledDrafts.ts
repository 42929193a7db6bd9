import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { pullDrafts } from './keep-drafts.ts'

/** What was written on another device is here when the ticket is opened, and when one comes back to it. */
export function usePulledDrafts(ticketId: string): void {
  useQuery({
    queryKey: apiQuery('listTicketDrafts', { params: { ticketId } }).queryKey,
    queryFn: ({ signal }) => pullDrafts(ticketId, signal),
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    retry: false,
  })
}
