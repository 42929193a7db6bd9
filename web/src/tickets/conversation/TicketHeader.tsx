import type { Ticket } from '@firstline/contract/tickets'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTicketWatching } from '#web/notifications/useWatching.ts'
import { WatchButton } from '#web/notifications/WatchButton.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { TicketStanding } from '../TicketStanding.tsx'
import { PriorityMenu } from '../labels/PriorityMenu.tsx'
import { TicketTags } from '../labels/TicketTags.tsx'
import { AssigneeMenu } from './AssigneeMenu.tsx'
import { deskName } from './desk-name.ts'
import { ProblemStart } from './ProblemStart.tsx'
import { TypeMenu } from './TypeMenu.tsx'

type TicketHeaderProps = {
  ticket: Ticket
  /** At the end of the title's line. */
  tools: ReactNode
}

/** What it is, how it stands, whose it is. */
export function TicketHeader({ ticket, tools }: TicketHeaderProps) {
  const { t } = useTranslation(['conversation', 'tickets'])
  const watching = useTicketWatching(ticket.id)
  return (
    <header className="flex items-start gap-2 border-b border-line px-4 pt-2.5 pb-2">
      <title>{`#${ticket.number} ${ticket.subject} · Firstline`}</title>
      <Link
        to="/tickets"
        search={(search) => search}
        aria-label={t('tickets:back')}
        className="-ml-2 flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover lg:hidden pointer-coarse:size-11"
      >
        <ArrowLeft aria-hidden size={18} />
      </Link>
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-3">
          <h1 className="min-w-0 flex-1 text-md font-semibold text-pretty wrap-anywhere">
            <span className="font-normal text-muted tabular-nums">#{ticket.number}</span>{' '}
            <bdi>{ticket.subject}</bdi>
          </h1>
          {tools}
        </div>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm whitespace-nowrap text-muted max-sm:-ml-7 max-sm:pointer-coarse:-ml-11">
          <TicketStanding ticket={ticket} />
          <PriorityMenu ticket={ticket} />
          <TypeMenu ticket={ticket} />
          <span>{ticket.line}</span>
          <AssigneeMenu ticket={ticket} />
          <TicketTags ticket={ticket} />
          <span>
            {t('tickets:opened')} <RelativeTime at={ticket.openedAt} />
          </span>
          <ProblemStart ticket={ticket} />
          <WatchButton watching={watching} group={t('ticket')} />
          {ticket.repeatOf && (
            <Link
              to="/tickets/$ticketId"
              params={{ ticketId: ticket.repeatOf.id }}
              search={(search) => search}
              className="text-accent underline underline-offset-2"
            >
              {t('repeatOf', { number: ticket.repeatOf.number })}
            </Link>
          )}
          {ticket.outside && <LivesIn outside={ticket.outside} />}
          {ticket.incident && <PartOf incident={ticket.incident} />}
        </div>
      </div>
    </header>
  )
}

/** Its page in the desk that the company has. */
function LivesIn({ outside }: { outside: NonNullable<Ticket['outside']> }) {
  const { t } = useTranslation('conversation')
  const { id, address } = outside
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className="text-accent underline underline-offset-2"
    >
      {t('livesIn', { id, desk: deskName(outside, t) })}
    </a>
  )
}

function PartOf({ incident: { id, title } }: { incident: NonNullable<Ticket['incident']> }) {
  const { t } = useTranslation('conversation')
  return (
    <Link
      to="/incidents/$incidentId"
      params={{ incidentId: id }}
      className="max-w-[min(20rem,100%)] truncate text-accent underline underline-offset-2"
    >
      {t('partOfIncident', { title })}
    </Link>
  )
}
