import type { Scorecard } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { toast } from '#web/ui/Toast.tsx'
import { drawPicture } from './draw-picture.ts'
import { useSentence } from './Headline.tsx'
import { save } from './save.ts'
import { useFigures } from '#web/useFigures.ts'

/** Saves the sentence and both charts, as they are on the page, as one PNG. */
export function usePicture(card: Scorecard): () => void {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const sentence = useSentence(card)
  return () => {
    const period = figures.period(card.from, card.to, card.timeZone)
    drawPicture({
      title: sentence ?? t('title'),
      subtitle: `${t('title')} · ${period} · ${t('timeZone', { zone: card.timeZone })}`,
      figures: [figureOf(t('l1.title'), card.l1), figureOf(t('reopen.title'), card.reopen)],
    }).then(
      (address) => save(address, `scorecard-${card.asOf.slice(0, 10)}.png`),
      () => toast({ text: t('share.pictureFailed'), meaning: 'broken' }),
    )
  }

  function figureOf(title: string, value: Scorecard['l1']) {
    if (!value || value.rate === null) return { title, value: '–', detail: '' }
    const interval = `${t('interval')} ${figures.interval(value.low ?? 0, value.high ?? 1)}`
    const counts = `${figures.count(value.count)} / ${figures.count(value.of)}`
    return { title, value: figures.percent(value.rate), detail: `${interval} · ${counts}` }
  }
}
