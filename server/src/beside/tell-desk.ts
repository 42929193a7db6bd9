import type { PayloadOf } from '@firstline/contract/tasks'
import { Limited, NotFound, Refusal, Unavailable } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import { later, seconds } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import { isUnresolved, lastResolution, readTicketRow } from '#server/tickets/state.ts'
import { endWrite } from './end-write.ts'
import { mirror } from './mirror-ticket.ts'
import type { FollowingDesk } from './following.ts'
import { marked, isThere } from './marker.ts'
import { noteDesk } from './note-desk.ts'
import { settingsOf } from './open-outside.ts'
import type { OutsideDesk, OutsideTicket, Writing } from './port.ts'
import { writeJob } from './queue-write.ts'
import { readWrite } from './read-write.ts'
import type { Write } from './read-write.ts'

/**
 * One write to the desk where the ticket lives. The ticket is read first: what is there already is not
 * written again, and what somebody has changed meanwhile is taken over before it is decided on. May run
 * twice, after any crash.
 */
export async function tellDesk(
  desk: FollowingDesk,
  outside: OutsideDesk | null,
  { write: id }: PayloadOf<'tell_desk'>,
): Promise<void> {
  const write = await readWrite(desk.db, id)
  if (!write || write.state !== 'waiting' || !outside) return
  try {
    await tell(desk, outside, write)
  } catch (error) {
    if (error instanceof Limited) return waitAsAsked(desk, write, error)
    if (!(error instanceof Refusal) || error instanceof Unavailable) throw error
    // read anew: it decides again, by what is there now
    if (error.reason === 'beside.changed-meanwhile') throw error
    await endWrite(desk, write, { state: 'failed', why: error.message })
  }
}

async function tell(desk: FollowingDesk, outside: OutsideDesk, write: Write): Promise<void> {
  const read = await outside.readTicket(write.externalId)
  if (!read) throw new NotFound('beside.gone', 'It is not there any more, or not for our key')
  if (isThere(read, write.id)) return endWrite(desk, write, { state: 'told', why: null })
  await mirror(desk, 'redmine', read)
  if (!(await stillStands(desk, write))) {
    return endWrite(desk, write, { state: 'dropped', why: null })
  }
  if (write.isResolving && isContested(read, write)) {
    return endWrite(desk, write, { state: 'conflict', why: whatIsThere(read) })
  }
  await outside.write(write.externalId, writingOf(desk, write, read))
  await endWrite(desk, write, { state: 'told', why: null })
}

/** Of a resolution: whether it is still the last word here. */
async function stillStands({ db }: Desk, write: Write): Promise<boolean> {
  if (!write.isResolving) return true
  const ticket = await readTicketRow(db, write.ticketId)
  const last = await lastResolution(db, write.ticketId)
  return !isUnresolved(ticket) && ticket.state === 'resolved' && last?.id === write.resolutionId
}

/** Since it was decided here, somebody there has said where it stands, or a customer has written. */
function isContested({ entries }: OutsideTicket, { seenEntry }: Write): boolean {
  return entries.some(
    ({ number, isOwn, standing }) => number > seenEntry && !isOwn && standing !== undefined,
  )
}

function whatIsThere({ entries, status }: OutsideTicket): string {
  const last = entries.findLast((entry) => !entry.isOwn && entry.standing !== undefined)
  return `${last?.by.name ?? ''}: ${status}`
}

function writingOf(desk: FollowingDesk, write: Write, read: OutsideTicket): Writing {
  const resolveAs = settingsOf(desk)?.resolveAs
  const isInternal = write.kind !== 'reply'
  const text = marked(write.words, write.id)
  if (!write.isResolving || resolveAs === undefined) return { text, isInternal }
  const isSolved = read.status === resolveAs
  return { text, isInternal, seen: read.version, ...(isSolved ? {} : { status: resolveAs }) }
}

/** Not sooner than it says; nothing is counted as a failure. */
async function waitAsAsked(desk: FollowingDesk, { id }: Write, error: Limited): Promise<void> {
  await noteDesk(desk, 'redmine', error)
  const at = later(desk.clock.now(), (error.extra.retryAfterSeconds ?? 60) * seconds)
  await inTransaction(desk.db, (tx) => enqueue(tx, [writeJob(id, at)]))
}
