import { FindBesideTicket } from '@firstline/contract/beside'
import { deskNames } from '@firstline/contract/beside-kinds'
import type { BesideDeskName } from '@firstline/contract/beside-kinds'
import { seconds } from '#server/core/clock.ts'
import { Conflict, Limited, NotFound, Refusal, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { FollowingDesk } from './following.ts'
import { findMirrored } from './mirrored.ts'
import { noteDesk } from './note-desk.ts'
import { notDeclared, openOutside, settingsOf } from './open-outside.ts'
import type { OutsideDesk, OutsideTicket } from './port.ts'
import { takeOver } from './take-over.ts'

type Wanted = { desk: BesideDeskName; externalId: string }

/** The panel beside a ticket that is not here yet asks for it: nobody waits for its next change. */
export const mirrorBesideTicket = defineDeed({
  permission: 'ticket:write',
  input: FindBesideTicket,
  async run(context: DeedContext & FollowingDesk, wanted) {
    const known = await findMirrored(context.db, wanted.desk, wanted.externalId)
    if (known) return { id: known.ticketId }
    const { project } = context.sources
    const outside = openOutside({ project, clock: context.clock })
    if (!outside) throw notDeclared(wanted.desk)
    return mirrorNow(context, outside, wanted)
  },
})

/** By the same rules as a turn of the mirror: what that would not take, this does not. */
export async function mirrorNow(
  desk: FollowingDesk,
  outside: OutsideDesk,
  wanted: Wanted,
): Promise<{ id: string }> {
  await refuseHeld(desk, wanted)
  const read = await readInScope(desk, outside, wanted)
  return { id: await takeOver(desk, wanted.desk, read) }
}

/** It has asked for a pause, and gets it from whoever asks. */
async function refuseHeld(desk: FollowingDesk, wanted: Wanted): Promise<void> {
  const now = desk.clock.now()
  const row = await desk.db
    .selectFrom('beside_desk')
    .select('held_until as heldUntil')
    .where('desk', '=', wanted.desk)
    .where('held_until', '>', now)
    .executeTakeFirst()
  if (!row?.heldUntil) return
  const wait = Math.ceil((row.heldUntil.getTime() - now.getTime()) / seconds)
  throw new Limited(
    'beside.limited',
    sentence`${deskNames[wanted.desk]} asks for a pause of ${wait} seconds`,
    wait,
  )
}

async function readInScope(
  desk: FollowingDesk,
  outside: OutsideDesk,
  wanted: Wanted,
): Promise<OutsideTicket> {
  const { externalId } = wanted
  try {
    const read = await outside.readTicket(externalId)
    if (!read) throw unknown(wanted)
    if (await outside.isInScope(externalId)) return read
  } catch (error) {
    if (error instanceof Limited) await noteDesk(desk, wanted.desk, error)
    throw isAway(error) ? notReachable(wanted) : error
  }
  const projects = (settingsOf(desk)?.projects ?? []).join(', ')
  throw new Conflict(
    'beside.not-in-scope',
    sentence`#${externalId} is in none of the projects that are mirrored (${projects}): work it there, or add its project to beside.${wanted.desk}.projects in firstline.yaml`,
  )
}

function unknown({ desk, externalId }: Wanted): NotFound {
  return new NotFound(
    'beside.unknown',
    sentence`${deskNames[desk]} has no #${externalId}, or does not show it to the user of Firstline: check the number, and whether that user is a member of its project`,
  )
}

function notReachable({ desk, externalId }: Wanted): Unavailable {
  return new Unavailable(
    'beside.not-reachable',
    sentence`${deskNames[desk]} does not answer now, so #${externalId} could not be mirrored. Nothing is lost: try again in a minute; the page “Connections” says since when`,
  )
}

function isAway(error: unknown): boolean {
  return error instanceof Refusal && away.has(error.reason)
}

const away: ReadonlySet<string> = new Set([
  'outbound.unreachable',
  'outbound.timeout',
  'outbound.redirected',
  'outbound.too-large',
  'beside.unavailable',
  'beside.not-json',
])
