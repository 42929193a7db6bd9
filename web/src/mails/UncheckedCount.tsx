import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { useMailCounts } from './useMails.ts'

/** At the way to the mails: how many became no ticket and were not looked at yet. */
export function UncheckedCount() {
  const { t, i18n } = useTranslation('mails')
  const { held, failed, ignored } = useMailCounts()
  const count = held + failed + ignored
  if (count === 0) return null
  return (
    <span className="absolute top-1 left-1/2 ml-2 min-w-4 rounded-full bg-escalated px-1 text-center text-[0.6875rem] leading-4 font-medium text-canvas tabular-nums">
      <span aria-hidden>{numberFormat(i18n.language).format(count)}</span>
      <span className="sr-only">{t('unchecked', { count })}</span>
    </span>
  )
}
