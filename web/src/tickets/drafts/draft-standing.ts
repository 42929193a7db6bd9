import type { Draft, DraftKind } from '@firstline/contract/drafts'
import { useSyncExternalStore } from 'react'

/** How a draft of this page stands to what the server has of it. */
export type DraftStanding = {
  /** Written on elsewhere while it was here, until somebody decides; null: sent or thrown away there. */
  other: Draft | null | undefined
  /** When what is shown was written elsewhere; null once it is written on here. */
  takenAt: string | null
  /** The server could not be told for a while. */
  isHereOnly: boolean
  /** How often it became another one: what goes out then goes under another key. */
  renewals: number
}

const calm: DraftStanding = { other: undefined, takenAt: null, isHereOnly: false, renewals: 0 }
const standings = new Map<string, DraftStanding>()
const listeners = new Set<(ticketId: string, kind: DraftKind) => void>()

export function standingOf(ticketId: string, kind: DraftKind): DraftStanding {
  return standings.get(`${kind} ${ticketId}`) ?? calm
}

export function changeStanding(
  ticketId: string,
  kind: DraftKind,
  change: Partial<DraftStanding>,
): void {
  const before = standingOf(ticketId, kind)
  const next = { ...before, ...change }
  const isOther =
    next.other !== before.other ||
    next.takenAt !== before.takenAt ||
    next.isHereOnly !== before.isHereOnly ||
    next.renewals !== before.renewals
  if (!isOther) return
  standings.set(`${kind} ${ticketId}`, next)
  for (const told of listeners) told(ticketId, kind)
}

export function forgetStandings(): void {
  standings.clear()
}

/** @returns ends it */
export function onStanding(told: (ticketId: string, kind: DraftKind) => void): () => void {
  listeners.add(told)
  return () => void listeners.delete(told)
}

export function useDraftStanding(ticketId: string, kind: DraftKind): DraftStanding {
  return useSyncExternalStore(onStanding, () => standingOf(ticketId, kind))
}
