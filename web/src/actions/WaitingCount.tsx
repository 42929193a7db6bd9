import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { useWaitingCount } from './useApprovals.ts'

/** At the way to the approvals: how many wait for this person. */
export function WaitingCount() {
  const { t, i18n } = useTranslation('actions')
  const count = useWaitingCount()
  if (count === 0) return null
  return (
    <span className="absolute top-1 left-1/2 ml-2 min-w-4 rounded-full bg-pending px-1 text-center text-[0.6875rem] leading-4 font-medium text-canvas tabular-nums">
      <span aria-hidden>{numberFormat(i18n.language).format(count)}</span>
      <span className="sr-only">{t('waitingForYou', { count })}</span>
    </span>
  )
}
