import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Forbidden, NotFound } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { recordLooks } from './record-look.ts'

declare const brand: unique symbol

/**
 * The one account whose data may be read or acted on. Only this file mints it: from a ticket, with
 * the look on record, from a lead's recorded opening or trial, or from a customer's recorded attempt on
 * their own account. Every read takes one, so a desk makes none
 * that nobody recorded; and the account is never an input that a person or a model types there.
 */
export type AccountScope = {
  readonly accountId: string
  /** The account's id in the system that is read, which may know it by another than the directory. */
  readonly externalId: string
  /** Its id in the directory. */
  readonly directoryId: string
  readonly ticketId: string | null
  /** When the ticket's problem began: as somebody entered it, else its first message. */
  readonly problemBegan: Date | null
  readonly [brand]: true
}

declare const spoken: unique symbol

/** The same, as one connection knows the account: nothing is read of a connection, or sent to it, within any other. */
export type ScopeOn = AccountScope & { readonly [spoken]: true }

const minted = new WeakSet<object>()

/**
 * The scope of the ticket's account, for whoever looks. That they do is on record when this returns.
 * @throws NotFound `ticket.not-found`, Conflict `ticket.no-account`
 */
export async function lookAtAccount(
  desk: Desk,
  viewer: Actor,
  ticketId: string,
): Promise<AccountScope> {
  const account = await accountOfTicket(desk.db, ticketId)
  await recordLooks(desk, viewer, [{ ticketId, accountId: account.accountId }])
  return mint({ ...account, ticketId })
}

/**
 * Which account a ticket belongs to. With this nothing is read from it.
 * @throws NotFound `ticket.not-found`, Conflict `ticket.no-account`
 */
export async function accountOfTicket(
  db: Kysely<DB> | Transaction<DB>,
  ticketId: string,
): Promise<{ accountId: string; externalId: string; problemBegan: Date | null }> {
  const row = await db
    .selectFrom('account_of_ticket')
    .select([
      'account_id as accountId',
      'external_id as externalId',
      'problem_began as problemBegan',
    ])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new NotFound('ticket.not-found', 'There is no such ticket')
  const { accountId, externalId, problemBegan } = row
  if (accountId !== null && externalId !== null) return { accountId, externalId, problemBegan }
  throw new Conflict(
    'ticket.no-account',
    'Nobody has said yet which account this ticket belongs to',
  )
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
  const { accountId, externalId } = row
  return mint({ accountId, externalId, ticketId: null, problemBegan: null })
}

/**
 * The scope of a customer's own account, for the checks of one attempt that is on record. It ends by
 * itself, and names no ticket, so nothing can be done with it but read.
 * @throws NotFound `self-service.no-attempt`
 */
export async function scopeOfAttempt(
  db: Kysely<DB>,
  attempt: { id: string; contactId: string; now: Date },
): Promise<AccountScope> {
  const row = await db
    .selectFrom('account_of_attempt')
    .select(['account_id as accountId', 'external_id as externalId', 'started_at as problemBegan'])
    .where('attempt_id', '=', attempt.id)
    .where('contact_id', '=', attempt.contactId)
    .where('readable_until', '>', attempt.now)
    .executeTakeFirst()
  const { accountId = null, externalId = null, problemBegan = null } = row ?? {}
  if (accountId !== null && externalId !== null) {
    return mint({ accountId, externalId, problemBegan, ticketId: null })
  }
  throw new NotFound('self-service.no-attempt', 'There is nothing of yours to go on with')
}

/**
 * The scope of an account that a source is tried with: for whoever tries it, as long as that takes.
 * @throws NotFound `trial.not-found`
 */
export async function scopeOfTrial(
  db: Kysely<DB>,
  trial: { id: string; personId: string; now: Date },
): Promise<AccountScope> {
  const row = await db
    .selectFrom('source_trial')
    .innerJoin('account', 'account.id', 'source_trial.account_id')
    .select(['account.id as accountId', 'account.external_id as externalId'])
    .where('source_trial.id', '=', trial.id)
    .where('source_trial.person_id', '=', trial.personId)
    .where('source_trial.expires_at', '>', trial.now)
    .executeTakeFirst()
  if (!row) throw new NotFound('trial.not-found', 'You try no source with such an account')
  return mint({ ...row, ticketId: null, problemBegan: null })
}

/**
 * For the command line beside a project folder, where there is no desk and so no record: whoever calls
 * it holds the credentials of the connected systems, and could ask them anything. Nothing of a desk may
 * use it; `try-folder.test.ts` says who does.
 */
export function scopeWithoutDesk(externalId: string, problemBegan: Date | null): AccountScope {
  return mint({ accountId: externalId, externalId, ticketId: null, problemBegan })
}

/** @throws Conflict when the ticket was given to another account since */
export function requireAccount(scope: AccountScope, accountId: string): void {
  if (scope.accountId === accountId) return
  throw new Conflict(
    'ticket.account-changed',
    'The ticket belongs to another account now. Nothing was done.',
  )
}

/** Types end at compile time; a scope that was copied, changed or parsed is refused here. */
export function requireMinted(scope: AccountScope): void {
  if (minted.has(scope)) return
  throw new Forbidden('scope.forged', 'An account scope comes from a ticket or a recorded opening')
}

/** The same account by the id that another system knows it by. For `scope-on.ts`, which asked the directory for it. */
export function knownAs(scope: AccountScope, externalId: string): ScopeOn {
  requireMinted(scope)
  return mint({ ...scope, externalId })
}

type Minting = Omit<AccountScope, typeof brand | 'directoryId'> & { directoryId?: string }

function mint(scope: Minting): ScopeOn {
  const directoryId = scope.directoryId ?? scope.externalId
  const frozen = Object.freeze({ ...scope, directoryId }) as ScopeOn
  minted.add(frozen)
  return frozen
}
