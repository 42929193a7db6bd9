import type { Ticket, TicketSummary } from '@firstline/contract/tickets'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPages } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { MoreButton } from '#web/MoreButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

type PastTicketsProps = {
  ticket: Ticket
  standingOf: (ticket: TicketSummary) => ReactNode
}

/** What else this account has written about, newest first. */
export function PastTickets({ ticket, standingOf }: PastTicketsProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const past = useInfiniteQuery(apiPages('listPastTickets', { params: { ticketId: ticket.id } }))
  if (past.isPending) {
    return (
      <div className="p-4">
        <Skeleton lines={5} />
      </div>
    )
  }
  if (past.isError && !past.data) {
    return <ErrorState failure={failureOf(past.error)} onRetry={() => void past.refetch()} />
  }
  const tickets = past.data.pages.flatMap(({ items }) => items)
  if (tickets.length === 0) return <EmptyState text={t('noPast')} />
  return (
    <>
      <ul aria-label={t('past')}>
        {tickets.map((other) => (
          <li key={other.id} className="border-b border-line">
            <Link
              to="/tickets/$ticketId"
              params={{ ticketId: other.id }}
              search={(search) => search}
              className="flex flex-col gap-0.5 px-4 py-2 -outline-offset-2 hover:bg-hover"
            >
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate">
                  <span className="text-muted tabular-nums">#{other.number}</span> {other.subject}
                </span>
                <span className="shrink-0 text-xs text-muted">
                  <RelativeTime at={other.openedAt} />
                </span>
              </span>
              <span className="text-sm">{standingOf(other)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton list={past} className="p-3">
        {t('morePast')}
      </MoreButton>
    </>
  )
}
