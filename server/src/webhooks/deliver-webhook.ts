import type { PayloadOf } from '@firstline/contract/tasks'
import type { Kysely } from 'kysely'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { callEndpoint } from './call-endpoint.ts'
import { deliveryJob } from './delivery-job.ts'
import { keepOutcome } from './keep-outcome.ts'
import { secretOf, signatureHeaders } from './secret-of.ts'
import { switchOffWhereDue } from './switch-off.ts'
import { messageIdOf, writeBody } from './write-body.ts'

/**
 * One try of a delivery. A job that runs again after its outcome was written does nothing; one that died
 * before is done again, under the same `webhook-id`.
 */
export async function deliverWebhook(
  desk: Desk & WithSecret & WithMailer,
  { delivery: id, attempt }: PayloadOf<'deliver_webhook'>,
): Promise<void> {
  const due = await readDue(desk.db, id)
  // its outcome was written, and then the database was away
  if (due?.attempts === attempt && due.fault !== null) {
    return switchOffWhereDue(desk, due.webhookId, due.status)
  }
  if (!due || due.state !== 'waiting' || due.attempts !== attempt - 1) return
  if (due.offAt || due.deletedAt) return giveUp(desk, id)
  const now = desk.clock.now()
  if (due.heldUntil && due.heldUntil > now) {
    const job = deliveryJob({ id, webhookId: due.webhookId, attempt, at: due.heldUntil })
    return inTransaction(desk.db, (tx) => enqueue(tx, [job]))
  }
  const body = await writeBody(desk, due)
  const secretIds = due.oldSecretUntil && due.oldSecretUntil > now ? [due.oldSecretId] : []
  const secrets = [due.secretId, ...secretIds].flatMap((each) =>
    each === null ? [] : secretOf(desk.secret, each),
  )
  const headers = signatureHeaders(secrets, { id: messageIdOf(id), at: now, body })
  const told = await callEndpoint(desk.config, { address: due.address, headers, body })
  await keepOutcome(desk, { id, webhookId: due.webhookId, type: due.type, attempt }, told)
  if (told.fault !== null) await switchOffWhereDue(desk, due.webhookId, told.status)
}

function readDue(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .select(['delivery.state', 'delivery.attempts', 'delivery.type'])
    .select(['delivery.fault', 'delivery.status'])
    .select(['delivery.event_id as eventId', 'delivery.created_at as at'])
    .select(['webhook.id as webhookId', 'webhook.address', 'webhook.off_at as offAt'])
    .select(['webhook.deleted_at as deletedAt', 'webhook.held_until as heldUntil'])
    .select(['webhook.secret_id as secretId', 'webhook.old_secret_id as oldSecretId'])
    .select(['old_secret_until as oldSecretUntil', 'is_with_words as isWithWords'])
    .where('delivery.id', '=', id)
    .executeTakeFirst()
}

/** It can be sent again when the endpoint is on. */
async function giveUp({ db }: Desk, id: string): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({ state: 'failed', fault: 'off', next_attempt_at: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}
