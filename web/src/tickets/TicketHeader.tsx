import type { TicketSummary } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TicketStanding } from './TicketStanding.tsx'

/** Number and subject, then type, line, standing and age in one line. */
export function TicketHeader({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tickets')
  const failureOf = useFailure()
  const ticket = useQuery(apiQuery('getTicket', { params: { ticketId } }))
  return (
    <header className="flex items-start gap-2 border-b border-line px-4 py-3">
      <Link
        to="/tickets"
        search={(search) => search}
        aria-label={t('back')}
        className="-ml-2 flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover lg:hidden pointer-coarse:size-11"
      >
        <ArrowLeft aria-hidden size={18} />
      </Link>
      <div className="min-w-0 flex-1">
        {ticket.isPending && <Skeleton lines={2} />}
        {ticket.isError && !ticket.data && (
          <ErrorState
            isCompact
            failure={failureOf(ticket.error)}
            onRetry={() => void ticket.refetch()}
          />
        )}
        {ticket.data && <Title ticket={ticket.data} />}
      </div>
    </header>
  )
}

function Title({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  return (
    <>
      <title>{`#${ticket.number} ${ticket.subject} · Firstline`}</title>
      <h1 className="text-md font-semibold text-balance">
        <span className="font-normal text-muted tabular-nums">#{ticket.number}</span>{' '}
        {ticket.subject}
      </h1>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <span>{ticket.type ?? t('noType')}</span>·<span>{ticket.line}</span>·
        <TicketStanding ticket={ticket} />·
        <span>
          {t('opened')} <RelativeTime at={ticket.openedAt} />
        </span>
      </p>
    </>
  )
}
