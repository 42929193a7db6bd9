import type { Ticket, TicketSummary } from '@firstline/contract/tickets'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const views = ['open', 'waiting', 'resolved'] as const

interface PastTicketsProps {
  ticket: Ticket
  standingOf: (ticket: TicketSummary) => ReactNode
}

/** What else this account has written about, newest first. */
export function PastTickets({ ticket, standingOf }: PastTicketsProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const q = ticket.account?.name ?? ticket.contact?.email ?? ''
  const lists = useQueries({
    queries: views.map((view) => ({
      ...apiQuery('listTickets', { query: { view, q, limit: 50 } }),
      enabled: q !== '',
    })),
  })
  const failed = lists.find(({ error }) => error)
  if (failed?.error && lists.every(({ data }) => !data)) {
    return <ErrorState failure={failureOf(failed.error)} onRetry={() => void failed.refetch()} />
  }
  if (lists.some(({ isLoading }) => isLoading)) {
    return (
      <div className="p-4">
        <Skeleton lines={5} />
      </div>
    )
  }
  const tickets = lists
    .flatMap(({ data }) => data?.items ?? [])
    .filter((other) => other.id !== ticket.id && isOfSame(ticket, other))
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
  if (tickets.length === 0) return <EmptyState text={t('noPast')} />
  return (
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
  )
}

function isOfSame(ticket: TicketSummary, other: TicketSummary): boolean {
  if (ticket.account) return other.account?.id === ticket.account.id
  return other.contact?.id === ticket.contact?.id
}
