import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { AuditList } from '#web/audit/AuditList.tsx'
import { entriesOf, kindOf } from '#web/audit/entries.ts'
import { KindFilter } from '#web/audit/KindFilter.tsx'
import { useFailure } from '#web/failure.ts'
import { ownTimeZone } from '#web/ui/intl.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/tickets/$ticketId/audit')

/** Everything the record holds about a ticket, in order. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  const { ticketId } = route.useParams()
  const { kind } = route.useSearch()
  const failureOf = useFailure()
  const ticket = useQuery(apiQuery('getTicket', { params: { ticketId } })).data
  const timeline = useQuery(apiQuery('getTimeline', { params: { ticketId } }))
  const entries = entriesOf(timeline.data?.items ?? [])
  const shown = kind ? entries.filter(({ name }) => kindOf(name) === kind) : entries
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-5 sm:px-6">
        <header className="flex flex-col gap-3">
          <div>
            <p className="text-sm">
              <Link
                to="/tickets/$ticketId"
                params={{ ticketId }}
                className="text-muted hover:text-accent"
              >
                {ticket ? `#${ticket.number} ${ticket.subject}` : t('ticket')}
              </Link>
            </p>
            <h1 className="text-lg font-semibold">{t('title')}</h1>
            <p className="text-sm text-pretty text-muted">{t('lead', { zone: ownTimeZone() })}</p>
          </div>
          {entries.length > 0 && <KindFilter entries={entries} chosen={kind} />}
        </header>
        {timeline.isPending && <Skeleton lines={8} />}
        {timeline.error && (
          <ErrorState
            isCompact={timeline.data !== undefined}
            failure={failureOf(timeline.error)}
            onRetry={() => void timeline.refetch()}
          />
        )}
        {timeline.data?.truncated && <p className="text-sm text-muted">{t('truncated')}</p>}
        {timeline.data &&
          (shown.length > 0 ? <AuditList entries={shown} /> : <EmptyState text={t('none')} />)}
      </div>
    </div>
  )
}
