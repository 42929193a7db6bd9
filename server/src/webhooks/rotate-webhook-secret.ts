import { WebhookId, oldSecretHours } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import { hours, later } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { webhookSecretRotated } from './events.ts'
import { lockWebhook } from './lock-webhook.ts'
import { secretOf } from './secret-of.ts'

/**
 * The secret before is signed with for a day more. Within that day there is no third: the receiver may still
 * hold the first.
 */
export const rotateWebhookSecret = defineVerb({
  permission: 'webhook:manage',
  input: WebhookId,
  async run({ tx, clock, secret }: VerbContext & WithSecret, { webhookId }) {
    const before = await lockWebhook(tx, webhookId)
    const now = clock.now()
    if (before.oldSecretUntil && before.oldSecretUntil > now) {
      throw new Conflict(
        'webhook.rotated-lately',
        'The secret was changed within the last day and the one before still counts: wait until it ends',
      )
    }
    const until = later(now, oldSecretHours * hours)
    const row = await tx
      .updateTable('webhook')
      .set({
        secret_id: sql`gen_random_uuid()`,
        old_secret_id: before.secretId,
        old_secret_until: until,
      })
      .where('id', '=', webhookId)
      .returning('secret_id as secretId')
      .executeTakeFirstOrThrow()
    return {
      result: {
        id: webhookId,
        secret: secretOf(secret, row.secretId),
        oldSecretUntil: until.toISOString(),
      },
      events: [webhookSecretRotated(webhookId, until)],
    }
  },
})
