import { WebhookId } from '@firstline/contract/webhooks'
import { defineVerb } from '#server/core/verb.ts'
import { deliveryJob } from './delivery-job.ts'
import { webhookTested } from './events.ts'
import { lockWebhook, refuseDisabled } from './lock-webhook.ts'
import { testType } from './write-body.ts'

export const testWebhook = defineVerb({
  permission: 'webhook:manage',
  input: WebhookId,
  async run({ tx, clock }, { webhookId }) {
    refuseDisabled(await lockWebhook(tx, webhookId))
    const now = clock.now()
    const { id } = await tx
      .insertInto('webhook_delivery')
      .values({ webhook_id: webhookId, type: testType, created_at: now, next_attempt_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: { id },
      events: [webhookTested(webhookId, id)],
      jobs: [deliveryJob({ id, webhookId, attempt: 1 })],
    }
  },
})
