import type { Proportion } from '@firstline/contract/scorecard'
import type { Impact } from '@firstline/contract/scorecard-insights'
import { useTranslation } from 'react-i18next'
import { Rate } from '#web/scorecard/Rate.tsx'
import { useFigures } from '#web/useFigures.ts'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { Interval } from './Interval.tsx'

const meanings: Record<Impact['verdict'], Meaning> = {
  helped: 'held',
  hurt: 'broken',
  'no-difference-seen': 'neutral',
  'too-early': 'pending',
}

/** Both numbers before and after, side by side, and what can honestly be said of them. */
export function ImpactFigures({ impact }: { impact: Impact }) {
  const { t } = useTranslation('opportunities')
  const { verdict } = impact
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <Status meaning={meanings[verdict]}>{t(`impact.verdict.${verdict}`)}</Status>
        <span className="text-pretty text-muted">
          <Ground impact={impact} />
        </span>
      </p>
      <div className="grid max-w-200 gap-x-10 gap-y-4 sm:grid-cols-2">
        <Figure impact={impact} figure="l1" />
        <Figure impact={impact} figure="reopen" />
      </div>
    </div>
  )
}

/** What the verdict rests on, or what it waits for. */
function Ground({ impact }: { impact: Impact }) {
  const { t } = useTranslation('opportunities')
  const { waitsFor, days, before, after } = impact
  if (impact.types.length === 0) return t('impact.unused')
  if (waitsFor === 'days') return t('impact.waits.days', { count: days })
  if (waitsFor === 'tickets') {
    const counts = { before: before.l1.of, after: after.l1.of }
    return t('impact.waits.tickets', counts)
  }
  if (waitsFor === 'window') return t('impact.waits.window', { judged: after.reopen.of })
  return t('impact.ground', { count: days })
}

function Figure({ impact, figure }: { impact: Impact; figure: 'l1' | 'reopen' }) {
  const { t } = useTranslation('opportunities')
  const figures = useFigures()
  const change = impact[figure]
  const [before, after] = [impact.before[figure], impact.after[figure]]
  const countsOf = ({ count, of }: Proportion) =>
    t('impact.counts', { part: figures.count(count), all: figures.count(of) })
  return (
    <div className="min-w-0">
      <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 text-sm font-medium">
        {t(`impact.${figure}`)}
        {change && (
          <span className="text-muted tabular-nums">
            {t('impact.change', {
              points: figures.points(change.change),
              low: figures.points(change.low),
              high: figures.points(change.high),
            })}
          </span>
        )}
      </h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-3 text-sm">
        {([before, after] as const).map((value, index) => {
          const side = index === 0 ? 'before' : 'after'
          return (
            <div key={side} className="contents">
              <dt className="text-muted">{t(`impact.${side}`)}</dt>
              <dd aria-hidden>
                <Interval value={value} isAfter={index === 1} />
              </dd>
              <dd className="text-right">
                <Rate value={value} />
              </dd>
              <dd className="text-right text-faint tabular-nums">
                {value.of === 0 ? t('impact.noneOf') : countsOf(value)}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
