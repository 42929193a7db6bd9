import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { useFound } from './useQueue.ts'

const countedUpTo = 1_000

/** How many tickets hold the words, and whether some are not looked through yet. */
export function QueueFound() {
  const { t, i18n } = useTranslation('tickets')
  const found = useFound()
  return (
    <p role="status" className="px-1.5 text-xs text-muted empty:hidden">
      {found && t('found', { count: found.count, shown: shown(found.count) })}
      {found && found.stale > 0 && (
        <span className="block">
          {t('stale', { count: found.stale, shown: shown(found.stale) })}
        </span>
      )}
    </p>
  )

  function shown(count: number): string {
    const number = numberFormat(i18n.language).format(count)
    return count >= countedUpTo ? `${number}+` : number
  }
}
