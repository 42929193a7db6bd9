import type { Scorecard } from '@firstline/contract/scorecard'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { CountButton } from './CountButton.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { Rate } from './Rate.tsx'
import { few } from './trend.ts'
import { useFigures } from './useFigures.ts'

/** The figures that keep the two numbers honest. */
export function MoreFigures({ card }: { card: Scorecard }) {
  return (
    <div className="grid gap-x-8 gap-y-6 border-t border-line pt-5 sm:grid-cols-2 xl:grid-cols-4">
      <Held card={card} />
      <Duration card={card} />
      <Satisfaction card={card} />
      <ByPath card={card} />
    </div>
  )
}

function Held({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { heldL1, windowDays } = card
  return (
    <Figure
      title={t('held.title')}
      definition={t('held.definition', { days: windowDays })}
      figure={<Rate value={heldL1} size="large" />}
    >
      {heldL1 && (
        <CountButton figure="held-l1" title={t('behind.held')}>
          {t('held.counts', {
            count: heldL1.of,
            part: figures.count(heldL1.count),
            all: figures.count(heldL1.of),
          })}
        </CountButton>
      )}
    </Figure>
  )
}

function Duration({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { tickets, solved, medianHours, p90Hours } = card.timeToResolution
  const unsolved = tickets - solved
  return (
    <Figure
      title={t('duration.title')}
      definition={t('duration.definition')}
      figure={
        <span className={cx('whitespace-nowrap', tickets < few && 'text-estimate')}>
          <span className="text-xl font-semibold tabular-nums">{hours(medianHours)}</span>
          <span className="ml-2 text-muted">{t('duration.median')}</span>
        </span>
      }
    >
      <span className="text-ink">{t('duration.p90', { value: hours(p90Hours) })}</span>
      {' · '}
      {t('duration.counts', { count: tickets, all: figures.count(tickets) })}
      {unsolved > 0 && (
        <>
          {', '}
          <CountButton figure="unsolved" title={t('behind.unsolved')}>
            {t('duration.unsolved', { count: unsolved, part: figures.count(unsolved) })}
          </CountButton>
        </>
      )}
    </Figure>
  )

  function hours(value: number | null): string {
    if (value === null) return t('duration.unknown')
    if (value < 1) return t('duration.minutes', { value: figures.count(Math.round(value * 60)) })
    if (value < 72) return t('duration.hours', { value: figures.decimal(value) })
    return t('duration.days', { value: figures.decimal(value / 24) })
  }
}

function Satisfaction({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { up, response } = card.csat
  const down = up.of - up.count
  return (
    <Figure
      title={t('csat.title')}
      definition={t('csat.definition')}
      figure={<Rate value={up} size="large" />}
    >
      {response?.rate == null
        ? t('csat.notAsked')
        : t('csat.response', {
            count: up.of,
            rated: figures.count(up.of),
            rate: figures.wholePercent(response.rate),
          })}
      {down > 0 && (
        <>
          {' · '}
          <CountButton figure="rated-down" title={t('behind.ratedDown')}>
            {t('csat.down', { count: down, part: figures.count(down) })}
          </CountButton>
        </>
      )}
    </Figure>
  )
}

function ByPath({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { reopenByPath, voided } = card
  return (
    <Figure title={t('path.title')} definition={t('path.definition')}>
      {reopenByPath && (
        <span className="grid grid-cols-[auto_1fr] gap-x-3 text-base text-ink">
          <span className="text-muted">{t('path.firstLine')}</span>
          <Rate value={reopenByPath.firstLine} />
          <span className="text-muted">{t('path.escalated')}</span>
          <Rate value={reopenByPath.escalated} />
        </span>
      )}
      {voided > 0 && (
        <span className="mt-1 block">
          {t('path.voided', { count: voided, part: figures.count(voided) })}
        </span>
      )}
    </Figure>
  )
}

interface FigureProps {
  title: string
  definition: string
  figure?: ReactNode
  children: ReactNode
}

function Figure({ title, definition, figure, children }: FigureProps) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="min-w-0">
      <div className="flex items-center gap-1">
        <h2 id={headingId} className="text-base font-semibold">
          {title}
        </h2>
        <FigureHelp title={title} definition={definition} />
      </div>
      {figure && <p className="mt-0.5">{figure}</p>}
      <div className="mt-0.5 text-sm text-muted">{children}</div>
    </section>
  )
}
