import { isPublicEvent } from '@firstline/contract/events'
import type { CreateWebhook } from '@firstline/contract/webhooks'
import type { z } from 'zod'
import { sql } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import { readConfig } from '#server/core/config.ts'
import { tellAudience } from '#server/core/record-events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { createWebhook } from '#server/webhooks/create-webhook.ts'
import { deliverWebhook } from '#server/webhooks/deliver-webhook.ts'
import { queueDeliveries } from '#server/webhooks/queue-deliveries.ts'
import { startReceiver } from './receiver.ts'

export type WebhookDesk = Awaited<ReturnType<typeof webhookDesk>>

/** For tests: a desk that may tell one system on this machine, and whose jobs are done when told. */
export async function webhookDesk() {
  const plain = await createTestDesk((name) => (isPublicEvent(name) ? [tellAudience] : []))
  plain.clock.set(new Date())
  const receiver = await startReceiver()
  const config = readConfig({ FIRSTLINE_HOME: '/dev/null/firstline', WEBHOOK_TO: receiver.url })
  const mails: { to: unknown; subject: string; text: string }[] = []
  const mailer = {
    isConnected: true,
    send: async (mail: object) => void mails.push(mail as (typeof mails)[number]),
  }
  const desk = { ...(await ticketDesk(plain)), config, mailer }
  const lead = await createPerson(desk, { role: 'lead', name: 'Lena' })
  return { ...desk, receiver, mails, lead }
}

/** Of everything, unless told. */
export function someWebhook(
  desk: WebhookDesk,
  overrides: Partial<z.input<typeof CreateWebhook>> = {},
  by: Actor = desk.lead,
) {
  const wish = { address: `${desk.receiver.url}/hooks`, events: ['ticket.received' as const] }
  return createWebhook(desk, by, { ...wish, ...overrides })
}

type Job = {
  id: string
  task: string
  payload: { event: string; delivery: string; attempt: number }
}

/** Does what is due by the desk's clock, until nothing is. @returns how many tries there were */
export async function workOff(desk: WebhookDesk): Promise<number> {
  let tries = 0
  for (;;) {
    const { rows } = await sql<Job>`
      select job.id::text, task.identifier as task, job.payload
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier in ('react', 'deliver_webhook') and (
        job.run_at <= ${desk.clock.now()} or (
          coalesce(job.payload ->> 'attempt', '1') = '1' and job.run_at <= now()))
      order by job.id limit 1`.execute(desk.db)
    const [job] = rows
    if (!job) return tries
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'test'
      where id = ${job.id}`.execute(desk.db)
    if (job.task === 'react') await queueDeliveries(desk, [{ id: job.payload.event }])
    else await deliverWebhook(desk, job.payload)
    tries += job.task === 'react' ? 0 : 1
    await sql`delete from graphile_worker._private_jobs where id = ${job.id}`.execute(desk.db)
  }
}

export async function deliveriesOf(desk: WebhookDesk, webhookId: string) {
  return desk.db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
