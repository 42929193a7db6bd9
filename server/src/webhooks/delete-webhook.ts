import { WebhookId } from '@firstline/contract/webhooks'
import { defineVerb } from '#server/core/verb.ts'
import { webhookDeleted } from './events.ts'
import { lockWebhook } from './lock-webhook.ts'

/** Its log may be long: forget-webhook-deliveries.ts takes it away, and then the endpoint. */
export const deleteWebhook = defineVerb({
  permission: 'webhook:manage',
  input: WebhookId,
  async run({ tx, clock }, { webhookId }) {
    await lockWebhook(tx, webhookId)
    await tx
      .updateTable('webhook')
      .set({ deleted_at: clock.now() })
      .where('id', '=', webhookId)
      .execute()
    return { result: {}, events: [webhookDeleted(webhookId)] }
  },
})
