import type { Expression, ExpressionBuilder, Kysely, SqlBool, Transaction } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import type { ContactScope } from './scope.ts'

/**
 * The tickets of a contact: those that were opened for them, and those in which they wrote and belong. Who
 * wrote as a stranger, or by a mail that may be somebody else's, takes no part by that.
 */
function takesPart(
  where: ExpressionBuilder<DB, 'ticket'>,
  scope: ContactScope,
): Expression<SqlBool> {
  const { id } = scope.contact
  return where.and([
    where('ticket.joined_to', 'is', null),
    where.or([
      where('ticket.contact_id', '=', id),
      where.exists(
        where
          .selectFrom('message')
          .select('message.id')
          .whereRef('message.ticket_id', '=', 'ticket.id')
          .where('message.contact_id', '=', id)
          .where('message.kind', '=', 'customer')
          .where('message.is_stranger', '=', false)
          .where('message.sender_verified', 'is distinct from', false),
      ),
    ]),
  ])
}

/** The largest that the column holds has nineteen digits. */
const ticketNumber = /^[1-9]\d{0,17}$/

/**
 * One of them by its number. Of a ticket of others nothing is said, not even that there is one.
 * @throws NotFound `portal.no-ticket`
 */
export async function findOwnTicket(
  db: Kysely<DB> | Transaction<DB>,
  scope: ContactScope,
  number: string,
) {
  const found = ticketNumber.test(number)
    ? await db
        .selectFrom('ticket')
        .select(['id', 'number', 'subject', 'state', 'channel'])
        .select(['opened_at as openedAt', 'escalated_at as escalatedAt', 'contact_id as contactId'])
        .where('number', '=', number)
        .where((where) => takesPart(where, scope))
        .executeTakeFirst()
    : undefined
  if (found) return found
  throw new NotFound('portal.no-ticket', 'You have no ticket with this number')
}
