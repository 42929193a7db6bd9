import type {
  Explanation,
  Proportion,
  Scorecard,
  ScorecardFigure,
} from '@firstline/contract/scorecard'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { CountButton } from './CountButton.tsx'
import { explanationOf } from './explanation.ts'
import { FigureHelp } from './FigureHelp.tsx'
import { Rate } from './Rate.tsx'
import { few } from './few.ts'
import { useFigures } from '#web/useFigures.ts'

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
      explanation={explanationOf(card, 'held-l1-rate')}
      figure={<Rate value={heldL1} size="large" />}
    >
      {heldL1 && (
        <CountButton behind={{ figure: 'held-l1' }}>
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
  const { tickets, solved, medianHours, p90Hours, business, isExact } = card.timeToResolution
  const unsolved = tickets - solved
  return (
    <Figure
      title={t('duration.title')}
      definition={t('duration.definition')}
      explanation={explanationOf(card, 'time-to-resolution')}
      figure={
        <span className={cx('whitespace-nowrap', tickets < few && 'text-estimate')}>
          <span className="text-xl font-semibold tabular-nums">{hours(medianHours)}</span>
          <span className="ml-2 text-muted">{t('duration.median')}</span>
        </span>
      }
    >
      <span className="text-ink">{t('duration.p90', { value: hours(p90Hours) })}</span>
      {' · '}
      <CountButton behind={{ figure: 'solved' }}>
        {t('duration.counts', { count: solved, part: figures.count(solved) })}
      </CountButton>
      {unsolved > 0 && (
        <>
          {', '}
          <CountButton behind={{ figure: 'unsolved' }}>
            {t('duration.unsolved', { count: unsolved, part: figures.count(unsolved) })}
          </CountButton>
        </>
      )}
      {business && (
        <span className="mt-0.5 block">
          {t('duration.business', {
            median: hours(business.medianHours),
            p90: hours(business.p90Hours),
          })}
        </span>
      )}
      {!isExact && <span className="mt-0.5 block">{t('duration.about')}</span>}
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
      explanation={explanationOf(card, 'csat')}
      figure={<Rate value={up} size="large" />}
    >
      {response?.rate == null ? (
        t('csat.notAsked')
      ) : (
        <CountButton behind={{ figure: 'rated' }}>
          {t('csat.response', {
            count: up.of,
            rated: figures.count(up.of),
            rate: figures.wholePercent(response.rate),
          })}
        </CountButton>
      )}
      {down > 0 && (
        <>
          {' · '}
          <CountButton behind={{ figure: 'rated-down' }}>
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
          <PathRate path="first-line" title={t('path.firstLine')} value={reopenByPath.firstLine} />
          <PathRate path="escalated" title={t('path.escalated')} value={reopenByPath.escalated} />
        </span>
      )}
      {voided > 0 && (
        <span className="mt-1 block">
          <CountButton behind={{ figure: 'voided' }}>
            {t('path.voided', { count: voided, part: figures.count(voided) })}
          </CountButton>
        </span>
      )}
    </Figure>
  )
}

type PathRateProps = {
  path: 'first-line' | 'escalated'
  title: string
  value: Proportion
}

function PathRate({ path, title, value }: PathRateProps) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const broken: ScorecardFigure = `broken-${path}`
  const mature: ScorecardFigure = `mature-${path}`
  return (
    <>
      <span className="text-muted">{title}</span>
      <Rate value={value} />
      <span className="col-span-2 mb-1 text-sm">
        <CountButton behind={{ figure: broken }}>
          {t('counts.broken', { count: value.count, part: figures.count(value.count) })}
        </CountButton>{' '}
        <CountButton behind={{ figure: mature }}>
          {t('counts.mature', { count: value.of, all: figures.count(value.of) })}
        </CountButton>
      </span>
    </>
  )
}

type FigureProps = {
  title: string
  definition: string
  explanation?: Explanation | undefined
  figure?: ReactNode
  children: ReactNode
}

function Figure({ title, definition, explanation, figure, children }: FigureProps) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="min-w-0">
      <div className="flex items-center gap-1">
        <h2 id={headingId} className="text-base font-semibold">
          {title}
        </h2>
        <FigureHelp title={title} definition={definition} explanation={explanation} />
      </div>
      {figure && <p className="mt-0.5">{figure}</p>}
      <div className="mt-0.5 text-sm text-muted">{children}</div>
    </section>
  )
}
