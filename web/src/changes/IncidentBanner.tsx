import { useQuery } from '@tanstack/react-query'
import { ExternalLink, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** What is broken right now and touches what this ticket is about. */
export function IncidentBanner({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('changes')
  const { data } = useQuery(apiQuery('listChanges', { params: { ticketId } }))
  if (!data || data.incidents.length === 0) return null
  return (
    <ul aria-label={t('incidents')}>
      {data.incidents.map(({ id, title, impact, services, url, openedAt }) => (
        <li
          key={id}
          className="flex gap-2 border-b border-line bg-broken-soft px-4 py-2 text-sm text-broken"
        >
          <Siren aria-hidden size={14} className="mt-0.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            <span className="font-medium">{t('incident', { title })}</span>{' '}
            {[impact, ...services].filter(Boolean).join(', ')} · <RelativeTime at={openedAt} />{' '}
            {url && (
              <a
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex items-center gap-1 underline underline-offset-2"
              >
                {t('open')} <ExternalLink aria-hidden size={12} />
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
