import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Clock } from '#server/core/clock.ts'
import { addJobs } from '#server/core/jobs.ts'
import type { DB } from '#server/database/db-types.ts'

/**
 * Reaction to every public event: a delivery and its job for each endpoint that is told of it, by one
 * statement. An event that was queued before is not queued again.
 */
export async function queueDeliveries(
  { db, clock }: { db: Kysely<DB>; clock: Clock },
  events: readonly { id: string }[],
): Promise<void> {
  const ids = events.map(({ id }) => id)
  const now = clock.now()
  const jobs = sql`
    select 'deliver_webhook' as task, json_build_object('delivery', id, 'attempt', 1) as payload,
      concat('webhook:', id, ':1') as key, null::timestamptz as run_at, null::int as max_attempts,
      concat('webhook:', webhook_id) as queue
    from queued order by event_id`
  await sql`
    with queued as (
      insert into webhook_delivery (webhook_id, event_id, type, created_at, next_attempt_at)
      select webhook.id, event.id, event.name, ${now}, ${now}
      from event join webhook on event.name = any (webhook.events)
      where event.id = any (${ids}::bigint[]) and webhook.off_at is null and webhook.deleted_at is null
      on conflict (webhook_id, event_id) do nothing
      returning id, webhook_id, event_id)
    ${addJobs(jobs)}`.execute(db)
}
