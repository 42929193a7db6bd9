import type { Ticket, TicketPriority, TicketSummary } from '@firstline/contract/tickets'
import { callRoute } from '#web/api.ts'
import { isSameTag } from '../labels/same-tag.ts'

/** Of a ticket that is changed: the last of its events that whoever changes it has seen. */
export type Seen = { seen: string | undefined }

type Send = (seen: Seen) => Promise<Ticket>

/** What is done to each of several tickets, by the verb of one. */
export type BulkChange = {
  /** What a ticket is afterwards: "Priority: High". */
  label: string
  send: (ticketId: string, seen: Seen) => Promise<Ticket>
  /** Makes a ticket what it was before; or why nothing can. */
  back: (before: TicketSummary, after: Ticket) => Send | NoWayBack
  /** Nobody has changed since what this has changed. */
  isStill: (now: Ticket, after: Ticket, before: TicketSummary) => boolean
}

type NoWayBack = 'hadNoType' | 'wasResolved'

export function assigning(personId: string | null, label: string): BulkChange {
  const assign = (ticketId: string, personId: string | null, seen: Seen) =>
    callRoute('assignTicket', { params: { ticketId }, body: { personId } }, seen)
  return {
    label,
    send: (ticketId, seen) => assign(ticketId, personId, seen),
    back: (before) => (seen) => assign(before.id, before.assignee?.id ?? null, seen),
    isStill: (now) => (now.assignee?.id ?? null) === personId,
  }
}

export function prioritising(priority: TicketPriority, label: string): BulkChange {
  const set = (ticketId: string, priority: TicketPriority, seen: Seen) =>
    callRoute('setTicketPriority', { params: { ticketId }, body: { priority } }, seen)
  return {
    label,
    send: (ticketId, seen) => set(ticketId, priority, seen),
    back: (before) => (seen) => set(before.id, before.priority, seen),
    isStill: (now) => now.priority === priority,
  }
}

/** No ticket is given back to having no type. */
export function typing(type: string, label: string): BulkChange {
  const set = (ticketId: string, type: string, seen: Seen) =>
    callRoute('setTicketType', { params: { ticketId }, body: { type } }, seen)
  return {
    label,
    send: (ticketId, seen) => set(ticketId, type, seen),
    back: ({ id, type: before }) =>
      before === null ? 'hadNoType' : (seen) => set(id, before, seen),
    isStill: (now) => now.type === type,
  }
}

type Tagging = { add: string[]; remove: string[] }

/** Tags of colleagues are no obstacle: each is put on and taken off for itself. */
export function tagging(asked: Tagging, label: string): BulkChange {
  const tag = (ticketId: string, body: Tagging) =>
    callRoute('tagTicket', { params: { ticketId }, body })
  /** What of it was not so before. */
  const done = (before: TicketSummary, after: Ticket): Tagging => ({
    add: without(after.tags, before.tags).filter(isOneOf(asked.add)),
    remove: without(before.tags, after.tags).filter(isOneOf(asked.remove)),
  })
  return {
    label,
    send: (ticketId) => tag(ticketId, asked),
    back: (before, after) => () => {
      const { add, remove } = done(before, after)
      return tag(before.id, { add: remove, remove: add })
    },
    isStill(now, after, before) {
      const { add, remove } = done(before, after)
      return add.every(isOneOf(now.tags)) && !remove.some(isOneOf(now.tags))
    },
  }
}

/** @param until null: until the customer writes */
export function snoozing(until: Date | null, label: string): BulkChange {
  return {
    label,
    send: (ticketId, seen) => snooze(ticketId, { until: until?.toISOString() ?? null }, seen),
    back: (before) => (seen) => asSnoozed(before, seen),
    isStill: (now, after) => now.snoozed?.at === after.snoozed?.at,
  }
}

export function waking(label: string): BulkChange {
  return {
    label,
    send: wake,
    back: (before) => (seen) => asSnoozed(before, seen),
    isStill: (now) => now.snoozed === null,
  }
}

export type VoidReason = Exclude<NonNullable<Ticket['voidReason']>, 'test'>

/** @param cause of taking it back, for the record */
export function voiding(reason: VoidReason, label: string, cause: string): BulkChange {
  return {
    label,
    send: (ticketId, seen) =>
      callRoute('voidTicket', { params: { ticketId }, body: { reason } }, seen),
    // it would be open, and its resolution lost
    back: ({ id, state }) =>
      state === 'resolved'
        ? 'wasResolved'
        : (seen) => callRoute('reopenTicket', { params: { ticketId: id }, body: { cause } }, seen),
    isStill: ({ state, voidReason }) => state === 'void' && voidReason === reason,
  }
}

type Until = { until: string | null; run?: string | null }

function snooze(ticketId: string, { until, run = null }: Until, seen: Seen): Promise<Ticket> {
  return callRoute('snoozeTicket', { params: { ticketId }, body: { until, run } }, seen)
}

function wake(ticketId: string, seen: Seen): Promise<Ticket> {
  return callRoute('wakeTicket', { params: { ticketId } }, seen)
}

/** What would have woken it meanwhile lets it be awake. */
function asSnoozed({ id, snoozed }: TicketSummary, seen: Seen): Promise<Ticket> {
  const isOver = snoozed?.until && new Date(snoozed.until) <= new Date()
  return snoozed && !isOver ? snooze(id, snoozed, seen) : wake(id, seen)
}

function without(tags: readonly string[], others: readonly string[]): string[] {
  return tags.filter((tag) => !isOneOf(others)(tag))
}

function isOneOf(tags: readonly string[]): (tag: string) => boolean {
  return (tag) => tags.some((one) => isSameTag(one, tag))
}
