import type { Notification } from '@firstline/contract/notifications'
import { Link } from '@tanstack/react-router'
import { Circle, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { placeOf, wordsOf } from './notification-words.ts'
import { useMark } from './useNotifications.ts'

/** Who did what, where, and the beginning of the words. Opening it is reading it. */
export function NotificationLine({ notification }: { notification: Notification }) {
  const { t } = useTranslation('notifications')
  const mark = useMark()
  const { id, ticket, at, count, excerpt, isRead } = notification
  return (
    <div className="flex items-start gap-2 border-b border-line pr-2 sm:pr-4">
      <Link
        {...placeOf(notification)}
        data-row={id}
        onClick={() => {
          if (!isRead) mark(notification, true)
        }}
        className="flex min-w-0 flex-1 flex-col gap-0.5 py-2.5 pl-4 -outline-offset-2 hover:bg-hover sm:pl-6"
      >
        <span className="flex items-baseline gap-3">
          <span className={cx('min-w-0 flex-1 text-pretty', !isRead && 'font-semibold')}>
            {wordsOf(notification, t)}
            {count > 1 && (
              <span className="font-normal text-muted"> · {t('times', { count })}</span>
            )}
            {!isRead && <span className="sr-only"> ({t('isUnread')})</span>}
          </span>
          <span className="shrink-0 text-sm text-faint">
            <RelativeTime at={at} form="short" />
          </span>
        </span>
        <span className="min-w-0 truncate text-sm text-muted">
          <span className="tabular-nums">#{ticket.number}</span> <bdi>{ticket.subject}</bdi>
        </span>
        {excerpt && (
          <span dir="auto" className="line-clamp-2 text-sm text-pretty wrap-anywhere text-muted">
            “{excerpt}”
          </span>
        )}
      </Link>
      <span className="py-2">
        <IconButton
          icon={isRead ? Circle : CircleCheck}
          label={isRead ? t('markUnread') : t('markRead')}
          onPress={() => mark(notification, !isRead)}
        />
      </span>
    </div>
  )
}
