import type { Proportion } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { few } from './few.ts'
import { useFigures } from '#web/useFigures.ts'

/** A rate never stands alone: its interval is beside it, and below 20 it is grey. */
export function Rate({
  value,
  size = 'cell',
}: {
  value: Proportion | null
  size?: 'cell' | 'large'
}) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  if (!value || value.rate === null) return <span className="text-faint">–</span>
  const isFew = value.of < few
  const isLarge = size === 'large'
  return (
    <span className={cx('whitespace-nowrap tabular-nums', isFew && 'text-estimate')}>
      <span className={cx(isLarge ? 'text-xl font-semibold' : 'font-medium')}>
        {figures.percent(value.rate)}
      </span>
      <span
        className={cx('text-muted', isLarge ? 'ml-2 text-base' : 'ml-1.5 text-xs max-lg:hidden')}
      >
        {isLarge && `${t('interval')} `}
        {figures.interval(value.low ?? 0, value.high ?? 1)}
      </span>
    </span>
  )
}
