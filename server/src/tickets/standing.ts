import type { Resolution } from '@firstline/contract/tickets'

type Facts = { windowEndsAt: Date; reopenedAt: Date | null }

/** Held once the window has passed without the customer coming back; broken when they did. */
export function standingOf(resolution: Facts, now: Date): Resolution['standing'] {
  if (isBroken(resolution)) return 'broken'
  return now > resolution.windowEndsAt ? 'held' : 'pending'
}

/** Coming back after the window reopens the ticket and leaves the resolution held. */
export function isBroken({ windowEndsAt, reopenedAt }: Facts): boolean {
  return reopenedAt !== null && reopenedAt <= windowEndsAt
}
