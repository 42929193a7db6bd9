import { WatchTicket } from '@firstline/contract/watching'
import { requirePerson } from '#server/core/actor.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import { readTicketRow } from '#server/tickets/state.ts'
import { ticketUnwatched, ticketWatched } from './events.ts'
import { addWatchers, readWatchers, removeWatcher, watchesAlready } from './watchers.ts'

export const listTicketWatchers = defineQuery({
  permission: 'ticket:read',
  input: WatchTicket,
  async run({ db, actor }, { ticketId }) {
    await readTicketRow(db, ticketId)
    return readWatchers(db, actor, { kind: 'ticket', id: ticketId })
  },
})

/** Each for themselves; a key has no inbox. */
export const watchTicket = defineVerb({
  permission: 'ticket:read',
  input: WatchTicket,
  async run({ tx, actor, clock }, { ticketId }) {
    const { id } = requirePerson(actor)
    await readTicketRow(tx, ticketId)
    const ticket = { kind: 'ticket', id: ticketId } as const
    const added = await addWatchers(tx, ticket, [id], clock.now())
    if (added.length === 0) throw watchesAlready()
    return {
      result: await readWatchers(tx, actor, ticket),
      events: [ticketWatched(ticketId, added)],
    }
  },
})

export const unwatchTicket = defineVerb({
  permission: 'ticket:read',
  input: WatchTicket,
  async run({ tx, actor }, { ticketId }) {
    const { id } = requirePerson(actor)
    await readTicketRow(tx, ticketId)
    const ticket = { kind: 'ticket', id: ticketId } as const
    await removeWatcher(tx, ticket, id)
    return {
      result: await readWatchers(tx, actor, ticket),
      events: [ticketUnwatched(ticketId, [id])],
    }
  },
})
