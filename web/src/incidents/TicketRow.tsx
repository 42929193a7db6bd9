import type { TicketSummary } from '@firstline/contract/tickets'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

type TicketRowProps = {
  ticket: TicketSummary
  /** The address of its ticket keeps the incident’s tickets in the queue beside it. */
  incidentId?: string
  /** How it stands, or what can be done with it. */
  children: ReactNode
}

/** A ticket in one of the lists of an incident. */
export function TicketRow({ ticket, incidentId, children }: TicketRowProps) {
  const { id, number, subject, contact, account, openedAt } = ticket
  return (
    <div className="relative flex items-center gap-x-4 px-4 py-2 hover:bg-hover sm:px-6">
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: id }}
            search={incidentId ? { incident: incidentId } : {}}
            data-row={id}
            className="min-w-0 flex-1 truncate after:absolute after:inset-0"
          >
            <span className="text-muted tabular-nums">#{number}</span> <bdi>{subject}</bdi>
          </Link>
          <span className="shrink-0 text-xs text-muted">
            <RelativeTime at={openedAt} />
          </span>
        </p>
        <p className="truncate text-sm text-muted">
          {[contact?.name ?? contact?.email, account?.name].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="relative shrink-0 text-sm">{children}</div>
    </div>
  )
}
