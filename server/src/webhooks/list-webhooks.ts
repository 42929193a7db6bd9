import { OffBecause } from '@firstline/contract/webhooks'
import type { Webhook, WebhookState } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'

const most = 1_000

export const listWebhooks = defineQuery({
  permission: 'webhook:read',
  input: z.object({}),
  async run({ db, clock }): Promise<{ items: Webhook[] }> {
    const now = clock.now()
    const rows = await readWebhooks(db)
    return {
      items: rows.map(({ offBecause, ...row }) => ({
        ...row,
        state: stateOf({ offBecause, ...row }),
        offBecause: offBecause === null ? null : OffBecause.parse(offBecause),
        failingSince: row.failingSince?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        oldSecretUntil:
          row.oldSecretUntil && row.oldSecretUntil > now ? row.oldSecretUntil.toISOString() : null,
        lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
      })),
    }
  },
})

/** All there are, the newest first, with how many of their deliveries wait or have failed. */
export function readWebhooks(db: Kysely<DB>) {
  const count = (state: 'waiting' | 'failed') =>
    sql<number>`(select count(*)::int from (
      select from webhook_delivery
      where webhook_id = webhook.id and state = ${state} limit ${most}) as counted)`
  return db
    .selectFrom('webhook')
    .leftJoin('person', 'person.id', 'webhook.created_by')
    .select(['webhook.id', 'address', 'description', 'events', 'is_with_words as isWithWords'])
    .select(['off_because as offBecause', 'failing_since as failingSince'])
    .select(['webhook.created_at as createdAt', 'old_secret_until as oldSecretUntil'])
    .select('last_delivered_at as lastDeliveredAt')
    .select([count('waiting').as('waiting'), count('failed').as('failed')])
    .select(
      sql<Webhook['createdBy']>`case when person.id is not null
        then json_build_object('id', person.id, 'name', person.name) end`.as('createdBy'),
    )
    .where('deleted_at', 'is', null)
    .orderBy('webhook.created_at', 'desc')
    .orderBy('webhook.id', 'desc')
    .execute()
}

export function stateOf(row: {
  offBecause: string | null
  failingSince: Date | null
}): WebhookState {
  if (row.offBecause !== null) return 'off'
  return row.failingSince ? 'failing' : 'on'
}
