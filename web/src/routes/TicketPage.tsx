import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { apiQuery } from '#web/api.ts'
import { PageLoading } from '#web/app/PageLoading.tsx'
import { useFailure } from '#web/failure.ts'
import { useOpenedTicket } from '#web/tickets/useOpenedTicket.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TicketWorkspace } from './TicketWorkspace.tsx'

const route = getRouteApi('/signed-in/tickets/$ticketId')

/** By its id, or by its number as people say it. */
export function TicketPage() {
  const { ticketId } = route.useParams()
  const number = /^#?([1-9]\d{0,9})$/.exec(ticketId)?.[1]
  return number ? <NumberedTicket number={Number(number)} /> : <OneTicket ticketId={ticketId} />
}

function NumberedTicket({ number }: { number: number }) {
  const failureOf = useFailure()
  const found = useQuery(apiQuery('findTicketByNumber', { params: { number } }))
  if (found.data) {
    return (
      <Navigate
        to="/tickets/$ticketId"
        params={{ ticketId: found.data.id }}
        search={(search) => search}
        replace
      />
    )
  }
  if (!found.error) return <PageLoading />
  return <ErrorState failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
}

function OneTicket({ ticketId }: { ticketId: string }) {
  const failureOf = useFailure()
  const ticket = useOpenedTicket(ticketId)
  if (ticket.isPending) return <PageLoading />
  if (!ticket.data) {
    return <ErrorState failure={failureOf(ticket.error)} onRetry={() => void ticket.refetch()} />
  }
  return <TicketWorkspace key={ticketId} ticket={ticket.data} />
}
