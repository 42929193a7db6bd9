import { mostUnread } from '@firstline/contract/notifications'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { useUnreadCount } from './useNotifications.ts'

/** At the way to the inbox: how much of it is unread. */
export function UnreadCount() {
  const { t, i18n } = useTranslation('notifications')
  const count = useUnreadCount()
  if (count === 0) return null
  const isMore = count >= mostUnread
  const shown = numberFormat(i18n.language).format(isMore ? mostUnread - 1 : count)
  return (
    <span className="absolute top-1 left-1/2 ml-2 min-w-4 rounded-full bg-accent-fill px-1 text-center text-[0.6875rem] leading-4 font-medium text-canvas tabular-nums">
      <span aria-hidden>
        {shown}
        {isMore && '+'}
      </span>
      <span className="sr-only">{t('unread', { count })}</span>
    </span>
  )
}
