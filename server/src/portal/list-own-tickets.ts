import { sql } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import { Scope } from './scope.ts'
import { standingFor } from './standing-in-words.ts'
import type { Standing } from './standing-in-words.ts'

type OwnTicket = { number: string; subject: string; openedAt: Date; standing: Standing }
export type OwnTickets = { items: OwnTicket[]; next: string | null }

const pageSize = 25
type Row = {
  id: string
  number: string
  subject: string
  state: string
  at: Date
  escalatedAt: Date | null
}

/** The tickets of a contact, newest first: as `takesPart` says, but each of its two ways by its own index. */
export const listOwnTickets = defineQuery({
  permission: 'public',
  input: z.object({ scope: Scope, cursor: z.string().optional() }),
  async run({ db }, { scope, cursor }): Promise<OwnTickets> {
    const { id } = scope.contact
    const after = cursor === undefined ? null : decodeCursor(cursor)
    const older = after ? sql`and (opened_at, id) < (${after.at}, ${after.id}::uuid)` : sql``
    const columns = sql`id, number, subject, state, opened_at as at, escalated_at as "escalatedAt"`
    const newest = sql`order by opened_at desc, id desc limit ${pageSize + 1}`
    const { rows } = await sql<Row>`
      (select ${columns} from ticket
        where contact_id = ${id} and joined_to is null ${older} ${newest})
      union
      (select ${columns} from ticket
        where id in (
          select ticket_id from message
          where contact_id = ${id} and kind = 'customer' and not is_stranger
            and sender_verified is distinct from false)
        and joined_to is null ${older} ${newest})
      order by at desc, id desc limit ${pageSize + 1}`.execute(db)
    const items = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? items.at(-1) : undefined
    return {
      items: items.map(({ number, subject, at, ...row }) => ({
        number,
        subject,
        openedAt: at,
        standing: standingFor(row),
      })),
      next: last ? encodeCursor(last) : null,
    }
  },
})
