import { Id } from '@firstline/contract/common'
import { SetTicketAccount } from '@firstline/contract/tickets'
import type { Ticket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { findAccount, findByEmail, findsByEmail } from '#server/accounts/directory.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { upsertAccount } from '#server/accounts/upsert-account.ts'
import { system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { Event } from '#server/core/events.ts'
import { sentence } from '#server/core/sentence.ts'
import type { DB } from '#server/database/db-types.ts'
import { learnAccount } from '#server/accounts/upsert-contact.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, Desk } from '#server/core/verb.ts'
import { accountAssigned } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lockTicket } from './state.ts'
import type { TicketRow } from './state.ts'

const permission = 'ticket:write'

/** An agent says whose ticket it is; the directory is asked before the transaction opens. */
export const setTicketAccount = defineDeed({
  permission,
  input: SetTicketAccount,
  async run(context: DeedContext & WithSources, input): Promise<Ticket> {
    const { sources, actor, promised } = context
    const account = await findAccount(sources, input.externalId)
    const { ticketId, remember: isForGood } = input
    return assignAccount(context, actor, { ticketId, account, isForGood }, promised)
  },
})

/**
 * Reaction to a ticket of an unknown sender. A directory that does not answer fails the job, which
 * is tried again later; until then the ticket waits in the view of unknown accounts.
 */
export async function findAccountOfSender(
  desk: Desk & WithSources,
  { ticketId, accountId }: Pick<Event, 'ticketId' | 'accountId'>,
): Promise<void> {
  if (accountId || !findsByEmail(desk.sources)) return
  const ticket = await desk.db
    .selectFrom('ticket')
    .innerJoin('contact', 'contact.id', 'ticket.contact_id')
    .select(['ticket.id', 'contact.email'])
    .where('ticket.id', '=', ticketId)
    .where('ticket.account_id', 'is', null)
    .executeTakeFirst()
  if (!ticket) return
  const match = await findByEmail(desk.sources, ticket.email)
  if (!match) return
  const found = { ticketId: ticket.id, ...match, isGuess: true, isForGood: true }
  try {
    await assignAccount(desk, system('directory'), found)
  } catch (error) {
    // an agent was faster, and knows better
    if (!(error instanceof Refusal) || !settledByAgent.has(error.reason)) throw error
  }
}

const settledByAgent: ReadonlySet<string> = new Set(['account.assigned-already', 'ticket.merged'])

const AssignAccount = z.object({
  ticketId: Id,
  account: z.object({
    externalId: z.string().min(1),
    name: z.string(),
    domain: z.string().nullable(),
  }),
  contactName: z.string().nullable().default(null),
  /** Found by rule: does not replace what somebody set. */
  isGuess: z.boolean().default(false),
  /** The sender's later mail is this account's too. */
  isForGood: z.boolean(),
})

const assignAccount = defineVerb({
  permission,
  input: AssignAccount,
  async run(context, { ticketId, account, contactName, isGuess, isForGood }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.accounting)
    const { id: accountId } = await upsertAccount(tx, account, clock.now())
    if (ticket.accountId === accountId || (isGuess && ticket.accountId)) {
      throw new Conflict('account.assigned-already', 'The ticket has its account already')
    }
    await refuseMergedHere(tx, ticket)
    await tx
      .updateTable('ticket')
      .set({ account_id: accountId })
      .where('id', '=', ticketId)
      .execute()
    if (ticket.contactId && isForGood)
      await learnAccount(tx, ticket.contactId, accountId, contactName)
    const data = {
      account: accountId,
      external_id: account.externalId,
      name: account.name,
      previous: ticket.accountId,
      is_for_good: isForGood,
    }
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [accountAssigned({ id: ticket.id, accountId }, data)],
    }
  },
})

/** What was merged into it is of the account it has: both would be another customer's. */
async function refuseMergedHere(tx: Transaction<DB>, { id, accountId }: TicketRow): Promise<void> {
  if (accountId === null) return
  const merged = await tx
    .selectFrom('ticket')
    .select('number')
    .where('joined_to', '=', id)
    .where('account_id', '=', accountId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  if (!merged) return
  throw new Conflict(
    'account.merged',
    sentence`#${merged.number} of the same account was merged into this ticket: undo that first`,
  )
}
