import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mostUnread } from '@firstline/contract/notifications'
import { NotificationKinds } from '#web/notifications/NotificationKinds.tsx'
import { NotificationList } from '#web/notifications/NotificationList.tsx'
import { notificationParts, useUnreadCount } from '#web/notifications/useNotifications.ts'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'

const route = getRouteApi('/signed-in/notifications')

/** What concerns me and somebody else did, and what I want to be told of. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications')
  const { show = 'unread' } = route.useSearch()
  const unread = useUnreadCount()
  const links = notificationParts.map((part) => (
    <PartLink
      key={part}
      to="/notifications"
      search={part === 'unread' ? {} : { show: part }}
      isChosen={part === show}
      count={part === 'unread' && unread > 0 ? unread : undefined}
      countedUpTo={mostUnread}
    >
      {t(`part.${part}`)}
    </PartLink>
  ))
  return (
    <PageOfParts title={t('title')} lead={t(`lead.${show}`)} label={t('parts')} links={links}>
      {show === 'kinds' ? <NotificationKinds /> : <NotificationList key={show} state={show} />}
    </PageOfParts>
  )
}
