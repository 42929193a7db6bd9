import { system } from '#server/core/actor.ts'
import { Refusal } from '#server/core/errors.ts'
import type { BesideDeskName } from '@firstline/contract/beside-kinds'
import { setTicketAccount } from '#server/tickets/set-ticket-account.ts'
import type { FollowingDesk } from './following.ts'
import { mirror } from './mirror-ticket.ts'
import type { OutsideTicket } from './port.ts'

/** What was read is mirrored; one that is new gets the account that it names. @returns the ticket here */
export async function takeOver(
  desk: FollowingDesk,
  name: BesideDeskName,
  read: OutsideTicket,
): Promise<string> {
  const { ticketId, isNew } = await mirror(desk, name, read)
  if (isNew && read.accountKey !== null) {
    await assignAccount(desk, name, { ticketId, externalId: read.accountKey })
  }
  return ticketId
}

/** One that the directory does not know leaves the ticket without an account. */
async function assignAccount(
  desk: FollowingDesk,
  name: BesideDeskName,
  asked: { ticketId: string; externalId: string },
): Promise<void> {
  try {
    await setTicketAccount(desk, system(name), asked)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { ticketId } = asked
    desk.log.info({ ticketId, err: error.message }, 'the account of a mirrored ticket is open')
  }
}
