import { ChangeWebhook } from '@firstline/contract/webhooks'
import { defineVerb } from '#server/core/verb.ts'
import { webhookChanged } from './events.ts'
import { lockWebhook } from './lock-webhook.ts'
import { refuseAddress } from './refuse-address.ts'

/** What waits goes to the new address. */
export const changeWebhook = defineVerb({
  permission: 'webhook:manage',
  input: ChangeWebhook,
  async run({ tx, config }, { webhookId, ...written }) {
    refuseAddress(written.address, config)
    await lockWebhook(tx, webhookId)
    const { address, description, events, isWithWords } = written
    await tx
      .updateTable('webhook')
      .set({ address, description, events, is_with_words: isWithWords, held_until: null })
      .where('id', '=', webhookId)
      .execute()
    return { result: {}, events: [webhookChanged(webhookId, written)] }
  },
})
