import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { onlyRow } from '#server/database/only-row.ts'
import { lastResolution, refuseVoid } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { wayOf } from './lock-tickets.ts'

/**
 * Nothing is merged away that somebody else waits for or that a figure counts, and nothing into a ticket
 * of another customer. Call it once both are locked.
 * @throws Conflict `merge.…` or `ticket.void`, with what to do instead
 */
export async function refuseMerge(db: Kysely<DB>, own: TicketRow, other: TicketRow): Promise<void> {
  if (own.id === other.id) {
    throw new Conflict('merge.itself', 'A ticket is not merged into itself: choose another one')
  }
  if (own.joinedTo !== null) throw await mergedAlready(db, own)
  if (other.joinedTo !== null) throw await mergedAlready(db, other)
  refuseVoid(own)
  if (other.state === 'void') {
    const detail = sentence`#${other.number} is void: reopen it first, or choose another ticket`
    throw new Conflict('merge.void', detail)
  }
  refuseOutside([own, other])
  await refuseOtherCustomer(db, own, other)
  await refuseCounted(db, own, other)
  await refuseUnderWay(db, own)
}

/** The desk where it lives would not know, and go on with both. */
function refuseOutside(tickets: readonly TicketRow[]): void {
  const outside = tickets.find(({ outsideId }) => outsideId !== null)
  if (!outside) return
  const detail = sentence`#${outside.number} lives in another desk: merge it there, or leave both as they are`
  throw new Conflict('merge.outside', detail)
}

async function mergedAlready(db: Kysely<DB>, { id, number }: TicketRow): Promise<Conflict> {
  const last = (await wayOf(db, id)).at(-1) ?? id
  const stays = await db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', last)
    .executeTakeFirstOrThrow()
  const detail = sentence`#${number} was merged into #${stays.number}: choose that one, or undo the merge`
  return new Conflict('merge.merged', detail)
}

/** The account of both, or the contact where nobody has said whose tickets they are. */
async function refuseOtherCustomer(
  db: Kysely<DB>,
  own: TicketRow,
  other: TicketRow,
): Promise<void> {
  const isSameContact = own.contactId !== null && own.contactId === other.contactId
  const isOne = own.accountId === other.accountId && (own.accountId !== null || isSameContact)
  if (isOne) return
  if (await isItsAnswer(db, own, other)) return refuseAnswered(db, own)
  if (own.accountId === null || other.accountId === null) {
    const { number } = own.accountId === null ? own : other
    throw new Conflict(
      'merge.no-account',
      sentence`Nobody has said yet whose ticket #${number} is: choose its account first`,
    )
  }
  throw new Conflict(
    'merge.another-account',
    sentence`#${own.number} and #${other.number} are of different accounts: what one customer wrote must not be read by another. If an account is wrong, correct it first`,
  )
}

/** Its first mail answers the other one: an agent says that its sender belongs there. */
async function isItsAnswer(db: Kysely<DB>, own: TicketRow, other: TicketRow): Promise<boolean> {
  const answers = await db
    .selectFrom('ticket')
    .select('id')
    .where('id', '=', own.id)
    .where('may_continue', '=', other.id)
    .executeTakeFirst()
  return answers !== undefined
}

async function refuseAnswered(db: Kysely<DB>, own: TicketRow): Promise<void> {
  const reply = await db
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', own.id)
    .where('kind', '=', 'reply')
    .limit(1)
    .executeTakeFirst()
  if (!reply) return
  throw new Conflict(
    'merge.answered',
    sentence`#${own.number} was answered already, to somebody of another customer: it goes on by itself`,
  )
}

/** A resolution and an escalation count where they were made. */
async function refuseCounted(db: Kysely<DB>, own: TicketRow, other: TicketRow): Promise<void> {
  if (await lastResolution(db, own.id)) {
    throw new Conflict(
      'merge.resolved',
      sentence`#${own.number} was resolved before, which counts: merge #${other.number} into it instead, or leave both as they are`,
    )
  }
  const escalated = await db
    .selectFrom('event')
    .select('id')
    .where('ticket_id', '=', own.id)
    .where('name', 'in', ['ticket.escalated', 'ticket.line_changed'] satisfies EventName[])
    .limit(1)
    .executeTakeFirst()
  if (!escalated) return
  throw new Conflict(
    'merge.escalated',
    sentence`#${own.number} was escalated, which counts: merge #${other.number} into it instead, or leave both as they are`,
  )
}

/** What is on its way would find the ticket closed. */
async function refuseUnderWay(db: Kysely<DB>, { id, number }: TicketRow): Promise<void> {
  const { isActing, isAsking, isSending } = await readUnderWay(db, id)
  if (isActing) {
    throw new Conflict(
      'merge.action-running',
      sentence`An action of #${number} is still running: wait for its end`,
    )
  }
  if (isAsking) {
    throw new Conflict(
      'merge.approval-open',
      sentence`Somebody is asked to approve an action of #${number}: wait for the answer, or withdraw it`,
    )
  }
  if (isSending) {
    throw new Conflict(
      'merge.reply-leaving',
      sentence`A reply of #${number} is about to leave: wait some seconds, or take it back`,
    )
  }
}

type UnderWay = { isActing: boolean; isAsking: boolean; isSending: boolean }

/** Of actions what the record says: they are above this domain. A reply that failed once can be sent from anywhere. */
async function readUnderWay(db: Kysely<DB>, ticketId: string): Promise<UnderWay> {
  const { rows } = await sql<UnderWay>`
    select exists (
      select from event as begun where begun.ticket_id = ${ticketId} and begun.name = 'action.intended'
        and not exists (
          select from event as ended where ended.ticket_id = ${ticketId}
            and ended.name in ('action.verified', 'action.failed', 'action.unknown')
            and ended.data ->> 'run' = begun.data ->> 'run')
    ) as "isActing", exists (
      select from event as asked where asked.ticket_id = ${ticketId} and asked.name = 'action.approval_requested'
        and not exists (
          select from event as decided where decided.ticket_id = ${ticketId}
            and decided.name in ('action.approval_approved', 'action.approval_refused',
              'action.approval_withdrawn', 'action.approval_expired', 'action.approval_stale')
            and decided.data ->> 'approval' = asked.data ->> 'approval')
    ) as "isAsking", exists (
      select from message where ticket_id = ${ticketId} and delivery = 'queued' and delivery_error is null
    ) as "isSending"`.execute(db)
  return onlyRow(rows)
}
