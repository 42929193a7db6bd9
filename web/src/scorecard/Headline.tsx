import type { Scorecard, Trend } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { dayAfter } from './useScorecard.ts'
import { useFigures } from '#web/useFigures.ts'

/** What happened, in one sentence, only as sure as the numbers are. */
export function Headline({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const sentence = useSentence(card)
  const { l1, reopen } = card.trend
  const basis = reopen ?? l1
  if (!sentence || !basis) {
    return <p className="max-w-[68ch] text-md text-pretty text-muted">{t('trend.none')}</p>
  }
  return (
    <div>
      <p className="max-w-[68ch] text-lg font-medium text-pretty">{sentence}</p>
      <p className="mt-1 max-w-[110ch] text-sm text-pretty text-muted">
        {t('trend.basis', {
          count: basis.weeks,
          since: figures.day(basis.since),
          until: figures.day(dayAfter(basis.until, 6)),
        })}{' '}
        {l1 && confidence(t('l1.title'), l1)} {reopen && confidence(t('reopen.title'), reopen)}
      </p>
    </div>
  )

  function confidence(number: string, { change, low, high, p }: Trend): string {
    return t('trend.confidence', {
      number,
      change: figures.points(change),
      low: figures.points(low),
      high: figures.points(high),
      chance:
        p < 0.001
          ? t('trend.chance.rarely')
          : t('trend.chance.share', {
              share: p < 0.1 ? figures.percent(p) : figures.wholePercent(p),
            }),
    })
  }
}

/** Null while there is too little history to say anything. */
export function useSentence({ trend }: Scorecard): string | null {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { l1, reopen, verdict } = trend
  const points = (of: Trend) => ({ points: figures.points(of.change) })
  if (!reopen) return null
  if (!l1 || verdict === 'too_early') {
    return `${t(`trend.reopenAlone.${reopen.direction}`, points(reopen))}.`
  }
  const [first, second] = [
    t(`trend.l1.${l1.direction}`, points(l1)),
    t(`trend.reopen.${reopen.direction}`, points(reopen)),
  ]
  return `${first}; ${second}: ${t(`trend.verdict.${verdict}`)}.`
}
