import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { EscalationHeader } from '#web/escalations/EscalationHeader.tsx'
import { EvidenceView } from '#web/escalations/EvidenceView.tsx'
import { ReturnedView } from '#web/escalations/ReturnedView.tsx'
import { ReturnForm } from '#web/escalations/ReturnForm.tsx'
import { useTeamName } from '#web/escalations/useEscalations.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/escalations/$escalationId')

/** For the engineer: evidence at the left, what comes back at the right. */
export function EscalationPage() {
  const { t } = useTranslation('escalations')
  const { escalationId } = route.useParams()
  const failureOf = useFailure()
  const teamName = useTeamName()
  const mayReturn = useMay('escalation:return')
  const query = useQuery(apiQuery('getEscalation', { params: { id: escalationId } }))
  const escalation = query.data
  if (query.isPending) {
    return (
      <div className="p-6">
        <Skeleton lines={8} />
      </div>
    )
  }
  if (!escalation) {
    return <ErrorState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
  }
  return (
    <div className="flex h-full flex-col max-lg:overflow-y-auto">
      <title>{`#${escalation.ticket.number} ${escalation.ticket.subject} · Firstline`}</title>
      <EscalationHeader escalation={escalation} />
      <div className="grid flex-1 lg:min-h-0 lg:grid-cols-2 lg:grid-rows-[minmax(0,1fr)]">
        <div className="p-4 sm:p-6 lg:overflow-y-auto">
          <EvidenceView escalation={escalation} />
        </div>
        <div className="border-line p-4 max-lg:border-t sm:p-6 lg:overflow-y-auto lg:border-l">
          {escalation.state !== 'open' && <ReturnedView escalation={escalation} />}
          {escalation.state === 'open' &&
            (mayReturn ? (
              <ReturnForm key={escalation.id} escalation={escalation} />
            ) : (
              <p className="max-w-[60ch] text-muted">
                {t('waiting', { team: teamName(escalation.to) })}
              </p>
            ))}
        </div>
      </div>
    </div>
  )
}
