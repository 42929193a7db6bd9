import { z } from 'zod'
import { ActorRef, Id, PageQuery, Time, pageOf } from './common.ts'
import { eventNames } from './events.ts'
import type { RouteTable } from './route.ts'

/** What somebody can be told of, the most personal first: of one event each is told once. */
export const NotificationKind = z.enum([
  'mentioned',
  'assigned',
  'resolution_broken',
  'ticket_reopened',
  'customer_answered',
  'ticket_back',
  'escalation_taken',
  'escalation_asked',
  'escalation_returned',
  'approval_asked',
  'rule_off',
  'watched_moved',
])
export type NotificationKind = z.infer<typeof NotificationKind>

/** One of a ticket and a kind, for as long as it is unread. */
export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    ticket: z.object({ id: Id, number: z.int(), subject: z.string() }),
    /** Where it is about one. */
    escalationId: Id.nullable(),
    /** The last that happened. */
    event: z.enum(eventNames),
    by: ActorRef,
    at: Time,
    /** How often since it was read. */
    count: z.int(),
    /** The beginning of what was written. */
    excerpt: z.string().nullable(),
    isRead: z.boolean(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>

/** Beyond it nobody counts what is unread. */
export const mostUnread = 100

export const CountNotifications = z.object({})
/** Up to 100. */
export const NotificationCounts = z.object({ unread: z.int() })
export const ListNotifications = PageQuery.extend({ state: z.enum(['unread']).optional() })
export const MarkNotification = z.object({ id: Id, isRead: z.boolean() })
export const MarkAllNotifications = z.object({})
export const UnmarkNotifications = z.object({ readingId: Id })
export const SetNotificationKind = z.object({ kind: NotificationKind, isOn: z.boolean() })

/** What one is told of, each for themselves. */
export const NotificationKinds = z
  .object({ items: z.array(z.object({ kind: NotificationKind, isOn: z.boolean() })) })
  .meta({ id: 'NotificationKinds' })
export type NotificationKinds = z.infer<typeof NotificationKinds>

export const notificationRoutes = {
  listNotifications: {
    method: 'GET',
    path: '/api/notifications',
    summary: 'My own inbox: what I am told of, newest first',
    permission: 'ticket:read',
    changedBy: ['notifications'],
    query: ListNotifications,
    errors: ['cursor.invalid'],
    response: pageOf(Notification).extend({ /** Up to 100. */ unread: z.int() }),
  },
  countNotifications: {
    method: 'GET',
    path: '/api/notification-counts',
    summary: 'How many in my own inbox are unread (counted up to 100)',
    permission: 'ticket:read',
    changedBy: ['notifications'],
    response: NotificationCounts,
  },
  markNotification: {
    method: 'PUT',
    path: '/api/notifications/{id}/reading',
    summary: 'Mark one of my own as read, or as unread',
    permission: 'ticket:read',
    params: z.object({ id: Id }),
    body: MarkNotification.omit({ id: true }),
    response: Notification,
    errors: ['notification.not-found', 'notification.newer'],
  },
  markAllNotifications: {
    method: 'POST',
    path: '/api/notification-readings',
    summary: 'Mark all of my own as read; what it answers undoes it',
    permission: 'ticket:read',
    body: MarkAllNotifications,
    response: z.object({ readingId: Id, count: z.int() }),
    errors: ['notification.none-unread'],
  },
  unmarkNotifications: {
    method: 'DELETE',
    path: '/api/notification-readings/{readingId}',
    summary: 'Make those unread again that were marked all at once',
    permission: 'ticket:read',
    params: UnmarkNotifications,
    response: z.object({ count: z.int() }),
    errors: ['notification.not-found'],
  },
  getNotificationKinds: {
    method: 'GET',
    path: '/api/notification-kinds',
    summary: 'What I am told of in my inbox',
    permission: 'ticket:read',
    changedBy: ['notifications'],
    response: NotificationKinds,
  },
  setNotificationKind: {
    method: 'PUT',
    path: '/api/notification-kinds/{kind}',
    summary: 'Be told of a kind from now on, or no more',
    permission: 'ticket:read',
    params: SetNotificationKind.pick({ kind: true }),
    body: SetNotificationKind.pick({ isOn: true }),
    response: NotificationKinds,
    errors: ['notification.kind-unchanged'],
  },
} as const satisfies RouteTable
