import type { Scorecard } from '@firstline/contract/scorecard'
import { lazy, Suspense, useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CountButton } from './CountButton.tsx'
import { explanationOf } from './explanation.ts'
import { FigureHelp } from './FigureHelp.tsx'
import { Rate } from './Rate.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useFigures } from '#web/useFigures.ts'

const WeekChart = lazy(async () => ({ default: (await import('./WeekChart.tsx')).WeekChart }))

/** Resolution and reopens: always both, same width, same weeks. */
export function TwoNumbers({ card }: { card: Scorecard }) {
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2 print:grid-cols-2">
      <L1Number card={card} />
      <ReopenNumber card={card} />
    </div>
  )
}

function L1Number({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { l1, weeks } = card
  const title = t('l1.title')
  return (
    <NumberFrame
      title={title}
      help={
        <FigureHelp
          title={title}
          definition={t('l1.definition')}
          explanation={explanationOf(card, 'l1-resolution-rate')}
        />
      }
      figure={<Rate value={l1} size="large" />}
      counts={
        l1 ? (
          <>
            <CountButton behind={{ figure: 'l1-resolved' }}>
              {t('counts.stayed', { count: l1.count, part: figures.count(l1.count) })}
            </CountButton>
            {' · '}
            <CountButton behind={{ figure: 'escalated' }}>
              {t('counts.escalated', {
                count: l1.of - l1.count,
                part: figures.count(l1.of - l1.count),
              })}
            </CountButton>
          </>
        ) : (
          t('l1.unknown')
        )
      }
    >
      {l1 && <WeekChart weeks={weeks} figure="l1" label={t('l1.chart')} />}
    </NumberFrame>
  )
}

function ReopenNumber({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { reopen, weeks, windowDays, resolutions } = card
  const title = t('reopen.title')
  const young = resolutions.made - reopen.of
  return (
    <NumberFrame
      title={title}
      help={
        <FigureHelp
          title={title}
          definition={t('reopen.definition', { days: windowDays })}
          explanation={explanationOf(card, 'reopen-rate')}
        />
      }
      figure={<Rate value={reopen} size="large" />}
      counts={
        <>
          <CountButton behind={{ figure: 'broken' }}>
            {t('counts.broken', { count: reopen.count, part: figures.count(reopen.count) })}
          </CountButton>{' '}
          <CountButton behind={{ figure: 'mature' }}>
            {t('counts.mature', { count: reopen.of, all: figures.count(reopen.of) })}
          </CountButton>
          {young > 0 && (
            <>
              {' · '}
              <CountButton behind={{ figure: 'young' }}>
                {t('counts.young', { count: young, part: figures.count(young) })}
              </CountButton>
            </>
          )}
        </>
      }
    >
      <WeekChart weeks={weeks} figure="reopen" label={t('reopen.chart')} />
    </NumberFrame>
  )
}

type NumberFrameProps = {
  title: string
  help: ReactNode
  figure: ReactNode
  counts: ReactNode
  children: ReactNode
}

function NumberFrame({ title, help, figure, counts, children }: NumberFrameProps) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="min-w-0">
      <div className="flex items-center gap-1">
        <h2 id={headingId} className="text-base font-semibold">
          {title}
        </h2>
        {help}
      </div>
      <p className="mt-0.5">{figure}</p>
      <p className="mt-0.5 mb-3 text-sm text-muted">{counts}</p>
      <div data-chart={title}>
        <Suspense fallback={<ChartLoading />}>{children}</Suspense>
      </div>
    </section>
  )
}

function ChartLoading() {
  return (
    <div className="h-52">
      <Skeleton lines={7} />
    </div>
  )
}
