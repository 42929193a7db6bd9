import type { Resolution } from '@firstline/contract/tickets'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import type { Titles } from './useTitles.ts'

const meanings: Record<Resolution['standing'], Meaning> = {
  held: 'held',
  pending: 'pending',
  broken: 'broken',
}

type ResolutionMarkProps = {
  resolution: Resolution
  titles: Titles
}

/** What was recorded as the solution, and whether it stands. */
export function ResolutionMark({ resolution, titles }: ResolutionMarkProps) {
  const { t } = useTranslation('conversation')
  const { standing, runbook, rating, ratingComment } = resolution
  return (
    <div className="mt-1.5 flex flex-col gap-1 border-l-2 border-line pl-3 text-ink">
      <p dir="auto" className="whitespace-pre-wrap">
        {resolution.summary}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status meaning={meanings[standing]}>{t(`standing.${standing}`)}</Status>
        {standing === 'pending' && (
          <span className="text-muted">
            {t('knownIn')} <RelativeTime at={resolution.windowEndsAt} />
          </span>
        )}
        {runbook && (
          <span className="text-muted">
            {t('byRunbook', { title: titles.runbook(runbook.id), version: runbook.version })}
          </span>
        )}
        {resolution.dismissedAt && <span className="text-muted">{t('dismissed')}</span>}
        {rating === 'up' && (
          <Status meaning="held" icon={ThumbsUp}>
            {t('ratedUp')}
          </Status>
        )}
        {rating === 'down' && (
          <Status meaning="broken" icon={ThumbsDown}>
            {t('ratedDown')}
          </Status>
        )}
      </p>
      {ratingComment && (
        <p dir="auto" className="text-muted">
          <Quoted text={ratingComment} />
        </p>
      )}
    </div>
  )
}
