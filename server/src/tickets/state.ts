import type { Transaction } from 'kysely'
import type { TicketState } from '@firstline/contract/tickets'
import type { Line } from '@firstline/contract/common'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'

export const openStates = ['open', 'waiting'] as const satisfies readonly TicketState[]

/** Whether there is work on it, ours or the customer's. */
export function isUnresolved({ state }: Pick<TicketRow, 'state'>): boolean {
  return state === 'open' || state === 'waiting'
}

/** A ticket that somebody goes on with is neither out of the way nor just back from there. */
export const awake = {
  snoozed_at: null,
  snoozed_by: null,
  snoozed_until: null,
  snoozed_run: null,
  woken: null,
} as const

/** What the verbs of this folder need of a ticket. */
export type TicketRow = {
  id: string
  number: string
  accountId: string | null
  contactId: string | null
  state: TicketState
  line: Line
  type: string | null
  /** 1 to 4: see labels/priority.ts. */
  priority: number
  assigneeId: string | null
  problemStartedAt: Date | null
  voidReason: string | null
  snoozedAt: Date | null
}

export const ticketRowColumns = [
  'id',
  'number',
  'account_id as accountId',
  'contact_id as contactId',
  'state',
  'line',
  'type',
  'priority',
  'assignee_id as assigneeId',
  'problem_started_at as problemStartedAt',
  'void_reason as voidReason',
  'snoozed_at as snoozedAt',
] as const

/** The ticket, locked until the transaction ends: what is decided from it cannot be outrun. */
export async function lockTicket(tx: Transaction<DB>, id: string): Promise<TicketRow> {
  const row = await tx
    .selectFrom('ticket')
    .select(ticketRowColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw ticketNotFound()
  return row as TicketRow
}

export function ticketNotFound(): NotFound {
  return new NotFound('ticket.not-found', 'There is no such ticket')
}

export function refuseVoid(ticket: TicketRow): void {
  if (ticket.state !== 'void') return
  throw new Conflict('ticket.void', 'This ticket is void; reopen it first')
}

/** The newest resolution of a ticket: the one a returning customer is about. */
export async function lastResolution(tx: Transaction<DB>, ticketId: string) {
  return tx
    .selectFrom('resolution')
    .select(['id', 'at', 'window_ends_at as windowEndsAt', 'reopened_at as reopenedAt'])
    .where('ticket_id', '=', ticketId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
