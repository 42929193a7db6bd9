import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'

const widths = ['w-11/12', 'w-2/3', 'w-5/6', 'w-1/2', 'w-3/4']

/** Lines where words will be. It appears only after a moment, so fast answers do not flicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className="late-appear flex flex-col gap-3 py-1">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={cx('h-3 rounded-sm bg-line', widths[line % widths.length])} />
      ))}
    </div>
  )
}
