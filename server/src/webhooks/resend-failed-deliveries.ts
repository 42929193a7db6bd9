import { ResendFailedDeliveries, mostResent } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { deliveryJob } from './delivery-job.ts'
import { webhookResent } from './events.ts'
import { lockWebhook, refuseDisabled } from './lock-webhook.ts'

/** The oldest first, as they happened; what is left is resent by asking again. */
export const resendFailedDeliveries = defineVerb({
  permission: 'webhook:manage',
  input: ResendFailedDeliveries,
  async run({ tx, clock }, { webhookId, since }) {
    refuseDisabled(await lockWebhook(tx, webhookId))
    const failed = await tx
      .selectFrom('webhook_delivery')
      .select('id')
      .where('webhook_id', '=', webhookId)
      .where('state', '=', 'failed')
      .where('created_at', '>=', new Date(since))
      .orderBy('created_at')
      .orderBy('id')
      .limit(mostResent + 1)
      .execute()
    if (failed.length === 0) {
      throw new Conflict(
        'webhook.none-failed',
        'Nothing has failed since then; choose an earlier time',
      )
    }
    const ids = failed.slice(0, mostResent).map(({ id }) => id)
    await sql`
      update webhook_delivery set state = 'waiting', attempts = 0, next_attempt_at = ${clock.now()}
      where id = any (${ids}::uuid[])`.execute(tx)
    return {
      result: { count: ids.length, isMore: failed.length > ids.length },
      events: [webhookResent(webhookId, ids.length)],
      jobs: ids.map((id) => deliveryJob({ id, webhookId, attempt: 1 })),
    }
  },
})
