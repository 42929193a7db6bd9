import { TakeBackReply } from '@firstline/contract/tickets'
import type { TakenBack } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { actorColumns } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageTakenBack } from './events.ts'
import { partiesOf } from './parties.ts'
import { messageNotFound } from './read-messages.ts'
import { reopenResolved } from './reopen-resolved.ts'
import { lastResolution, lockTicket } from './state.ts'
import type { TicketRow } from './state.ts'
import { tellTurn } from './tell-turn.ts'

/** One's own words before they leave: they were said to nobody. The resolution they tell of goes with them. */
export const takeBackReply = defineVerb({
  permission: 'ticket:write',
  input: TakeBackReply,
  async run({ tx, actor, clock }, { messageId }) {
    const ticket = await lockTicketOf(tx, messageId)
    const unsent = await takeBackUnsent(tx, ticket, { messageId, actor })
    if (!unsent) {
      throw new Conflict(
        'message.left',
        'This reply has left, or is another’s: it cannot be taken back',
      )
    }
    const { takenBack, resolutionId, event } = unsent
    const reopened = await reopenFor(tx, ticket, resolutionId, clock.now())
    return { result: takenBack, events: [event, ...reopened] }
  },
})

/** @throws NotFound `message.not-found` */
async function lockTicketOf(tx: Transaction<DB>, messageId: string): Promise<TicketRow> {
  const message = await tx
    .selectFrom('message')
    .select('ticket_id as ticketId')
    .where('id', '=', messageId)
    .where('kind', '=', 'reply')
    .executeTakeFirst()
  if (!message) throw messageNotFound()
  return lockTicket(tx, message.ticketId)
}

/** Unless the ticket went on without it. */
export async function reopenFor(
  tx: Transaction<DB>,
  ticket: TicketRow,
  resolutionId: string | null,
  now: Date,
): Promise<NewEvent[]> {
  if (resolutionId === null || ticket.state !== 'resolved') return []
  const last = await lastResolution(tx, ticket.id)
  if (last?.id !== resolutionId) return []
  const cause = 'The reply that told of it was taken back'
  const reopened = await reopenResolved(tx, ticket, { cause, now })
  return reopened ? [reopened] : []
}

type Unsent = { takenBack: TakenBack; resolutionId: string | null; event: NewEvent }
type Wanted = { actor: Actor } & ({ messageId: string } | { resolutionId: string })

/**
 * Call it once the ticket is locked. Whoever hands the mail over marks it first (beginSending): of the two
 * that come at once, one wins.
 * @returns null where it is another's, has been tried, or is being handed over: then it stays
 */
export async function takeBackUnsent(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { actor, ...which }: Wanted,
): Promise<Unsent | null> {
  const { actor_kind: kind, actor_id: id } = actorColumns(actor)
  const gone = await tx
    .deleteFrom('message')
    .where('message.ticket_id', '=', ticket.id)
    .where((where) =>
      'messageId' in which
        ? where('message.id', '=', which.messageId)
        : where('message.resolution_id', '=', which.resolutionId),
    )
    .where('message.delivery', '=', 'queued')
    .where('message.leaves_at', 'is not', null)
    .where('message.delivery_error', 'is', null)
    .where('message.sending_by', 'is', null)
    .where(
      sql<boolean>`exists (
        select from event
        where event.ticket_id = message.ticket_id and event.name = 'message.replied'
          and event.data ->> 'message' = message.id::text
          and (event.actor_kind, event.actor_id) is not distinct from (${kind}, ${id}))`,
    )
    .returning([
      'message.id',
      'message.text',
      'message.parties',
      'message.resolution_id as resolutionId',
      'message.state_before as stateBefore',
      'message.saved_reply_id as savedReplyId',
    ])
    .executeTakeFirst()
  if (!gone) return null
  await stopWaiting(tx, ticket, gone)
  await tellTurn(tx, ticket.id)
  const { to, cc } = partiesOf(gone.parties)
  return {
    takenBack: {
      text: gone.text,
      to,
      cc,
      wait: gone.stateBefore !== null,
      savedReplyId: gone.savedReplyId,
      summary: await readSummary(tx, gone.resolutionId),
    },
    resolutionId: gone.resolutionId,
    event: messageTakenBack(ticket, { message: gone.id, resolution: gone.resolutionId }),
  }
}

/** Nobody is asked any more; what came after the reply stays. A resolution that it undid is not made anew. */
async function stopWaiting(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { id, stateBefore }: { id: string; stateBefore: string | null },
): Promise<void> {
  if (stateBefore === null || ticket.state !== 'waiting') return
  await tx
    .updateTable('ticket')
    .set({ state: 'open' })
    .where('id', '=', ticket.id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('message')
            .select('id')
            .where('ticket_id', '=', ticket.id)
            .where('kind', '=', 'reply')
            .where('id', '>', id),
        ),
      ),
    )
    .execute()
}

async function readSummary(tx: Transaction<DB>, resolutionId: string | null) {
  if (resolutionId === null) return null
  const resolution = await tx
    .selectFrom('resolution')
    .select('summary')
    .where('id', '=', resolutionId)
    .executeTakeFirst()
  return resolution?.summary ?? null
}
