import type { BesideWriteKind } from '@firstline/contract/beside-kinds'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { later, seconds } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { DB } from '#server/database/db-types.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { Desk } from '#server/core/verb.ts'
import type { Event, EventOf } from '#server/core/events.ts'
import { mirroredBy } from './mirrored.ts'
import { wordsOfEscalation, wordsOfResolution, wordsOfRun, wordsOfUndo } from './compose-words.ts'

export type QueueingDesk = Pick<Desk, 'db' | 'clock' | 'config'>

/** A resolution can be taken back with its reply for so long. */
const heldMs = 12 * seconds

type Wish = {
  ticketId: string
  kind: BesideWriteKind
  about: string
  words: string
  notBefore?: Date
}

/** Reaction: an action has done what it was to do. */
export async function queueReceipt(
  desk: QueueingDesk,
  { ticketId, data }: EventOf<'action.verified'>,
): Promise<void> {
  await queue(desk, ticketId, async () => ({
    kind: 'receipt',
    about: data.run,
    words: await wordsOfRun(desk, data.run),
  }))
}

/** Reaction: it was taken back; `by` is the run that did so. */
export async function queueUndoReceipt(
  desk: QueueingDesk,
  { ticketId, data }: EventOf<'action.undone'>,
): Promise<void> {
  await queue(desk, ticketId, async () => ({
    kind: 'receipt',
    about: data.by,
    words: await wordsOfUndo(desk, data.run, data.by),
  }))
}

/** Reaction: unless it was resolved there, which the record tells by who did it. */
export async function queueResolution(
  desk: QueueingDesk,
  { ticketId, at, data, actorKind, actorId }: EventOf<'ticket.resolved'>,
): Promise<void> {
  if (actorKind === 'system' && actorId === 'redmine') return
  await queue(desk, ticketId, async () => ({
    kind: 'resolution',
    about: data.resolution,
    words: await wordsOfResolution(desk, data.resolution),
    notBefore: later(at, heldMs),
  }))
}

/** Reaction: another line works it now. */
export async function queueEscalation(
  desk: QueueingDesk,
  { ticketId, data }: EventOf<'ticket.escalated'>,
): Promise<void> {
  const { escalation } = data
  if (escalation === undefined) return
  await queue(desk, ticketId, async () => ({
    kind: 'escalation',
    about: escalation,
    words: await wordsOfEscalation(desk, escalation),
  }))
}

/** Only of a ticket that lives there; what was queued before is not queued again. */
async function queue(
  desk: QueueingDesk,
  ticketId: Event['ticketId'],
  wish: () => Promise<Omit<Wish, 'ticketId'>>,
): Promise<void> {
  if (ticketId === null || !(await mirroredBy(desk.db, ticketId))) return
  const wished = { ticketId, ...(await wish()) }
  await inTransaction(desk.db, (tx) => addWrite(tx, desk.clock, wished))
}

/** @returns its id, where it was not there before */
export async function addWrite(
  tx: Transaction<DB>,
  clock: Pick<Clock, 'now'>,
  { ticketId, kind, about, words, notBefore }: Wish,
): Promise<void> {
  const now = clock.now()
  const { rows } = await sql<{ id: string }>`
    insert into beside_write (ticket_id, kind, about, words, seen_entry, created_at)
    select ticket_id, ${kind}, ${about}, ${words}, last_entry, ${now}
    from beside_ticket where ticket_id = ${ticketId}
    on conflict (kind, about) do nothing
    returning id`.execute(tx)
  await enqueue(
    tx,
    rows.map(({ id }) => writeJob(id, notBefore)),
  )
}

/** One after the other, in the order they were written. */
export function writeJob(id: string, runAt?: Date) {
  return {
    task: 'tell_desk' as const,
    payload: { write: id },
    key: `tell_desk:${id}`,
    queue: 'beside:redmine',
    ...(runAt ? { runAt } : {}),
  }
}
