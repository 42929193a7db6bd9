import { useState } from 'react'
import type { QueueTicket } from '../useQueue.ts'

/** By ticket: the last of its events when it was chosen. What comes later its chooser has not seen. */
type Chosen = ReadonlyMap<string, string | null>

type Range = {
  /** Where it begins, and where one is. */
  from: string
  to: string
  /** What was chosen besides it. */
  besides: Chosen
}

type State = { scope: string; chosen: Chosen; range: Range | null; isChoosing: boolean }

/**
 * Tickets of the list that are chosen. One that leaves the list is not chosen any more, and in another
 * list nothing is.
 * @param scope which list it is
 */
export function useSelection(tickets: readonly QueueTicket[], scope: string) {
  const none: State = { scope, chosen: new Map(), range: null, isChoosing: false }
  const [kept, setState] = useState(none)
  const state = kept.scope === scope ? kept : none
  const { chosen, range } = state
  const change = (next: Partial<State>) => setState({ ...state, ...next })
  return {
    /** In the order of the list. */
    chosen: tickets
      .filter(({ id }) => chosen.has(id))
      .map((ticket) => ({ ticket, seen: chosen.get(ticket.id) ?? null })),
    isChosen: (id: string) => chosen.has(id),
    /** By touch: a press on a row chooses it. */
    isChoosing: state.isChoosing,
    setChoosing: (isChoosing: boolean) => setState({ ...none, isChoosing }),
    toggle(id: string) {
      const besides = new Map(chosen)
      if (!besides.delete(id)) besides.set(id, seenOf(id))
      change({ chosen: besides, range: { from: id, to: id, besides } })
    },
    /** All between them are chosen; a range that ended where this one begins moves its end. */
    extend(here: string, to: string) {
      const goesOn = range?.to === here && tickets.some(({ id }) => id === range.from)
      const from = goesOn ? range.from : here
      const besides = goesOn ? range.besides : chosen
      const [first = 0, last = 0] = [indexOf(from), indexOf(to)].toSorted((a, b) => a - b)
      const between = tickets.slice(Math.max(0, first), last + 1)
      const next = new Map(besides)
      for (const { id } of between) next.set(id, chosen.get(id) ?? seenOf(id))
      change({ chosen: next, range: { from, to, besides } })
    },
    all: () =>
      change({
        chosen: new Map(tickets.map(({ id }) => [id, chosen.get(id) ?? seenOf(id)])),
        range: null,
      }),
    /** With what their chooser has been told of meanwhile. */
    choose: (next: Chosen) => change({ chosen: next, range: null }),
    clear: () => setState(none),
  }

  function indexOf(id: string): number {
    return tickets.findIndex((ticket) => ticket.id === id)
  }

  function seenOf(id: string): string | null {
    return tickets[indexOf(id)]?.lastEvent ?? null
  }
}

export type Selection = ReturnType<typeof useSelection>
