import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { RelativeTime } from './RelativeTime.tsx'
import { useReadOfNow } from './useNow.ts'

type PanelAgeProps = {
  readAt: string | Date
  staleAfterSeconds: number
  /** The last re-read failed: what is shown is old, however young. */
  isKnownStale: boolean
}

/** "2 s"; amber and said in a word once it is stale. */
export function PanelAge({ readAt, staleAfterSeconds, isKnownStale }: PanelAgeProps) {
  const { t } = useTranslation('ui')
  const staleAt = new Date(readAt).getTime() + staleAfterSeconds * 1_000
  const isOld = useReadOfNow(1_000, (now) => now > staleAt)
  const isStale = isKnownStale || isOld
  return (
    <span
      className={cx('flex items-center gap-1 text-xs', isStale ? 'text-pending' : 'text-faint')}
    >
      {isStale && (
        <>
          <History aria-hidden size={12} />
          {t('stale')}
        </>
      )}
      <RelativeTime at={readAt} form="short" />
    </span>
  )
}
