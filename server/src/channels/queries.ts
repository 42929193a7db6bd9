import { CountInboundMails, ListInboundMails } from '@firstline/contract/channels'
import type { InboundMail } from '@firstline/contract/channels'
import { sql } from 'kysely'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import type { CountTeller } from '#server/core/live-rows.ts'
import { defineQuery } from '#server/core/verb.ts'

/** Mails by what became of them, newest first. */
export const listInboundMails = defineQuery({
  permission: 'ticket:read',
  input: ListInboundMails,
  async run(
    { db },
    { state, cursor, limit },
  ): Promise<{ items: InboundMail[]; next: string | null }> {
    const after = cursor ? decodeCursor(cursor) : null
    const rows = await db
      .selectFrom('inbound_mail')
      .select([
        'id',
        'received_at as at',
        'sender',
        'subject',
        'state',
        'outcome',
        'size_bytes as sizeBytes',
        'ticket_id as ticketId',
        sql<boolean>`checked_at is not null`.as('isChecked'),
      ])
      .where('state', '=', state)
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(received_at, id) < (${after?.at}, ${after?.id}::uuid)`),
      )
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const { page, last } = pageOf(rows, limit)
    const items = page.map(({ at, ...row }) => ({
      ...row,
      state: row.state,
      receivedAt: at.toISOString(),
    }))
    return { items, next: last ? encodeCursor(last) : null }
  },
})

const most = 1_000
const uncertain = ['held', 'failed', 'ignored'] as const
type Uncertain = (typeof uncertain)[number]

/** What waits for a look: it became no message, belongs to no ticket, and nobody has checked it. */
export const countInboundMails = defineQuery({
  permission: 'ticket:read',
  input: CountInboundMails,
  run: ({ db }) => countUnchecked(db),
})

export function tellMailCounts(db: Kysely<DB>): CountTeller<'countInboundMails'> {
  return {
    route: 'countInboundMails',
    async read() {
      const counts = await countUnchecked(db)
      return () => counts
    },
  }
}

function countUnchecked(db: Kysely<DB>): Promise<Record<Uncertain, number>> {
  return db
    .selectNoFrom((desk) => uncertain.map((state) => unchecked(desk, state)))
    .executeTakeFirstOrThrow()
}

function unchecked(desk: ExpressionBuilder<DB, never>, state: Uncertain) {
  const mails = desk
    .selectFrom('inbound_mail')
    .select('id')
    .where('state', '=', state)
    .where('checked_at', 'is', null)
    .where('ticket_id', 'is', null)
    .limit(most)
    .as('mails')
  const count = desk.selectFrom(mails).select(sql<number>`count(*)::int`.as('count'))
  return count.$asScalar().$notNull().as(state)
}
