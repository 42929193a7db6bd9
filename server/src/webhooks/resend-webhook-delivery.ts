import { DeliveryId } from '@firstline/contract/webhooks'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { deliveryJob } from './delivery-job.ts'
import { webhookResent } from './events.ts'
import { noDelivery } from './get-webhook-delivery.ts'
import { refuseDisabled } from './lock-webhook.ts'

/** Under the same id, from its first try on: a receiver that has it already knows it. */
export const resendWebhookDelivery = defineVerb({
  permission: 'webhook:manage',
  input: DeliveryId,
  async run({ tx, clock }, { deliveryId }) {
    const delivery = await tx
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
      .select(['webhook.id as webhookId', 'webhook.off_at as offAt', 'webhook_delivery.state'])
      .where('webhook_delivery.id', '=', deliveryId)
      .where('webhook.deleted_at', 'is', null)
      .forUpdate('webhook_delivery')
      .executeTakeFirst()
    if (!delivery) throw noDelivery()
    refuseDisabled(delivery)
    if (delivery.state === 'waiting') {
      throw new Conflict('delivery.waiting', 'It is being sent: wait for how that goes')
    }
    const now = clock.now()
    await tx
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', attempts: 0, next_attempt_at: now })
      .where('id', '=', deliveryId)
      .execute()
    const { webhookId } = delivery
    return {
      result: {},
      events: [webhookResent(webhookId, 1, deliveryId)],
      jobs: [deliveryJob({ id: deliveryId, webhookId, attempt: 1 })],
    }
  },
})
