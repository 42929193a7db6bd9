import type { Notification, NotificationKind } from '@firstline/contract/notifications'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiPages, apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'

export const notificationParts = ['unread', 'all', 'kinds'] as const

export function useNotifications(state: 'unread' | 'all') {
  return useInfiniteQuery(
    apiPages('listNotifications', { query: state === 'all' ? {} : { state } }),
  )
}

/** How many this person has not read, up to a hundred. */
export function useUnreadCount(): number {
  const mayRead = useMay('ticket:read')
  const { data } = useQuery({ ...apiQuery('countNotifications'), enabled: mayRead })
  return data?.unread ?? 0
}

const event = 'notification.read'

/** Opened is read. */
export function useMark() {
  const { change } = useChangeWithToast('markNotification', { event })
  return ({ id }: Pick<Notification, 'id'>, isRead: boolean) =>
    change({ params: { id }, body: { isRead } })
}

/** All of them; the notice takes it back. */
export function useMarkAll() {
  const { t } = useTranslation('notifications')
  const unmark = useChangeWithToast('unmarkNotifications', { event })
  const { isPending, change } = useChangeWithToast('markAllNotifications', {
    event,
    onDone: ({ readingId, count }) =>
      toast({
        text: t('allRead', { count }),
        meaning: 'held',
        about: 'notifications read',
        undo: () => unmark.change({ params: { readingId } }),
      }),
  })
  return { isPending, markAll: () => change({ body: {} }) }
}

export function useKinds() {
  return useQuery(apiQuery('getNotificationKinds'))
}

export function useSetKind() {
  const queryClient = useQueryClient()
  const { isPending, change } = useChangeWithToast('setNotificationKind', {
    event: 'notification.kind_set',
    onDone: (kinds) => queryClient.setQueryData(apiQuery('getNotificationKinds').queryKey, kinds),
  })
  const set = (kind: NotificationKind, isOn: boolean) =>
    change({ params: { kind }, body: { isOn } })
  return { isPending, set }
}
