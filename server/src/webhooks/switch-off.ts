import { failingDays } from '@firstline/contract/webhooks'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { webhookDisabled } from './events.ts'

/** After a try that failed: an endpoint that says it is gone, or has taken nothing for five days, is switched off. */
export async function switchOffWhereDue(
  desk: Desk & WithMailer,
  webhookId: string,
  status: number | null,
): Promise<void> {
  const because = status === 410 ? 'gone' : 'failing'
  try {
    await switchOff(desk, system('webhooks'), { webhookId, because })
  } catch (error) {
    // it is not due, or was switched off meanwhile
    if (!(error instanceof Refusal)) throw error
  }
}

const switchOff = defineVerb({
  permission: 'webhook:manage',
  input: z.object({ webhookId: z.uuid(), because: z.enum(['gone', 'failing']) }),
  async run({ tx, clock, mailer }: VerbContext & WithMailer, { webhookId, because }) {
    const now = clock.now()
    const row = await tx
      .updateTable('webhook')
      .set({ off_at: now, off_because: because })
      .where('id', '=', webhookId)
      .where('off_at', 'is', null)
      .where('deleted_at', 'is', null)
      .$if(because === 'failing', (query) =>
        query.where('failing_since', '<=', later(now, -failingDays * days)),
      )
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('webhook.disabled', 'This webhook stays as it is')
    return {
      result: {},
      events: [webhookDisabled(webhookId, because)],
      jobs: mailer.isConnected
        ? [{ task: 'mail_webhook_off', payload: { webhook: webhookId } }]
        : [],
    }
  },
})
