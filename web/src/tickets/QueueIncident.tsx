import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Siren, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useQueueSearch } from './useQueue.ts'

/** The incident whose tickets are listed, and the way back to the views. */
export function QueueIncident() {
  const { incident, q } = useQueueSearch()
  return incident && q === undefined ? <OfIncident incidentId={incident} /> : null
}

function OfIncident({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('tickets')
  const { data } = useQuery(apiQuery('getIncident', { params: { incidentId } }))
  return (
    <p className="flex items-center gap-1.5 rounded-md bg-selected pl-1.5 text-sm">
      <Siren aria-hidden size={14} className="shrink-0 text-muted" />
      <Link
        to="/incidents/$incidentId"
        params={{ incidentId }}
        className="min-w-0 flex-1 truncate font-medium"
      >
        {data ? t('ofIncident', { title: data.title }) : t('ofThisIncident')}
      </Link>
      <Link
        to="/tickets"
        search={{}}
        aria-label={t('notOfIncident')}
        className="flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover pointer-coarse:size-11"
      >
        <X aria-hidden size={14} />
      </Link>
    </p>
  )
}
