import type { TicketSummary } from '@firstline/contract/tickets'
import { Link } from '@tanstack/react-router'
import { BookOpenCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { TicketStanding } from './TicketStanding.tsx'
import type { QueueTicket } from './useQueue.ts'

type QueueRowProps = {
  ticket: QueueTicket
  isChosen: boolean
}

export function QueueRow({ ticket, isChosen }: QueueRowProps) {
  const { t } = useTranslation('tickets')
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      search={(search) => search}
      data-ticket={ticket.id}
      aria-current={isChosen ? 'true' : undefined}
      className={cx(
        'flex h-full flex-col justify-center gap-0.5 border-b border-l-2 border-b-line px-4 -outline-offset-2',
        isChosen ? 'border-l-accent bg-selected' : 'border-l-transparent hover:bg-hover',
      )}
    >
      <span className="flex items-baseline gap-2">
        <span className={cx('min-w-0 flex-1 truncate', !ticket.assignee && 'font-semibold')}>
          {ticket.subject}
        </span>
        <span className="shrink-0 text-xs text-muted">
          <RelativeTime at={ticket.updatedAt} form="short" />
        </span>
      </span>
      <span className="truncate text-sm text-muted">
        {ticket.account?.name ?? ticket.contact?.email ?? t('noSender')}
        {ticket.assignee && ` · ${ticket.assignee.name}`}
      </span>
      <span className="flex min-w-0 items-center gap-1 text-sm">
        {ticket.excerpt ? <Excerpt parts={ticket.excerpt.parts} /> : <RowSign ticket={ticket} />}
      </span>
    </Link>
  )
}

/** Where what was looked for was said. */
function Excerpt({ parts }: { parts: readonly string[] }) {
  return (
    <span className="truncate text-muted">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
          <mark key={index} className="bg-transparent font-semibold text-ink">
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </span>
  )
}

/** The one thing to know before opening it. */
function RowSign({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  const isPlainOpen = ticket.state === 'open' && !ticket.escalatedAt && ticket.reopenCount === 0
  if (!isPlainOpen) return <TicketStanding ticket={ticket} />
  if (!ticket.account) return <Status meaning="pending">{t('unknownAccount')}</Status>
  if (!ticket.runbook) return <span className="truncate text-faint">{ticket.preview}</span>
  return (
    <>
      <BookOpenCheck aria-hidden size={14} className="shrink-0 text-accent" />
      <span className="truncate text-accent">
        <span className="sr-only">{t('runbook')} </span>
        {ticket.runbook.title}
      </span>
    </>
  )
}
