import { z } from 'zod'
import { Id, Nothing, OneLine, PageQuery, PersonRef, Time, pageOf } from './common.ts'
import { publicEventNames } from './events.ts'
import type { RouteTable } from './route.ts'

/** Each has a worker to itself, so that none waits for another's server. */
export const mostWebhooks = 10
/** How long the secret before is still signed with. */
export const oldSecretHours = 24
/** Of an answer, what the log keeps. */
export const mostAnswerBytes = 1_000
/** An endpoint that took nothing for so long is switched off. */
export const failingDays = 5
export const keptDeliveryDays = 30
/** At most, by one request. */
export const mostResent = 1_000

export const PublicEvent = z.enum(publicEventNames)

/** on; failing: its last delivery did not arrive; off: a person, or the desk, has switched it off. */
export const WebhookState = z.enum(['on', 'failing', 'off'])
export type WebhookState = z.infer<typeof WebhookState>
export const OffBecause = z.enum(['person', 'gone', 'failing'])

export const Webhook = z
  .object({
    id: Id,
    address: z.string(),
    description: z.string(),
    events: z.array(z.string()),
    /** Messages, notes, reasons and names go out too. */
    isWithWords: z.boolean(),
    state: WebhookState,
    offBecause: OffBecause.nullable(),
    failingSince: Time.nullable(),
    createdAt: Time,
    createdBy: PersonRef.nullable(),
    /** Until then deliveries are signed with the secret before, too. */
    oldSecretUntil: Time.nullable(),
    lastDeliveredAt: Time.nullable(),
    /** Not delivered yet, of those that are kept; counted up to 1,000. */
    waiting: z.int(),
    /** Given up, of those that are kept; counted up to 1,000. */
    failed: z.int(),
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof Webhook>

/** waiting: to be tried, or tried again; delivered: answered with 2xx; failed: given up. */
export const DeliveryState = z.enum(['waiting', 'delivered', 'failed'])
export type DeliveryState = z.infer<typeof DeliveryState>

/**
 * Why it did not arrive. status: it was answered with another status than 2xx; forbidden: the address is one
 * the desk does not call; off: the endpoint was switched off; restored: the desk was set back to a backup.
 */
export const DeliveryFault = z.enum([
  'status',
  'timeout',
  'unreachable',
  'redirected',
  'forbidden',
  'off',
  'restored',
])
export type DeliveryFault = z.infer<typeof DeliveryFault>

export const WebhookDelivery = z
  .object({
    id: Id,
    /** `webhook-id` of all its tries. */
    messageId: z.string(),
    /** `webhook.test`, or an event's name. */
    type: z.string(),
    /** Its number in the record; null of a test. */
    event: z.string().nullable(),
    state: DeliveryState,
    attempts: z.int(),
    createdAt: Time,
    lastAttemptAt: Time.nullable(),
    nextAttemptAt: Time.nullable(),
    /** What was answered last. */
    status: z.int().nullable(),
    durationMs: z.int().nullable(),
    fault: DeliveryFault.nullable(),
    /** In the words of the system below. */
    detail: z.string().nullable(),
    /** Its first bytes. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

const webhookId = z.object({ webhookId: Id })
const deliveryId = z.object({ deliveryId: Id })

const Written = z.object({
  address: z.url({ protocol: /^https?$/ }).max(500),
  description: OneLine.max(120).default(''),
  events: z.array(PublicEvent).min(1).max(publicEventNames.length),
  isWithWords: z.boolean().default(false),
})
const Secret = z.object({ id: Id, secret: z.string(), oldSecretUntil: Time.nullable() })

export const CreateWebhook = Written
export const ChangeWebhook = webhookId.extend(Written.shape)
export const WebhookId = webhookId
export const DeliveryId = deliveryId
export const ListWebhookDeliveries = webhookId.extend(
  PageQuery.extend({ state: DeliveryState.optional() }).shape,
)
export const ResendFailedDeliveries = webhookId.extend({ since: Time })

const writing = ['outbound.forbidden', 'webhook.address-not-https', 'webhook.address-secret']

export const webhookRoutes = {
  listWebhooks: {
    method: 'GET',
    path: '/api/webhooks',
    summary: 'Endpoints that are told of events, and how each of them goes; at most ten',
    permission: 'webhook:read',
    changedBy: ['webhooks'],
    response: z.object({ items: z.array(Webhook) }),
  },
  createWebhook: {
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Tell an endpoint of events; the secret it verifies them by is shown this once',
    permission: 'webhook:manage',
    repeated: { is: 'refused', because: 'the secret is shown once' },
    body: CreateWebhook,
    errors: [...writing, 'webhooks.full'],
    response: Secret,
  },
  changeWebhook: {
    method: 'PUT',
    path: '/api/webhooks/{webhookId}',
    summary: 'Write an endpoint anew: its address, its events, and whether words go out',
    permission: 'webhook:manage',
    params: webhookId,
    body: Written,
    errors: [...writing, 'webhook.not-found'],
    response: Nothing,
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/api/webhooks/{webhookId}/secret',
    summary:
      'A new secret, shown this once; for 24 hours deliveries are signed with the one before as well',
    permission: 'webhook:manage',
    repeated: { is: 'refused', because: 'the secret is shown once' },
    params: webhookId,
    errors: ['webhook.not-found', 'webhook.rotated-lately'],
    response: Secret,
  },
  disableWebhook: {
    method: 'POST',
    path: '/api/webhooks/{webhookId}/disabling',
    summary: 'Tell an endpoint nothing more; what was under way is given up and can be sent again',
    permission: 'webhook:manage',
    params: webhookId,
    errors: ['webhook.not-found', 'webhook.disabled'],
    response: Nothing,
  },
  enableWebhook: {
    method: 'DELETE',
    path: '/api/webhooks/{webhookId}/disabling',
    summary: 'Tell an endpoint of what happens from now on',
    permission: 'webhook:manage',
    params: webhookId,
    errors: ['webhook.not-found', 'webhook.enabled'],
    response: Nothing,
  },
  deleteWebhook: {
    method: 'DELETE',
    path: '/api/webhooks/{webhookId}',
    summary:
      'An endpoint is gone for good, with its secret, and by the next day its log; the record keeps that it was',
    permission: 'webhook:manage',
    params: webhookId,
    errors: ['webhook.not-found'],
    response: Nothing,
  },
  testWebhook: {
    method: 'POST',
    path: '/api/webhooks/{webhookId}/tests',
    summary: 'Send an endpoint a `webhook.test`, tried once',
    permission: 'webhook:manage',
    params: webhookId,
    errors: ['webhook.not-found', 'webhook.disabled'],
    response: z.object({ id: Id }),
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/api/webhooks/{webhookId}/deliveries',
    summary: 'What an endpoint was told in the last 30 days, newest first',
    permission: 'webhook:read',
    changedBy: ['webhooks'],
    params: webhookId,
    query: ListWebhookDeliveries.omit({ webhookId: true }),
    errors: ['webhook.not-found', 'cursor.invalid'],
    response: pageOf(WebhookDelivery),
  },
  getWebhookDelivery: {
    method: 'GET',
    path: '/api/webhook-deliveries/{deliveryId}',
    summary: 'One delivery, with the body that is sent',
    permission: 'webhook:read',
    changedBy: ['webhooks'],
    params: deliveryId,
    errors: ['delivery.not-found'],
    response: WebhookDelivery.extend({ webhookId: Id, body: z.string() }),
  },
  resendWebhookDelivery: {
    method: 'POST',
    path: '/api/webhook-deliveries/{deliveryId}/resends',
    summary: 'Send one again, under the same `webhook-id`',
    permission: 'webhook:manage',
    params: deliveryId,
    errors: ['delivery.not-found', 'delivery.waiting', 'webhook.disabled'],
    response: Nothing,
  },
  resendFailedDeliveries: {
    method: 'POST',
    path: '/api/webhooks/{webhookId}/resends',
    summary: 'Send again all that failed since then, the oldest 1,000 first',
    permission: 'webhook:manage',
    params: webhookId,
    body: ResendFailedDeliveries.omit({ webhookId: true }),
    errors: ['webhook.not-found', 'webhook.disabled', 'webhook.none-failed'],
    response: z.object({ count: z.int(), isMore: z.boolean() }),
  },
} as const satisfies RouteTable
