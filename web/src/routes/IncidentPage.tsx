import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { AffectedTickets } from '#web/incidents/AffectedTickets.tsx'
import { IncidentCourse } from '#web/incidents/IncidentCourse.tsx'
import { IncidentHeader } from '#web/incidents/IncidentHeader.tsx'
import { LinkedTickets } from '#web/incidents/LinkedTickets.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/incidents/$incidentId')

/** What happened, which tickets are part of it, and which look as if they were. */
export function IncidentPage() {
  const { t } = useTranslation('incidents')
  const { incidentId } = route.useParams()
  const failureOf = useFailure()
  const query = useQuery(apiQuery('getIncident', { params: { incidentId } }))
  const incident = query.data
  if (query.isPending) {
    return (
      <div className="p-6">
        <Skeleton lines={8} />
      </div>
    )
  }
  if (!incident) {
    return <ErrorState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
  }
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${incident.title} · ${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <IncidentHeader incident={incident} />
        <div className="grid border-t border-line lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">
            <LinkedTickets incident={incident} />
            <AffectedTickets incident={incident} />
          </div>
          <div className="border-line max-lg:border-t lg:border-l">
            <IncidentCourse incident={incident} />
          </div>
        </div>
      </div>
    </div>
  )
}
