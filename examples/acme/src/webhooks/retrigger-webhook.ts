import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { conflict, notFound } from '#acme/refused.ts'

type Delivery = { state: string; enabled: boolean }

/** Same delivery id as before, so that a receiver which already has it can tell. */
export async function retriggerWebhook(tx: PoolClient, target: Target): Promise<Change> {
  const before = await row<Delivery>(
    tx,
    `select d.state, e.enabled from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
     where d.id = $1 and d.account_id = $2 for update of d`,
    [target.id, target.accountId],
  )
  if (!before) throw notFound(`Webhook delivery ${target.id} of account ${target.accountId}`)
  if (!before.enabled) throw conflict('The customer has switched this endpoint off')
  const moved = await row(
    tx,
    `update webhook_delivery
     set state = 'pending', attempts = 0, queued_at = now(), next_attempt_at = now()
     where id = $1 and state in ('stuck', 'failed') returning id`,
    [target.id],
  )
  if (!moved) {
    throw conflict(
      `Only a stuck or failed delivery can be sent again; ${target.id} is ${before.state}`,
    )
  }
  return {
    summary: `Delivery ${target.id} is sent again`,
    changes: [{ record: target.id, field: 'state', from: before.state, to: 'pending' }],
  }
}
