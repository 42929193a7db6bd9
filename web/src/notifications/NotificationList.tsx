import type { Notification } from '@firstline/contract/notifications'
import { useNavigate } from '@tanstack/react-router'
import { Bell, CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { usePageCommands } from '#web/ui/page-commands.ts'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { NotificationLine } from './NotificationLine.tsx'
import { useMarkAll, useNotifications } from './useNotifications.ts'

/** Newest first, what is unread by itself unless all is asked for. */
export function NotificationList({ state }: { state: 'unread' | 'all' }) {
  const { t } = useTranslation('notifications')
  const list = useNotifications(state)
  const unread = list.data?.pages[0]?.unread ?? 0
  const { isPending, markAll } = useMarkAll()
  usePageCommands(unread > 0 ? [{ id: 'mark-all', label: t('markAll'), run: markAll }] : [])
  return (
    <>
      {unread > 0 && (
        <div className="flex justify-end border-b border-line px-4 pb-2 sm:px-6">
          <Button variant="ghost" icon={CheckCheck} isPending={isPending} onPress={markAll}>
            {t('markAll')}
          </Button>
        </div>
      )}
      <Loaded query={list}>
        {({ pages }) => (
          <Notifications state={state} notifications={pages.flatMap(({ items }) => items)} />
        )}
      </Loaded>
      <MoreButton list={list} className="p-4">
        {t('more')}
      </MoreButton>
    </>
  )
}

type NotificationsProps = { state: 'unread' | 'all'; notifications: readonly Notification[] }

function Notifications({ state, notifications }: NotificationsProps) {
  const { t } = useTranslation('notifications')
  const navigate = useNavigate()
  const ids = notifications.map(({ id }) => id)
  useRowKeys(ids, { group: t('title'), next: t('next'), previous: t('previous') })
  if (notifications.length === 0) {
    const seeAll = () => void navigate({ to: '/notifications', search: { show: 'all' } })
    return (
      <EmptyState
        icon={Bell}
        text={t(`empty.${state}`)}
        {...(state === 'unread' && { action: { label: t('seeAll'), onPress: seeAll } })}
      />
    )
  }
  return (
    <ul aria-label={t(`part.${state}`)} className="border-t border-line">
      {notifications.map((notification) => (
        <li key={notification.id}>
          <NotificationLine notification={notification} />
        </li>
      ))}
    </ul>
  )
}
