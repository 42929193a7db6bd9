import { sql } from 'kysely'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { Desk } from '#server/core/verb.ts'
import type { Told } from './call-endpoint.ts'
import { deliveryJob } from './delivery-job.ts'
import { askedFor, nextTryAt } from './next-try.ts'
import { testType } from './write-body.ts'

type Try = { id: string; webhookId: string; type: string; attempt: number }

/** How a try went, with the job of the next one: both or neither. Who was faster has kept it already. */
export async function keepOutcome(
  { db, clock }: Pick<Desk, 'db' | 'clock'>,
  { id, webhookId, type, attempt }: Try,
  { status, fault, detail, answer, durationMs, retryAfter }: Told,
): Promise<void> {
  const now = clock.now()
  const held = fault === null ? null : askedFor(retryAfter, now)
  const planned =
    fault === null || type === testType ? null : nextTryAt(attempt, now, Math.random())
  const next = planned && held && held > planned ? held : planned
  const state = fault === null ? 'delivered' : next ? 'waiting' : 'failed'
  await inTransaction(db, async (tx) => {
    const kept = await tx
      .updateTable('webhook_delivery')
      .set({ state, attempts: attempt, last_attempt_at: now, next_attempt_at: next })
      .set({ status, fault, detail, answer, duration_ms: durationMs })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('attempts', '=', attempt - 1)
      .returning('id')
      .executeTakeFirst()
    if (!kept) return
    await tx
      .updateTable('webhook')
      .set(
        fault === null
          ? { failing_since: null, held_until: null, last_delivered_at: now }
          : { failing_since: sql`coalesce(failing_since, ${now})`, held_until: held },
      )
      .where('id', '=', webhookId)
      .execute()
    if (next) await enqueue(tx, [deliveryJob({ id, webhookId, attempt: attempt + 1, at: next })])
  })
}
