import type { EventName } from '@firstline/contract/events'
import type { Problem } from '@firstline/contract/problem'
import { sql } from 'kysely'
import { actorOf, withNames } from '#server/audit/timeline.ts'
import { actorColumns } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { readMessagesById } from './read-messages.ts'

const spoken = ['message.received', 'message.replied', 'note.added', 'message.joined'] as const
const standing = [
  'ticket.resolved',
  'ticket.reopened',
  'ticket.waiting',
  'ticket.voided',
  'ticket.joined',
  'ticket.parted',
  'ticket.escalated',
  'escalation.returned',
] as const

/** What has to be known before something is done on a ticket, by what is done. */
export const mattersTo = {
  /** A word to the customer, or the end of the work. */
  answering: [...spoken, ...standing],
  standing: [...standing],
  assigning: [...standing, 'ticket.assigned'],
  typing: ['ticket.type_changed'],
  prioritising: ['ticket.priority_changed'],
  dating: ['ticket.problem_started'],
  accounting: ['account.assigned'],
} as const satisfies Record<string, readonly EventName[]>

const mostShown = 10
const textLength = 2_000

/**
 * Call it once the ticket is locked, so that nothing comes in between. What the actor did themselves is
 * no news to them. Who does not say what they have seen is not asked.
 * @throws Conflict `ticket.changed-meanwhile` with what is newer
 */
export async function refuseUnseen(
  context: VerbContext,
  ticketId: string,
  matters: readonly EventName[],
): Promise<void> {
  const newer = await readNewer(context, ticketId, matters)
  if (newer.length === 0) return
  throw new Conflict(
    'ticket.changed-meanwhile',
    'Something has happened on this ticket since you looked. Nothing was done: read it, then decide',
    { newer },
  )
}

async function readNewer(
  { tx, actor, seen }: VerbContext,
  ticketId: string,
  matters: readonly EventName[],
): Promise<NonNullable<Problem['newer']>> {
  if (seen === undefined) return []
  const { actor_kind: kind, actor_id: id } = actorColumns(actor)
  const rows = await withNames(tx.selectFrom('event'))
    .select([
      'event.id',
      'event.at',
      'event.name',
      sql<string | null>`data ->> 'message'`.as('said'),
    ])
    .where('event.ticket_id', '=', ticketId)
    .where('event.id', '>', seen)
    .where('event.name', 'in', [...matters])
    .where(sql<boolean>`(event.actor_kind, event.actor_id) is distinct from (${kind}, ${id})`)
    .orderBy('event.id', 'desc')
    .limit(mostShown)
    .execute()
  const said = rows.flatMap((row) => (row.said === null ? [] : [row.said]))
  const messages = new Map((await readMessagesById(tx, said)).map((one) => [one.id, one]))
  return rows.toReversed().map((row) => {
    const message = messages.get(row.said ?? '')
    return {
      id: row.id,
      at: row.at.toISOString(),
      name: row.name,
      // a mail is taken by the desk, but somebody wrote it
      by: message?.author ?? actorOf(row),
      text: message?.text.slice(0, textLength) ?? null,
    }
  })
}
