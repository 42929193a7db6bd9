import { sql } from 'kysely'
import { later, minutes, seconds } from '#server/core/clock.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { FollowingDesk } from './following.ts'
import { findLost } from './find-lost.ts'
import { findAllMirrored } from './mirrored.ts'
import type { Mirrored } from './mirrored.ts'
import { noteDesk } from './note-desk.ts'
import { settingsOf } from './open-outside.ts'
import type { Changes, OutsideDesk, Position } from './port.ts'
import { takeOver } from './take-over.ts'

const name = 'redmine'
/** What was begun before what was read, and stored after it, is of an earlier second. */
const overlapMs = 60 * seconds
/** A turn is no longer than this; the next one goes on where it stood. */
const mostPages = 5
const busyMs = 2 * minutes

/**
 * A turn of the mirror: what changed there since the last one is taken over, page by page. Where it
 * stands is written down after each, so that a process that dies loses nothing and reads little twice.
 */
export async function followDesk(desk: FollowingDesk, outside: OutsideDesk | null): Promise<void> {
  if (!outside) return
  const turn: Turn = { busyUntil: [] }
  try {
    const begun = await beginTurn(desk, turn)
    if (begun) await takeTurn(desk, outside, { begun, turn })
  } catch (error) {
    forsaken.set(desk.db, [...forsakenIn(desk), ...turn.busyUntil])
    throw error
  }
}

/** A turn, and until when it may have written down that it is at work. */
type Turn = { busyUntil: Date[] }

/**
 * Of turns of this process that could not write down that they are over, as the database was away: nobody
 * is at them, and nobody waits until they would be forgotten.
 */
const forsaken = new WeakMap<FollowingDesk['db'], readonly Date[]>()

const forsakenIn = ({ db }: FollowingDesk) => forsaken.get(db) ?? []

function busyFrom(now: Date, { busyUntil }: Turn): Date {
  const until = later(now, busyMs)
  busyUntil.push(until)
  return until
}

async function takeTurn(
  desk: FollowingDesk,
  outside: OutsideDesk,
  { begun, turn }: { begun: Position; turn: Turn },
): Promise<void> {
  try {
    const isMore = await readPages(desk, outside, begun, turn)
    if (!isMore) await findLost(desk, outside, name)
    await noteDesk(desk, name, null)
    await endTurn(desk, isMore)
  } catch (error) {
    await noteDesk(desk, name, error)
    await endTurn(desk, false, true)
  }
}

/** @returns null while another worker is at it, or the desk wants to be left alone */
async function beginTurn(desk: FollowingDesk, turn: Turn): Promise<Position | null> {
  const now = desk.clock.now()
  const left = forsakenIn(desk)
  const since = settingsOf(desk)?.since ?? now
  await desk.db
    .insertInto('beside_desk')
    .values({ desk: name, since, begun_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await desk.db
    .updateTable('beside_desk')
    .set({ busy_until: busyFrom(now, turn), tried_at: now })
    .where('desk', '=', name)
    .where((where) =>
      where.or([
        where('busy_until', 'is', null),
        where('busy_until', '<=', now),
        ...left.map((until) => where('busy_until', '=', until)),
      ]),
    )
    .where((where) => where.or([where('held_until', 'is', null), where('held_until', '<=', now)]))
    .returning(['since', 'skipped', 'is_behind as isBehind'])
    .executeTakeFirst()
  if (!row) return null
  forsaken.delete(desk.db)
  // amid many of one minute it would never get past them
  if (row.isBehind) return row
  return { since: later(row.since, -overlapMs), skipped: 0 }
}

/** @returns whether there is more to be read */
async function readPages(
  desk: FollowingDesk,
  outside: OutsideDesk,
  begun: Position,
  turn: Turn,
): Promise<boolean> {
  let from = begun
  for (let pages = 0; pages < mostPages; pages++) {
    const changes = await outside.listChanged(from)
    await readChanged(desk, outside, changes)
    await keepPosition(desk, changes, turn)
    if (!changes.isMore) return false
    from = changes.next
  }
  return true
}

async function keepPosition(
  desk: FollowingDesk,
  { next, isMore }: Changes,
  turn: Turn,
): Promise<void> {
  const now = desk.clock.now()
  await desk.db
    .updateTable('beside_desk')
    .set({
      // what nothing was read of lies before what was read already
      since: isMore ? next.since : sql<Date>`greatest(since, ${next.since})`,
      skipped: isMore ? next.skipped : 0,
      is_behind: isMore,
      busy_until: busyFrom(now, turn),
      ...(isMore ? {} : { caught_up_at: now }),
    })
    .where('desk', '=', name)
    .execute()
}

async function readChanged(
  desk: FollowingDesk,
  outside: OutsideDesk,
  { tickets }: Changes,
): Promise<void> {
  const ids = tickets.map(({ id }) => id)
  const known = await findAllMirrored(desk.db, name, ids)
  for (const { id, version } of tickets) {
    if (!isKnown(known.get(id), version)) await readOne(desk, outside, id)
  }
}

/** A version that may still hold more is read again. */
function isKnown(mirrored: Mirrored | undefined, version: string): boolean {
  if (!mirrored?.isSettled || mirrored.goneAt !== null) return false
  return mirrored.version.startsWith(version)
}

/** One that cannot be understood is passed over, and counted: the others are not held up by it. */
async function readOne(desk: FollowingDesk, outside: OutsideDesk, id: string): Promise<void> {
  try {
    const read = await outside.readTicket(id)
    if (read) await takeOver(desk, name, read)
  } catch (error) {
    if (!isOfOneTicket(error)) throw error
    desk.log.warn({ desk: name, id, err: messageOf(error) }, 'a ticket could not be mirrored')
    await desk.db
      .updateTable('beside_desk')
      .set({ unreadable: sql`unreadable + 1` })
      .where('desk', '=', name)
      .execute()
  }
}

function isOfOneTicket(error: unknown): boolean {
  return error instanceof Refusal && ofOneTicket.has(error.reason)
}

const ofOneTicket: ReadonlySet<string> = new Set(['beside.not-understood', 'outbound.too-large'])

async function endTurn(desk: FollowingDesk, isMore: boolean, hasFailed = false): Promise<void> {
  await inTransaction(desk.db, async (tx) => {
    await tx.updateTable('beside_desk').set({ busy_until: null }).where('desk', '=', name).execute()
    if (!isMore || hasFailed) return
    await enqueue(tx, [{ task: 'follow_desk', payload: {}, key: 'follow_desk:more' }])
  })
}
