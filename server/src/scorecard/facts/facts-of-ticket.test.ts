import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOfTicket } from './facts-of-ticket.ts'
import type { Facts } from './facts-of-ticket.ts'
import type { HistoryEvent } from './history.ts'

const ticketId = 'ticket'
type Happening = { [E in HistoryEvent as E['name']]: [E['name'], E['data']] }[HistoryEvent['name']]

/** One happening an hour, from the first hour on. */
function history(...happenings: Happening[]): HistoryEvent[] {
  return happenings.map(
    ([name, data], hour) => ({ ticketId, at: hour * 3_600_000, name, data }) as HistoryEvent,
  )
}

function factsOf(...happenings: Happening[]): Facts {
  const facts = factsOfTicket(ticketId, history(...happenings))
  if (!facts) throw new Error('no facts')
  return facts
}

const received: Happening = ['ticket.received', { type: 'exports', channel: 'email', line: 'L1' }]
const resolved = (resolution: string): Happening => ['ticket.resolved', { resolution, line: 'L1' }]
const reopened = (by: 'customer' | 'agent', resolution?: string): Happening => [
  'ticket.reopened',
  { by, ...(resolution ? { resolution } : {}) },
]
const hour = 3_600_000

describe('facts of a ticket', () => {
  test('a resolution nobody undid stands', () => {
    const { ticket, resolutions } = factsOf(received, resolved('one'))
    expect(ticket).toMatchObject({ standingResolution: 'one', standingAt: hour, escalated: false })
    expect(resolutions).toMatchObject([{ resolutionId: 'one', type: 'exports', brokenAt: null }])
  })

  test('a reply after resolution breaks it, and the next resolution stands', () => {
    const { ticket, resolutions } = factsOf(
      received,
      resolved('one'),
      reopened('customer'),
      resolved('two'),
    )
    expect(ticket.standingResolution).toBe('two')
    expect(resolutions.map(({ brokenAt }) => brokenAt)).toEqual([2 * hour, null])
  })

  test('a broken resolution does not stand', () => {
    const { ticket } = factsOf(received, resolved('one'), reopened('customer'))
    expect(ticket).toMatchObject({ standingResolution: null, standingAt: null })
  })

  test("an agent's reopening undoes the resolution and is no customer reopen", () => {
    const { ticket, resolutions } = factsOf(received, resolved('one'), reopened('agent', 'one'))
    expect(ticket.standingResolution).toBeNull()
    expect(resolutions).toMatchObject([{ brokenAt: null, agentReopenedAt: 2 * hour }])
  })

  test('a reopen decided to be none lets the resolution stand again', () => {
    const { ticket, resolutions } = factsOf(received, resolved('one'), reopened('customer'), [
      'ticket.reopen_dismissed',
      { resolution: 'one' },
    ])
    expect(ticket.standingResolution).toBe('one')
    expect(resolutions).toMatchObject([{ brokenAt: null, brokenBy: null }])
  })

  test('coming back after a dismissed reopen breaks the resolution after all', () => {
    const { resolutions } = factsOf(
      received,
      resolved('one'),
      reopened('customer'),
      ['ticket.reopen_dismissed', { resolution: 'one' }],
      reopened('customer', 'one'),
    )
    expect(resolutions).toMatchObject([{ brokenAt: 4 * hour, brokenBy: 'reply' }])
  })

  test('a repeat contact on another ticket breaks the resolution it names', () => {
    const repeat = {
      ticketId: 'other',
      at: 5 * hour,
      name: 'ticket.repeat_linked',
      data: { of: ticketId, resolution: 'one' },
    } as const
    const facts = factsOfTicket(ticketId, [...history(received, resolved('one')), repeat])
    expect(facts?.resolutions).toMatchObject([{ brokenAt: 5 * hour, brokenBy: 'repeat_contact' }])
    expect(facts?.ticket).toMatchObject({ standingResolution: null, continuedAt: 5 * hour })
  })

  test.each<[string, Happening]>([
    ['received by another line', ['ticket.received', { line: 'L2' }]],
    ['worked by another line', ['ticket.line_changed', { line: 'L3' }]],
    ['an escalation opened', ['ticket.escalated', { line: 'L2' }]],
    ['resolved by another line', ['ticket.resolved', { resolution: 'one', line: 'L2' }]],
  ])('%s: escalated, also when it comes back to the first line', (_, happening) => {
    const { ticket } = factsOf(
      received,
      happening,
      ['ticket.line_changed', { line: 'L1' }],
      resolved('last'),
    )
    expect(ticket.escalated).toBe(true)
  })

  test('a void ticket has no resolutions, until it is taken up again', () => {
    const voided: Happening = ['ticket.voided', { reason: 'spam' }]
    expect(factsOf(received, resolved('one'), voided)).toMatchObject({
      ticket: { isVoid: true, standingResolution: null },
      resolutions: [],
    })
    expect(factsOf(received, resolved('one'), voided, reopened('agent'))).toMatchObject({
      ticket: { isVoid: false },
      resolutions: [{ resolutionId: 'one' }],
    })
  })

  test('the clock starts when the problem began, but never after the first report', () => {
    const began: Happening = ['ticket.problem_started', { at: '1969-12-31T20:00:00Z' }]
    expect(factsOf(received, began).ticket.problemStartedAt).toBe(-4 * hour)
    const later: Happening = ['ticket.problem_started', { at: '1970-01-01T09:00:00Z' }]
    expect(factsOf(received, later).ticket.problemStartedAt).toBe(0)
  })

  test('each resolution keeps its own rating and its own type', () => {
    const { ticket, resolutions } = factsOf(
      received,
      resolved('one'),
      ['rating.requested', { resolution: 'one' }],
      ['rating.given', { resolution: 'one', value: 'up' }],
      ['rating.given', { resolution: 'one', value: 'down' }],
      reopened('customer'),
      ['ticket.type_changed', { type: 'billing' }],
      resolved('two'),
      ['ticket.type_changed', { type: 'other' }],
    )
    expect(resolutions).toMatchObject([
      { type: 'exports', rating: 'down', ratingRequestedAt: 2 * hour },
      { type: 'billing', rating: null, ratingRequestedAt: null },
    ])
    expect(ticket.type).toBe('billing')
  })

  test('nothing of the ticket itself: no facts', () => {
    expect(factsOfTicket('nobody', history(received))).toBeNull()
  })

  test('any history gives the facts its definition says (12,000 random histories)', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        expect(summaryOf(factsOfTicket(ticketId, events))).toEqual(byDefinition(events))
      }),
      { numRuns: 12_000 },
    )
  })
})

const ids = fc.constantFrom('r0', 'r1', 'r2', 'r3', 'unknown')
const lines = fc.constantFrom<('L1' | 'L2' | 'L3')[]>('L1', 'L2', 'L3')
const types = fc.constantFrom('a', 'b', null)

/** Random happenings in any order, sensible or not; resolutions are named by their place. */
const anyHistory = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('resolve' as const) },
      fc.record({ by: fc.constantFrom('customer', 'agent'), resolution: fc.option(ids) }),
      fc.record({ dismiss: ids }),
      fc.record({ repeat: ids }),
      fc.record({ line: lines }),
      fc.record({ type: types }),
      fc.record({ rate: ids, value: fc.constantFrom('up', 'down') }),
      fc.constant('void' as const),
      fc.constant('escalate' as const),
    ),
    { maxLength: 14 },
  )
  .map((steps) => {
    let made = 0
    const own = steps.map((step, index) => {
      const event = (name: string, data: object, of = ticketId) =>
        ({ ticketId: of, at: index + 1, name, data }) as HistoryEvent
      if (step === 'resolve') return event('ticket.resolved', { resolution: `r${made++}` })
      if (step === 'void') return event('ticket.voided', {})
      if (step === 'escalate') return event('ticket.escalated', { line: 'L2' })
      if ('by' in step) return event('ticket.reopened', step)
      if ('dismiss' in step) return event('ticket.reopen_dismissed', { resolution: step.dismiss })
      if ('line' in step) return event('ticket.line_changed', step)
      if ('type' in step) return event('ticket.type_changed', step)
      if ('rate' in step) return event('rating.given', { resolution: step.rate, value: step.value })
      const repeat = { of: ticketId, resolution: step.repeat }
      return event('ticket.repeat_linked', repeat, 'other')
    })
    return [{ ticketId, at: 0, name: 'ticket.received', data: { type: 'a' } } as const, ...own]
  })

function summaryOf(facts: Facts | null) {
  return {
    escalated: facts?.ticket.escalated,
    isVoid: facts?.ticket.isVoid,
    standing: facts?.ticket.standingResolution,
    resolutions: facts?.resolutions.map((one) => ({
      id: one.resolutionId,
      brokenAt: one.brokenAt,
      type: one.type,
      rating: one.rating,
    })),
  }
}

/** The same definitions said as sentences about the whole history, with no replay. */
function byDefinition(events: readonly HistoryEvent[]) {
  const data = (event: HistoryEvent) => event.data as Record<string, string | null | undefined>
  const lastIndex = (name: string) => events.findLastIndex((event) => event.name === name)
  const isVoid = lastIndex('ticket.voided') > lastIndex('ticket.reopened')
  const escalated = events.some(
    (event) =>
      event.name === 'ticket.escalated' ||
      (event.name === 'ticket.line_changed' && event.data.line !== 'L1'),
  )
  const made = events.flatMap((event, index) => (event.name === 'ticket.resolved' ? [index] : []))
  const target = (index: number) =>
    data(events[index]!)['resolution'] ??
    events.slice(0, index).findLast((event) => event.name === 'ticket.resolved')?.data.resolution
  const about = (index: number, id: string) => index > 0 && target(index) === id
  const resolutions = made.map((madeAt) => {
    const id = data(events[madeAt]!)['resolution']!
    const after = events
      .map((_, index) => index)
      .filter((index) => index > madeAt && about(index, id))
    const is = (index: number, name: string, by?: string) =>
      events[index]!.name === name && (by === undefined || data(events[index]!)['by'] === by)
    const dismissed = after.findLast((index) => is(index, 'ticket.reopen_dismissed')) ?? -1
    const broken = after.find(
      (index) =>
        index > dismissed &&
        (is(index, 'ticket.reopened', 'customer') || is(index, 'ticket.repeat_linked')),
    )
    const typed = events
      .slice(0, madeAt)
      .findLast(({ name }) => name === 'ticket.type_changed' || name === 'ticket.received')
    const rated = after.findLast((index) => is(index, 'rating.given'))
    return {
      id,
      brokenAt: broken ?? null,
      type: typed ? data(typed)['type'] : null,
      rating: rated === undefined ? null : data(events[rated]!)['value'],
      isUndone: broken !== undefined || after.some((i) => is(i, 'ticket.reopened', 'agent')),
    }
  })
  const last = resolutions.at(-1)
  return {
    escalated,
    isVoid,
    standing: !isVoid && last && !last.isUndone ? last.id : null,
    resolutions: isVoid
      ? []
      : resolutions.map(({ id, brokenAt, type, rating }) => ({ id, brokenAt, type, rating })),
  }
}
