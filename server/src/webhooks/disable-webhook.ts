import { WebhookId } from '@firstline/contract/webhooks'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { webhookDisabled, webhookEnabled } from './events.ts'
import { lockWebhook, refuseDisabled } from './lock-webhook.ts'

/** What waits is given up as its time comes, and can be sent again. */
export const disableWebhook = defineVerb({
  permission: 'webhook:manage',
  input: WebhookId,
  async run({ tx, clock }, { webhookId }) {
    refuseDisabled(await lockWebhook(tx, webhookId))
    await tx
      .updateTable('webhook')
      .set({ off_at: clock.now(), off_because: 'person' })
      .where('id', '=', webhookId)
      .execute()
    return { result: {}, events: [webhookDisabled(webhookId, 'person')] }
  },
})

/** With a clean slate: what failed before does not count against it. */
export const enableWebhook = defineVerb({
  permission: 'webhook:manage',
  input: WebhookId,
  async run({ tx }, { webhookId }) {
    const { offAt } = await lockWebhook(tx, webhookId)
    if (!offAt) throw new Conflict('webhook.enabled', 'This webhook is not switched off')
    await tx
      .updateTable('webhook')
      .set({ off_at: null, off_because: null, failing_since: null, held_until: null })
      .where('id', '=', webhookId)
      .execute()
    return { result: {}, events: [webhookEnabled(webhookId)] }
  },
})
