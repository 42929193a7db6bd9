import type { Ticket } from '@firstline/contract/tickets'
import { useMay } from '#web/team/useMe.ts'

/** Whether this person may change this ticket: one that was merged is read at the other one. */
export function useMayChange({ joinedTo }: Pick<Ticket, 'joinedTo'>): boolean {
  return useMay('ticket:write') && joinedTo === null
}
