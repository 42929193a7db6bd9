import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { ticketNotFound } from './state.ts'

/** As somebody said it; else the customer's first message. @throws NotFound `ticket.not-found` */
export async function readProblemStart(
  db: Kysely<DB>,
  ticketId: string,
): Promise<{ startedAt: Date; isKnown: boolean }> {
  const ticket = await db
    .selectFrom('ticket')
    .select(['problem_started_at', 'opened_at'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  if (ticket.problem_started_at) return { startedAt: ticket.problem_started_at, isKnown: true }
  const message = await db
    .selectFrom('message')
    .select('at')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return { startedAt: message?.at ?? ticket.opened_at, isKnown: false }
}
