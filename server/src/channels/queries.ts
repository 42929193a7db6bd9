import { ListInboundMails } from '@firstline/contract/channels'
import type { InboundMail } from '@firstline/contract/channels'
import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
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
      ])
      .where('state', '=', state)
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(received_at, id) < (${after!.at}, ${after!.id}::uuid)`),
      )
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const items = rows.slice(0, limit).map(({ at, ...row }) => ({
      ...row,
      state: row.state as InboundMail['state'],
      receivedAt: at.toISOString(),
    }))
    const last = rows.length > limit ? rows[limit - 1]! : null
    return { items, next: last ? encodeCursor(last) : null }
  },
})
