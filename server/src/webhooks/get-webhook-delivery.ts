import { DeliveryId } from '@firstline/contract/webhooks'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { shownDelivery } from './list-webhook-deliveries.ts'
import { writeBody } from './write-body.ts'

/** With its body as it would be sent now: it is made of the record, and kept nowhere. */
export const getWebhookDelivery = defineQuery({
  permission: 'webhook:read',
  input: DeliveryId,
  async run({ db, config }, { deliveryId }) {
    const row = await db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
      .selectAll('webhook_delivery')
      .select('webhook.is_with_words as isWithWords')
      .where('webhook_delivery.id', '=', deliveryId)
      .where('webhook.deleted_at', 'is', null)
      .executeTakeFirst()
    if (!row) throw noDelivery()
    const { webhook_id: webhookId, isWithWords } = row
    const told = { type: row.type, eventId: row.event_id, at: row.created_at }
    const body = await writeBody({ db, config }, { webhookId, isWithWords, ...told })
    return { ...shownDelivery(row), webhookId, body }
  },
})

export function noDelivery(): NotFound {
  return new NotFound(
    'delivery.not-found',
    'There is no such delivery; they are kept for 30 days, so read the list again',
  )
}
