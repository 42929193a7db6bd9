import type { Ticket } from '@firstline/contract/tickets'
import { ArrowUpRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AssigneeMenu } from '#web/tickets/conversation/AssigneeMenu.tsx'
import { TicketStanding } from '#web/tickets/TicketStanding.tsx'

/** Which ticket it is here, how it stands, whose it is; all else about it stands in the desk beside. */
export function PanelLine({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('beside')
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-4 py-1.5 text-sm whitespace-nowrap text-muted">
      <title>{`#${ticket.number} ${ticket.subject} · Firstline`}</title>
      <h1 className="font-semibold text-ink tabular-nums">
        #{ticket.number}
        <span className="sr-only"> {ticket.subject}</span>
      </h1>
      <TicketStanding ticket={ticket} />
      <AssigneeMenu ticket={ticket} />
      <a
        href={`/tickets/${ticket.id}`}
        target="_blank"
        rel="noopener"
        className="ml-auto inline-flex items-center gap-1 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
      >
        {t('openHere')}
        <ArrowUpRight aria-hidden size={14} />
      </a>
    </header>
  )
}
