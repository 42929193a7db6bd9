import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TicketWorkspace } from './TicketWorkspace.tsx'

const route = getRouteApi('/signed-in/tickets/$ticketId')

export function TicketPage() {
  const { ticketId } = route.useParams()
  const failureOf = useFailure()
  const ticket = useQuery(apiQuery('getTicket', { params: { ticketId } }))
  if (ticket.isPending) {
    return (
      <div className="p-4">
        <Skeleton lines={6} />
      </div>
    )
  }
  if (!ticket.data) {
    return <ErrorState failure={failureOf(ticket.error)} onRetry={() => void ticket.refetch()} />
  }
  return <TicketWorkspace key={ticketId} ticket={ticket.data} />
}
