import type { MetricChart } from '@firstline/contract/accounts'
import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '#web/ui/intl.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { TimeLine } from '#web/ui/TimeLine.tsx'
import { unitWords } from './unit-words.ts'

type MetricPanelProps = { title: string; chart: MetricChart; isPartial: boolean }

/** A metric of this customer: what it is now, its line around the problem, and the values as a table. */
export function MetricPanel({ title, chart, isPartial }: MetricPanelProps) {
  const { t } = useTranslation('accounts')
  const { points, from, to, stepSeconds, problemBegan } = chart
  const { bounds, label } = useMetricWords(title, chart)
  return (
    <figure className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Latest chart={chart} />
        {bounds && <span className="text-sm text-muted tabular-nums">{bounds}</span>}
      </div>
      <TimeLine {...{ points, from, to, stepSeconds, label }} mark={problemBegan} />
      <Axis chart={chart} />
      {isPartial && <p className="text-sm text-pending">{t('metric.partial')}</p>}
      <Values title={title} chart={chart} />
    </figure>
  )
}

/** What it is now; what was last is no substitute for that, and is not shown as one. */
function Latest({ chart }: { chart: MetricChart }) {
  const { t, i18n } = useTranslation('accounts')
  const newest = chart.points.at(-1)
  if (newest && Date.parse(newest.at) < Date.parse(chart.to)) {
    return (
      <span className="inline-flex items-center gap-1 text-sm text-pending">
        <CircleDashed aria-hidden size={13} />
        {t('metric.stale')} <RelativeTime at={newest.at} />
      </span>
    )
  }
  if (chart.lastSaid) {
    return (
      <span className="inline-flex items-center gap-1 text-sm text-pending">
        <CircleDashed aria-hidden size={13} />
        {t('metric.noNumber', { said: chart.lastSaid })}
      </span>
    )
  }
  const value = newest?.value ?? 0
  return (
    <span className="text-base font-semibold tabular-nums">
      {unitWords(value, chart.unit, i18n.language, t)}{' '}
      <span className="text-sm font-normal text-muted">{t('metric.now')}</span>
    </span>
  )
}

/** From when to when, and where between them the problem began. */
function Axis({ chart: { from, to, problemBegan } }: { chart: MetricChart }) {
  const { t } = useTranslation('accounts')
  const time = useTimes(from, to)
  return (
    <div aria-hidden className="flex justify-between gap-2 text-xs text-faint tabular-nums">
      <span>{time(from)}</span>
      {problemBegan && (
        <span className="truncate text-muted">
          ┆ {t('metric.began', { time: time(problemBegan) })}
        </span>
      )}
      <span>{time(to)}</span>
    </div>
  )
}

function Values({ title, chart }: { title: string; chart: MetricChart }) {
  const { t, i18n } = useTranslation('accounts')
  const time = useTimes(chart.from, chart.to)
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-default rounded-md text-muted">{t('metric.table')}</summary>
      <div className="mt-1 max-h-48 overflow-y-auto">
        <table className="w-full tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('metric.time')}</th>
              <th scope="col">{t('metric.value')}</th>
            </tr>
          </thead>
          <tbody>
            {chart.points.toReversed().map(({ at, value }) => (
              <tr key={at}>
                <td className="text-muted">
                  <time dateTime={at}>{time(at)}</time>
                </td>
                <td className="text-right">
                  {value === null
                    ? t('metric.notANumber')
                    : unitWords(value, chart.unit, i18n.language, t)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function useMetricWords(title: string, chart: MetricChart) {
  const { t, i18n } = useTranslation('accounts')
  const time = useTimes(chart.from, chart.to)
  const values = chart.points.map(({ value }) => value).filter((value) => value !== null)
  const words = (value: number) => unitWords(value, chart.unit, i18n.language, t)
  const span = { min: words(Math.min(...values)), max: words(Math.max(...values)) }
  const bounds = values.length > 0 ? t('metric.bounds', span) : null
  const said = {
    title,
    from: time(chart.from),
    to: time(chart.to),
    bounds: bounds ?? t('metric.notANumber'),
  }
  const began = chart.problemBegan && t('metric.began', { time: time(chart.problemBegan) })
  return { bounds, label: [t('metric.label', said), began].filter(Boolean).join(' ') }
}

/** The time of day, with its day where the window is longer than one. */
function useTimes(from: string, to: string) {
  const { i18n } = useTranslation()
  const isLong = Date.parse(to) - Date.parse(from) > 86_400_000
  const day = isLong ? ({ day: 'numeric', month: 'short' } as const) : {}
  const format = dateFormat(i18n.language, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  })
  return (at: string) => format.format(new Date(at))
}
