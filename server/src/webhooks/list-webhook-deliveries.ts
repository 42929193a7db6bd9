import { DeliveryFault, DeliveryState, ListWebhookDeliveries } from '@firstline/contract/webhooks'
import type { WebhookDelivery } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB, WebhookDelivery as Row } from '#server/database/db-types.ts'
import { noWebhook } from './lock-webhook.ts'
import { messageIdOf } from './write-body.ts'

/** What one endpoint was told, newest first. */
export const listWebhookDeliveries = defineQuery({
  permission: 'webhook:read',
  input: ListWebhookDeliveries,
  async run({ db }, { webhookId, state, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    await requireWebhook(db, webhookId)
    const rows = await db
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('webhook_id', '=', webhookId)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? null))
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(created_at, id) < (${after?.at}, ${after?.id}::uuid)`),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(shownDelivery),
      next: last ? encodeCursor({ at: last.created_at, id: last.id }) : null,
    }
  },
})

async function requireWebhook(db: Kysely<DB>, id: string): Promise<void> {
  const known = await db
    .selectFrom('webhook')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!known) throw noWebhook()
}

export function shownDelivery(row: Selectable<Row>): WebhookDelivery {
  return {
    id: row.id,
    messageId: messageIdOf(row.id),
    type: row.type,
    event: row.event_id,
    state: DeliveryState.parse(row.state),
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    nextAttemptAt: row.state === 'waiting' ? (row.next_attempt_at?.toISOString() ?? null) : null,
    status: row.status,
    durationMs: row.duration_ms,
    fault: row.fault === null ? null : DeliveryFault.parse(row.fault),
    detail: row.detail,
    answer: row.answer,
  }
}
