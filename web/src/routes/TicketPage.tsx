import { getRouteApi } from '@tanstack/react-router'
import { useFailure } from '#web/failure.ts'
import { useOpenedTicket } from '#web/tickets/useOpenedTicket.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TicketWorkspace } from './TicketWorkspace.tsx'

const route = getRouteApi('/signed-in/tickets/$ticketId')

export function TicketPage() {
  const { ticketId } = route.useParams()
  const failureOf = useFailure()
  const ticket = useOpenedTicket(ticketId)
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
