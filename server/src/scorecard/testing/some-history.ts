import fc from 'fast-check'
import type { HistoryEvent, HistoryEventName } from '#server/scorecard/facts/history.ts'

/** What may happen to a ticket; `resolution` picks one made before, or one that never was. */
type Happening = {
  name: HistoryEventName
  minutes: number
  pick: number
  line: number
  type: number
}

const happening = fc.record({
  name: fc.constantFrom<HistoryEventName>(
    'ticket.resolved',
    'ticket.resolved',
    'ticket.resolved',
    'ticket.reopened',
    'ticket.reopened',
    'ticket.reopen_dismissed',
    'ticket.repeat_linked',
    'ticket.type_changed',
    'ticket.line_changed',
    'ticket.escalated',
    'ticket.voided',
    'ticket.problem_started',
    'rating.requested',
    'rating.given',
  ),
  minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 25 * 24 * 60 })),
  pick: fc.nat(7),
  line: fc.nat(5),
  type: fc.nat(2),
})

export const someTypes = ['exports', 'webhooks', 'access']

/** How the life of a ticket goes, not yet whose. */
export const someLife = fc.record({
  started: fc.nat(60 * 24 * 60),
  line: fc.nat(9),
  type: fc.nat(3),
  happenings: fc.array(happening, { maxLength: 8 }),
})
export type Life = { started: number; line: number; type: number; happenings: Happening[] }

const minute = 60_000

/** @param id of the ticket; `other` names one that may continue it */
export function historyOf(
  life: Life,
  { id, other, begin, until }: { id: string; other: string; begin: number; until: number },
): HistoryEvent[] {
  let at = begin + life.started * minute
  const made: string[] = []
  const received = {
    type: someTypes[life.type] ?? null,
    channel: life.type === 1 ? 'api' : 'email',
    line: life.line === 0 ? 'L2' : 'L1',
  }
  const events = [{ ticketId: id, at, name: 'ticket.received', data: received }]
  for (const { name, minutes, pick, line, type } of life.happenings) {
    at += minutes * minute
    if (at >= until) break
    const resolution = made[pick % (made.length + 1)] ?? crypto.randomUUID()
    const lines = ['L1', 'L1', 'L1', 'L1', 'L2', 'L3']
    const data: Record<HistoryEventName, () => object> = {
      'ticket.received': () => received,
      'ticket.resolved': () => {
        made.push(crypto.randomUUID())
        return { resolution: made.at(-1), ...(pick > 5 ? { line: lines[line] } : {}), by: null }
      },
      'ticket.reopened': () => ({
        by: line > 3 ? 'agent' : 'customer',
        resolution: pick > 3 ? null : resolution,
      }),
      'ticket.reopen_dismissed': () => ({ resolution }),
      'ticket.repeat_linked': () => ({ of: id, resolution }),
      'ticket.type_changed': () => ({ type: someTypes[type], previous: null }),
      'ticket.line_changed': () => ({ line: lines[line] }),
      'ticket.escalated': () => ({ line: 'L2' }),
      'ticket.voided': () => ({ reason: 'spam' }),
      'ticket.problem_started': () => ({ at: new Date(at - pick * 600 * minute).toISOString() }),
      'rating.requested': () => ({ resolution }),
      'rating.given': () => ({ resolution, value: line > 2 ? 'up' : 'down' }),
    }
    const whose = name === 'ticket.repeat_linked' ? other : id
    events.push({ ticketId: whose, at, name, data: data[name]() as never })
  }
  return events as HistoryEvent[]
}
