import type { IncidentState, IncidentSummary } from '@firstline/contract/incidents'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { useFailure } from '#web/failure.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { useIncidents } from './useIncidents.ts'

/** The incidents of one state, the newest first. */
export function IncidentList({ state }: { state: IncidentState }) {
  const { t } = useTranslation('incidents')
  const failureOf = useFailure()
  const list = useIncidents(state)
  const words = { group: t('title'), next: t('next'), previous: t('previous') }
  useRowKeys(
    list.incidents.map(({ id }) => id),
    words,
  )
  if (list.isPending) return <Skeleton lines={6} />
  if (!list.data) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
  }
  if (list.incidents.length === 0) return <EmptyState text={t(`empty.${state}`)} />
  return (
    <>
      <ul aria-label={t(`state.${state}`)} className="border-t border-line">
        {list.incidents.map((incident) => (
          <li key={incident.id} className="border-b border-line">
            <IncidentRow incident={incident} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} className="py-3">
        {t('more')}
      </MoreButton>
    </>
  )
}

function IncidentRow({ incident }: { incident: IncidentSummary }) {
  const { t } = useTranslation('incidents')
  const { id, title, impact, services, sender, tickets, unresolved } = incident
  return (
    <div className="relative flex flex-wrap items-start gap-x-6 gap-y-1 px-4 py-3 hover:bg-hover sm:px-6">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="truncate">
          <Link
            to="/incidents/$incidentId"
            params={{ incidentId: id }}
            data-row={id}
            // the whole row is the way in
            className="font-semibold after:absolute after:inset-0"
          >
            {title}
          </Link>
        </h2>
        <p className="truncate text-sm text-muted">
          {[impact, ...services].filter(Boolean).join(', ')}
        </p>
        <p className="truncate text-sm text-faint">{t('from', { sender })}</p>
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 text-sm sm:w-64 sm:flex-col sm:items-end">
        <IncidentStanding incident={incident} />
        <span className="text-muted tabular-nums">
          {tickets === 0
            ? t('noTickets')
            : t('ticketCount', { count: tickets, unresolved, shown: tickets })}
        </span>
      </div>
    </div>
  )
}

/** Whether it goes on, and since when. */
export function IncidentStanding({ incident }: { incident: IncidentSummary }) {
  const { t } = useTranslation('incidents')
  const { openedAt, endedAt } = incident
  if (!endedAt) {
    return (
      <Status meaning="broken" icon={Siren}>
        {t('since')} <RelativeTime at={openedAt} />
      </Status>
    )
  }
  return (
    <Status meaning="neutral" icon={CircleCheck}>
      {t('ended')} <RelativeTime at={endedAt} />
    </Status>
  )
}
