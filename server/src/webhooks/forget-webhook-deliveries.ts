import { keptDeliveryDays } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'

/** A log is no archive; and of an endpoint that was deleted nothing is kept. A bounded number at a time. */
export async function forgetWebhookDeliveries(
  { db, clock }: Pick<Desk, 'db' | 'clock'>,
  batch = 5_000,
): Promise<void> {
  const before = later(clock.now(), -keptDeliveryDays * days)
  const old = sql`select id from webhook_delivery where created_at < ${before}
    order by created_at limit ${batch}`
  const ofDeleted = sql`select id from webhook_delivery
    where webhook_id in (select id from webhook where deleted_at is not null) limit ${batch}`
  for (const ids of [old, ofDeleted]) {
    for (let gone = batch; gone === batch;) {
      const { numAffectedRows } =
        await sql`delete from webhook_delivery where id = any (array(${ids}))`.execute(db)
      gone = Number(numAffectedRows)
    }
  }
  await sql`delete from webhook where deleted_at is not null
    and (select id from webhook_delivery where webhook_id = webhook.id limit 1) is null`.execute(db)
}
