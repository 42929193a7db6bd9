import type { Opportunity } from '@firstline/contract/opportunities'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { useFigures } from '#web/useFigures.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Decision } from './Decision.tsx'
import { ImpactOfThing } from './ImpactOfThing.tsx'
import { MissingThing } from './MissingThing.tsx'
import { OpportunityTools } from './OpportunityTools.tsx'
import { headlineOf, useSubject } from './useOpportunities.ts'

type OpportunityRowProps = {
  opportunity: Opportunity
  /** Of all: what the bars are measured by. */
  mostPoints: number
  onOpen: (as: 'issue' | 'behind') => void
}

export function OpportunityRow({ opportunity, mostPoints, onOpen }: OpportunityRowProps) {
  const { t } = useTranslation('opportunities')
  const subjectOf = useSubject()
  const { missing, because, details, last, state, thing } = opportunity
  return (
    <article className="flex flex-col gap-3 px-4 py-4 sm:px-6">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="line-clamp-3 font-semibold text-pretty wrap-anywhere first-letter:uppercase">
            {headlineOf(opportunity)}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <MissingThing missing={missing} />
            <span className="wrap-anywhere">{subjectOf(opportunity)}</span>
          </p>
          {details.length > 0 && (
            <p className="line-clamp-2 text-sm text-pretty text-muted">
              {t('because', { because })}
            </p>
          )}
          {details.slice(1, 3).map((detail) => (
            <blockquote
              key={detail}
              className="line-clamp-2 border-l-2 border-line pl-2 text-sm text-pretty text-muted"
            >
              {detail}
            </blockquote>
          ))}
          <p className="text-sm text-faint">
            {t('lastCame')} <RelativeTime at={last} />
          </p>
        </div>
        <Cost
          opportunity={opportunity}
          mostPoints={mostPoints}
          onTickets={() => onOpen('behind')}
        />
      </div>
      <Decision opportunity={opportunity} />
      {state === 'shipped' && thing && <ImpactOfThing thing={thing} />}
      <OpportunityTools opportunity={opportunity} onIssue={() => onOpen('issue')} />
    </article>
  )
}

type CostProps = {
  opportunity: Opportunity
  mostPoints: number
  onTickets: () => void
}

/** What its absence costs, and what it could add. */
function Cost({ opportunity, mostPoints, onTickets }: CostProps) {
  const { t } = useTranslation('opportunities')
  const figures = useFigures()
  const { tickets, engineerHours, points } = opportunity
  const pointsOf = (most: number | null) => {
    if (most === null) return '–'
    return most < 0.05 ? t('fewPoints') : t('points', { points: figures.decimal(most) })
  }
  return (
    <div className="flex items-start gap-x-5 tabular-nums">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{pointsOf(points)}</p>
        <div aria-hidden className="my-1 h-1.5 rounded-full bg-hover">
          <div
            className="h-full rounded-full bg-accent"
            style={{ width: `${(100 * (points ?? 0)) / mostPoints}%` }}
          />
        </div>
        <p className="text-sm text-muted">{t('pointsWhat')}</p>
      </div>
      <div className="w-20 shrink-0">
        <Button
          onPress={onTickets}
          className="cursor-default rounded-sm text-left font-semibold underline decoration-edge decoration-dotted underline-offset-3 hover:text-accent pointer-coarse:min-h-8"
        >
          {figures.count(tickets)}
          <span className="sr-only"> {t('behind.title')}</span>
        </Button>
        <p className="mt-3.5 text-sm text-muted">{t('tickets', { count: tickets })}</p>
      </div>
      <div className="w-20 shrink-0">
        <p className="font-semibold">{t('hours', { hours: figures.decimal(engineerHours) })}</p>
        <p className="mt-3.5 text-sm text-muted">{t('hoursWhat')}</p>
      </div>
    </div>
  )
}
