import type { IncidentDetail } from '@firstline/contract/incidents'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IncidentStanding } from './IncidentList.tsx'

type IncidentHeaderProps = {
  incident: IncidentDetail
  /** What one does with it. */
  children?: ReactNode
}

/** What is broken, what it touches, who says so. */
export function IncidentHeader({ incident, children }: IncidentHeaderProps) {
  const { t } = useTranslation('incidents')
  const { title, impact, services, sender, url } = incident
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-5 sm:px-6">
      <div className="min-w-0 flex-1 basis-80">
        <Link
          to="/incidents"
          search={incident.endedAt ? { state: 'past' } : {}}
          className="inline-flex items-center gap-1 text-sm text-muted hover:text-ink pointer-coarse:min-h-11"
        >
          <ArrowLeft aria-hidden size={14} /> {t('title')}
        </Link>
        <h1 className="text-lg font-semibold text-pretty wrap-anywhere">{title}</h1>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-muted">
          <IncidentStanding incident={incident} />
          <span className="wrap-anywhere">{[impact, ...services].filter(Boolean).join(', ')}</span>
          <span>{t('from', { sender })}</span>
          {url && (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex items-center gap-1 text-accent underline underline-offset-2"
            >
              {t('open')} <ExternalLink aria-hidden size={12} />
            </a>
          )}
        </p>
      </div>
      {children}
    </header>
  )
}
