import { BesideDeskName } from '@firstline/contract/beside-kinds'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { WithProject } from '#server/project/project.ts'
import { openTicket } from '#server/tickets/receive-message.ts'
import { lockEvenMerged } from '#server/tickets/state.ts'
import { applyEntry, arrivalOf, timeOf } from './apply-entry.ts'
import type { Into } from './apply-entry.ts'
import { findMirrored } from './mirrored.ts'
import type { Mirrored } from './mirrored.ts'
import type { OutsideEntry, OutsideStanding, OutsideTicket } from './port.ts'

type Name = z.infer<typeof BesideDeskName>

/**
 * What was read of a ticket there is taken over. Its history is gone through step by step, each once: in
 * whatever order and however often it is read, the same comes of it.
 * @returns the ticket here, and whether it is new
 */
export async function mirror(
  desk: Desk & WithProject,
  name: Name,
  read: OutsideTicket,
): Promise<{ ticketId: string; isNew: boolean }> {
  const known = await findMirrored(desk.db, name, read.id)
  const newest = lastOf(read)
  if (known && known.goneAt === null && Number(known.lastEntry) >= newest) {
    if (Number(known.lastEntry) === newest) await noteVersion(desk, known.ticketId, read)
    return { ticketId: known.ticketId, isNew: false }
  }
  if (known && known.goneAt === null && isOnlyOurs(read, Number(known.lastEntry))) {
    await noteOwn(desk, known, read)
    return { ticketId: known.ticketId, isNew: false }
  }
  try {
    return await mirrorTicket(desk, system(name), { desk: name, read })
  } catch (error) {
    // another worker has read it at the same time
    if (!(error instanceof Refusal) || error.reason !== 'beside.known') throw error
    return mirror(desk, name, read)
  }
}

function lastOf({ entries }: OutsideTicket): number {
  return Math.max(...entries.map(({ number }) => number))
}

async function noteVersion({ db, clock }: Desk, ticketId: string, read: OutsideTicket) {
  await db
    .updateTable('beside_ticket')
    .set({ version: read.version, is_settled: read.isSettled, looked_at: clock.now() })
    .where('ticket_id', '=', ticketId)
    .where('last_entry', '=', String(lastOf(read)))
    .execute()
}

function isOnlyOurs({ entries }: OutsideTicket, from: number): boolean {
  return entries.every(({ number, isOwn }) => isOwn || number <= from)
}

/** What we have written there ourselves stands in the record already. */
async function noteOwn({ db, clock }: Desk, known: Mirrored, read: OutsideTicket) {
  await db
    .updateTable('beside_ticket')
    .set({
      version: read.version,
      is_settled: read.isSettled,
      last_entry: String(lastOf(read)),
      status: read.status,
      looked_at: clock.now(),
    })
    .where('ticket_id', '=', known.ticketId)
    .where('last_entry', '=', known.lastEntry)
    .execute()
}

const mirrorTicket = defineVerb({
  permission: 'ticket:write',
  input: z.object({ desk: BesideDeskName, read: z.custom<OutsideTicket>() }),
  async run(context: VerbContext & WithProject, { desk, read }) {
    const { tx, clock } = context
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${desk}:${read.id}`}, 0))`.execute(
      tx,
    )
    const known = await findMirrored(tx, desk, read.id)
    const from = known ? Number(known.lastEntry) : -1
    if (known && known.goneAt === null && lastOf(read) <= from) {
      throw new Conflict('beside.known', 'This was read already')
    }
    const into = intoOf(context, { desk, read, ticketId: known?.ticketId ?? '' })
    const opened = known ? null : await openMirrored(context, into, read)
    const ticketId = known?.ticketId ?? opened?.ticketId ?? ''
    const events = [
      ...(opened?.events ?? []),
      ...(await followEntries({ ...into, ticketId }, read, Math.max(from, 0))),
    ]
    await keepMirrored(tx, { desk, ticketId, read, at: clock.now() })
    const { status } = read
    const ticket = await lockEvenMerged(tx, ticketId)
    const quiet: NewEvent = {
      name: 'beside.followed',
      ticketId,
      accountId: ticket.accountId,
      data: { desk, status },
    }
    const [first = quiet, ...others] = events
    return { result: { ticketId, isNew: !known }, events: [first, ...others] as const }
  },
})

type Reading = { desk: Name; read: OutsideTicket; ticketId: string }

function intoOf(
  { tx, clock, sources }: VerbContext & WithProject,
  { desk, read, ticketId }: Reading,
): Into {
  const { windowDays } = sources.project.current().scorecard
  return {
    tx,
    desk,
    ticketId,
    externalId: read.id,
    subject: read.subject,
    windowDays,
    now: clock.now(),
  }
}

type Opened = { ticketId: string; events: NewEvent[] }

/** With what it was opened as; a ticket that was solved there from the beginning is solved here. */
async function openMirrored(
  { tx, sources }: VerbContext & WithProject,
  into: Into,
  read: OutsideTicket,
): Promise<Opened> {
  const [opening] = read.entries
  const at = timeOf(into, opening)
  const line = sources.project.current().beside?.redmine.line ?? 'L1'
  const { ticketId, events } = await openTicket(tx, at, {
    ...(await arrivalOf(into, opening)),
    outside: { id: read.id, url: read.url, line },
  })
  const rest = await applyEntry({ ...into, ticketId }, { ...opening, text: null }, 'open')
  return { ticketId, events: [...events.map((event) => ({ ...event, at })), ...rest] }
}

/** What we wrote ourselves is known here: of it only the standing counts, for what comes after. */
async function followEntries(into: Into, read: OutsideTicket, from: number): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  let before: OutsideStanding = 'open'
  for (const entry of read.entries) {
    if (isToApply(entry, from)) events.push(...(await applyEntry(into, entry, before)))
    before = entry.standing ?? before
  }
  return events
}

function isToApply({ number, isOwn }: OutsideEntry, from: number): boolean {
  return number > from && !isOwn
}

type Kept = { desk: Name; ticketId: string; read: OutsideTicket; at: Date }

async function keepMirrored(
  tx: Transaction<DB>,
  { desk, ticketId, read, at }: Kept,
): Promise<void> {
  const state = {
    version: read.version,
    is_settled: read.isSettled,
    last_entry: String(lastOf(read)),
    status: read.status,
    looked_at: at,
    gone_at: null,
  }
  await tx
    .insertInto('beside_ticket')
    .values({ ticket_id: ticketId, desk, external_id: read.id, ...state })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(state))
    .execute()
}
