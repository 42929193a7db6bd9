import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { meetFault } from '#acme/faults/meet-fault.ts'
import type { Activity } from '#acme/telemetry/telemetry.ts'

type Delivery = {
  id: string
  account_id: string
  endpoint_id: string
  event: string
  payload: Record<string, unknown>
  attempts: number
  created_at: Date
}

const maxAttempts = 5

export async function deliverNextWebhook(acme: Acme): Promise<boolean> {
  const delivery = await claimDelivery(acme)
  if (!delivery) return false
  const about = {
    accountId: delivery.account_id,
    attributes: { 'webhook.delivery.id': delivery.id, 'webhook.event': delivery.event },
  }
  await acme.telemetry.trace('webhooks', 'webhook.deliver', about, (activity) =>
    deliver(acme, delivery, activity),
  )
  return true
}

function claimDelivery({ pool }: Acme): Promise<Delivery | undefined> {
  return row<Delivery>(
    pool,
    `update webhook_delivery set attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds'
     where id = (
       select d.id from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
       where d.state = 'pending' and d.next_attempt_at <= now() and e.enabled
       order by d.next_attempt_at limit 1 for update of d skip locked)
     returning id, account_id, endpoint_id, event, payload, attempts, created_at`,
  )
}

async function deliver(acme: Acme, delivery: Delivery, activity: Activity): Promise<void> {
  await acme.pool.query('update webhook_delivery set trace_id = $2 where id = $1', [
    delivery.id,
    activity.traceId,
  ])
  if ((await meetFault(acme.pool, delivery.id)) === 'webhook_stuck') {
    return leaveStuck(acme, delivery, activity)
  }
  try {
    const status = await activity.step('http.post', () => post(acme, delivery))
    if (status >= 200 && status < 300) return await markDelivered(acme, delivery, status, activity)
    await retryOrGiveUp(acme, delivery, status, `the endpoint answered ${status}`, activity)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await retryOrGiveUp(acme, delivery, null, message, activity)
  }
}

async function post(acme: Acme, delivery: Delivery): Promise<number> {
  const response = await fetch(`${acme.address.http}/hooks/${delivery.endpoint_id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-acme-delivery': delivery.id },
    body: JSON.stringify({
      id: delivery.id,
      event: delivery.event,
      at: delivery.created_at,
      data: delivery.payload,
    }),
    signal: AbortSignal.timeout(5000),
  })
  await response.body?.cancel()
  return response.status
}

async function markDelivered(
  { pool }: Acme,
  delivery: Delivery,
  status: number,
  activity: Activity,
): Promise<void> {
  await pool.query(
    `update webhook_delivery
     set state = 'delivered', last_status = $2, last_error = null, delivered_at = now() where id = $1`,
    [delivery.id, status],
  )
  activity.log('INFO', `webhook ${delivery.id} delivered, answer ${status}`)
}

async function retryOrGiveUp(
  { pool }: Acme,
  delivery: Delivery,
  status: number | null,
  why: string,
  activity: Activity,
): Promise<void> {
  const isLast = delivery.attempts >= maxAttempts
  activity.log(isLast ? 'ERROR' : 'WARN', `webhook ${delivery.id} not delivered: ${why}`, {
    'webhook.attempt': delivery.attempts,
  })
  await pool.query(
    `update webhook_delivery
     set state = $2, last_status = $3, last_error = $4,
         next_attempt_at = now() + make_interval(secs => $5) where id = $1`,
    [delivery.id, isLast ? 'failed' : 'pending', status, why, 5 * 3 ** delivery.attempts],
  )
}

/** The sender is gone in the middle of a delivery: neither retried nor given up. */
async function leaveStuck({ pool }: Acme, delivery: Delivery, activity: Activity): Promise<void> {
  const why = 'sender lost its connection pool before the endpoint was called'
  await pool.query(
    `update webhook_delivery set state = 'stuck', last_status = null, last_error = $2 where id = $1`,
    [delivery.id, why],
  )
  activity.log('ERROR', `webhook ${delivery.id} stuck: ${why}`, { 'error.type': 'sender_lost' })
}
