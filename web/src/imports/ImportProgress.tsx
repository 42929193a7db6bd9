import type { ImportProgress as Told } from '@firstline/contract/imports'
import { useTranslation } from 'react-i18next'
import { Progress } from '#web/ui/Progress.tsx'
import { useNumbers } from './useNumbers.ts'

export function ImportProgress({ progress }: { progress: Told | null }) {
  const { t } = useTranslation('imports')
  const numbers = useNumbers()
  if (!progress) return <Progress label={t('progress.waiting')} />
  const { phase, rows, share, rowsPerSecond, secondsLeft } = progress
  return (
    <div className="flex flex-col gap-1">
      <Progress label={t(`progress.${phase}`)} {...(share !== null && { value: share * 100 })} />
      <p className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
        <span>{t(`progress.${phase}`)}</span>
        <span>{t('progress.rows', { rows: numbers.count(rows) })}</span>
        <span>{t('progress.rate', { rate: numbers.count(rowsPerSecond) })}</span>
        {secondsLeft !== null && (
          <span>{t('progress.left', { time: numbers.duration(secondsLeft) })}</span>
        )}
      </p>
    </div>
  )
}
