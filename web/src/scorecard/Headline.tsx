import type { Scorecard } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { type Change, trendOf } from './trend.ts'
import { useFigures } from './useFigures.ts'

/** What happened, in one sentence, only as sure as the numbers are. */
export function Headline({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const trend = trendOf(card.weeks)
  if (!trend) return <p className="text-md text-muted">{t('trend.none')}</p>
  const { l1, reopen } = trend
  const values = (change: Change) => ({
    points: figures.points(change.difference),
    low: figures.points(change.low),
    high: figures.points(change.high),
  })
  return (
    <div>
      <p className="max-w-[68ch] text-lg text-pretty">
        {l1 && <span className="font-semibold">{t(`trend.l1.${l1.direction}`, values(l1))}</span>}
        {l1 && '; '}
        {t(`trend.reopen.${reopen.direction}`, values(reopen))}
        {l1 && `: ${t(`trend.verdict.${l1.direction}_${reopen.direction}`)}`}.
      </p>
      <p className="mt-1 text-sm text-muted">
        {t('trend.basis', { count: trend.weeks, since: figures.day(trend.since) })}{' '}
        {l1 && t('trend.intervalL1', values(l1))} {t('trend.intervalReopen', values(reopen))}
      </p>
    </div>
  )
}
