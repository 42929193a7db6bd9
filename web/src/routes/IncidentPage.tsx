import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { AffectedTickets } from '#web/incidents/AffectedTickets.tsx'
import { IncidentCourse } from '#web/incidents/IncidentCourse.tsx'
import { IncidentHeader } from '#web/incidents/IncidentHeader.tsx'
import { LinkedTickets } from '#web/incidents/LinkedTickets.tsx'
import { Updates } from '#web/incidents/Updates.tsx'
import { UpdateSheet, emptyDraft } from '#web/incidents/UpdateSheet.tsx'
import type { UpdateDraft } from '#web/incidents/UpdateSheet.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/incidents/$incidentId')

export function IncidentPage() {
  const { incidentId } = route.useParams()
  return <IncidentWork key={incidentId} incidentId={incidentId} />
}

/** What happened, which tickets are part of it, which look as if they were, and what all of them are told. */
function IncidentWork({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('incidents')
  const [draft, setDraft] = useState(emptyDraft)
  const [isWriting, setWriting] = useState(false)
  const mayResolve = useMay('ticket:resolve')
  const failureOf = useFailure()
  const query = useQuery(apiQuery('getIncident', { params: { incidentId } }))
  const incident = query.data
  const mayUpdate = mayResolve && incident !== undefined && incident.unresolved > 0
  useHotkeys([
    {
      keys: 'u',
      label: t('update.open'),
      group: t('title'),
      isDisabled: !mayUpdate,
      run: () => setWriting(true),
    },
  ])
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
        <IncidentHeader incident={incident}>
          {mayUpdate && (
            <Button variant="primary" icon={Send} shortcut="u" onPress={() => setWriting(true)}>
              {t('update.open')}
            </Button>
          )}
        </IncidentHeader>
        <div className="grid border-t border-line lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">
            <Updates incident={incident} onTakenBack={writeOn} />
            <LinkedTickets incident={incident} />
            <AffectedTickets incident={incident} />
          </div>
          <div className="border-line max-lg:border-t lg:border-l">
            <IncidentCourse incident={incident} />
          </div>
        </div>
      </div>
      <UpdateSheet
        incident={incident}
        draft={draft}
        onChange={setDraft}
        isOpen={isWriting}
        onOpenChange={setWriting}
      />
    </div>
  )

  function writeOn(takenBack: UpdateDraft) {
    setDraft(takenBack)
    setWriting(true)
  }
}
