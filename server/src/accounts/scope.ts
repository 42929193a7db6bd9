import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'

declare const brand: unique symbol

/**
 * The one account whose data may be read or acted on. Only this file mints it, from a ticket or
 * from a lead's recorded opening: the account is never an input that a person or a model types.
 */
export type AccountScope = {
  readonly accountId: string
  /** The account's id in the connected system. */
  readonly externalId: string
  readonly ticketId: string | null
  readonly [brand]: true
}

const minted = new WeakSet<object>()

/** @throws NotFound `ticket.not-found`, Conflict `ticket.no-account` */
export async function scopeOfTicket(
  db: Kysely<DB> | Transaction<DB>,
  ticketId: string,
): Promise<AccountScope> {
  const row = await db
    .selectFrom('ticket')
    .leftJoin('account', 'account.id', 'ticket.account_id')
    .select(['account.id as accountId', 'account.external_id as externalId'])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new NotFound('ticket.not-found', 'There is no such ticket')
  if (row.accountId === null || row.externalId === null) {
    throw new Conflict(
      'ticket.no-account',
      'Nobody has said yet which account this ticket belongs to',
    )
  }
  return mint({ accountId: row.accountId, externalId: row.externalId, ticketId })
}

/**
 * The scope of an account that a lead opened without a ticket. It is theirs alone, ends by itself,
 * and names no ticket, so nothing can be done with it but read.
 * @throws NotFound `opening.not-found`, Conflict `opening.expired`
 */
export async function scopeOfOpening(
  db: Kysely<DB> | Transaction<DB>,
  opening: { id: string; personId: string; now: Date },
): Promise<AccountScope> {
  const row = await db
    .selectFrom('account_opening')
    .innerJoin('account', 'account.id', 'account_opening.account_id')
    .select([
      'account.id as accountId',
      'account.external_id as externalId',
      'account_opening.expires_at as expiresAt',
    ])
    .where('account_opening.id', '=', opening.id)
    .where('account_opening.person_id', '=', opening.personId)
    .executeTakeFirst()
  if (!row) throw new NotFound('opening.not-found', 'You have opened no such account')
  if (row.expiresAt <= opening.now) {
    throw new Conflict('opening.expired', 'The half hour is over; open the account again')
  }
  return mint({ accountId: row.accountId, externalId: row.externalId, ticketId: null })
}

/** Types end at compile time; a scope that was copied, changed or parsed is refused here. */
export function requireMinted(scope: AccountScope): void {
  if (minted.has(scope)) return
  throw new Forbidden('scope.forged', 'An account scope comes from a ticket or a recorded opening')
}

function mint(scope: Omit<AccountScope, typeof brand>): AccountScope {
  const frozen = Object.freeze({ ...scope }) as AccountScope
  minted.add(frozen)
  return frozen
}
