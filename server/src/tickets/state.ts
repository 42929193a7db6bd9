import type { Kysely, Transaction } from 'kysely'
import type { TicketState } from '@firstline/contract/tickets'
import type { Line } from '@firstline/contract/common'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

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
  subject: string
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
  /** Where its messages go on. */
  joinedTo: string | null
  /** What the desk calls it where it lives; null: here. */
  outsideId: string | null
}

export const ticketRowColumns = [
  'id',
  'number',
  'subject',
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
  'joined_to as joinedTo',
  'outside_id as outsideId',
] as const

/**
 * The ticket, locked until the transaction ends: what is decided from it cannot be outrun.
 * @throws Conflict `ticket.merged`: nothing is changed any more where its messages went on at another one
 */
export async function lockTicket(tx: Transaction<DB>, id: string): Promise<TicketRow> {
  const ticket = await lockEvenMerged(tx, id)
  if (ticket.joinedTo !== null) throw await mergedAway(tx, ticket.joinedTo)
  return ticket
}

/** For what merges, undoes that, or tells of what happened before. */
export async function lockEvenMerged(tx: Transaction<DB>, id: string): Promise<TicketRow> {
  return rowOf(await selectRow(tx, id).forUpdate().executeTakeFirst())
}

/** To look, not to change. @throws NotFound `ticket.not-found` */
export async function readTicketRow(db: Kysely<DB>, id: string): Promise<TicketRow> {
  return rowOf(await selectRow(db, id).executeTakeFirst())
}

function selectRow(db: Kysely<DB>, id: string) {
  return db.selectFrom('ticket').select(ticketRowColumns).where('id', '=', id)
}

type SelectedRow = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirst']>>

function rowOf(row: SelectedRow): TicketRow {
  if (!row) throw ticketNotFound()
  return row
}

export function ticketNotFound(): NotFound {
  return new NotFound('ticket.not-found', 'There is no such ticket')
}

async function mergedAway(tx: Transaction<DB>, id: string): Promise<Conflict> {
  const { number } = await tx
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return new Conflict(
    'ticket.merged',
    sentence`This ticket was merged into #${number}: go on there, or undo the merge first`,
  )
}

export function refuseVoid(ticket: TicketRow): void {
  if (ticket.state !== 'void') return
  throw new Conflict('ticket.void', 'This ticket is void; reopen it first')
}

/** The newest resolution of a ticket: the one a returning customer is about. */
export async function lastResolution(db: Kysely<DB>, ticketId: string) {
  return db
    .selectFrom('resolution')
    .select(['id', 'at', 'window_ends_at as windowEndsAt', 'reopened_at as reopenedAt'])
    .where('ticket_id', '=', ticketId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
