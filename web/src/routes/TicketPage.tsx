import { getRouteApi } from '@tanstack/react-router'
import { TicketHeader } from '#web/tickets/TicketHeader.tsx'

const route = getRouteApi('/signed-in/tickets/$ticketId')

export function TicketPage() {
  const { ticketId } = route.useParams()
  return <TicketHeader ticketId={ticketId} />
}
