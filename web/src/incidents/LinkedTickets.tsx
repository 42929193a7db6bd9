import type { IncidentDetail } from '@firstline/contract/incidents'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiPages } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { MoreButton } from '#web/MoreButton.tsx'
import { TicketStanding } from '#web/tickets/TicketStanding.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TicketRow } from './TicketRow.tsx'

/** The tickets that are part of it. */
export function LinkedTickets({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation('incidents')
  const failureOf = useFailure()
  const list = useInfiniteQuery(
    apiPages('listTickets', { query: { incident: incident.id, order: 'longest' } }),
  )
  const tickets = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="linked">
      <div className="flex min-h-row items-center gap-2 px-4 pt-2 sm:px-6">
        <h2 id="linked" className="font-semibold">
          {t('linkedTickets')}{' '}
          <span className="font-normal text-muted tabular-nums">{incident.tickets}</span>
        </h2>
        <span className="flex-1" />
        {incident.tickets > 0 && (
          <Link
            to="/tickets"
            search={{ incident: incident.id }}
            className="text-sm text-accent underline underline-offset-2"
          >
            {t('inQueue')}
          </Link>
        )}
      </div>
      {list.isPending && (
        <div className="p-4 sm:px-6">
          <Skeleton lines={3} />
        </div>
      )}
      {list.isError && !list.data && (
        <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.data && tickets.length === 0 && <EmptyState text={t('noneLinked')} />}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} className="border-b border-line">
            <TicketRow ticket={ticket} incidentId={incident.id}>
              <TicketStanding ticket={ticket} />
            </TicketRow>
          </li>
        ))}
      </ul>
      <MoreButton list={list} className="p-3">
        {t('moreTickets')}
      </MoreButton>
    </section>
  )
}
