import type { ActionApproval } from '@firstline/contract/approvals'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

/** What was asked to be approved on a ticket and became no run: those tell it themselves. */
export function useOpenApprovals(ticketId: string): ActionApproval[] {
  const { data } = useQuery(apiQuery('listTicketApprovals', { params: { ticketId } }))
  return (data?.items ?? []).filter(({ runId }) => runId === null)
}

/** How many requests wait for the one who looks. */
export function useWaitingCount(): number {
  const { data } = useQuery(apiQuery('listActionApprovals', { query: { state: 'waiting' } }))
  return (data?.items ?? []).filter(({ hindrance }) => hindrance === null).length
}
