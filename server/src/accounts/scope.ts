import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'

declare const brand: unique symbol

/**
 * The one account whose data may be read or acted on. Only this file mints it, from a ticket: the
 * account is never an input that a person or a model types.
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

/** Types end at compile time; a scope that was copied, changed or parsed is refused here. */
export function requireMinted(scope: AccountScope): void {
  if (minted.has(scope)) return
  throw new Forbidden('scope.forged', 'An account scope comes from a ticket and from nowhere else')
}

function mint(scope: Omit<AccountScope, typeof brand>): AccountScope {
  const frozen = Object.freeze({ ...scope }) as AccountScope
  minted.add(frozen)
  return frozen
}
