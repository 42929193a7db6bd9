import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOfCase } from './events-of-case.ts'
import type { LineRule } from '#server/imports/read/lines.ts'
import type { Update } from './updates.ts'
import { factsOfTicket } from '#server/scorecard/facts/facts-of-ticket.ts'

const severalTeams: LineRule = { kind: 'several-teams' }

function update(overrides: Partial<Update>): Update {
  return {
    caseKey: 'A-1',
    sequence: null,
    at: 0,
    line: 2,
    status: 'open',
    team: null,
    teamBefore: null,
    person: null,
    type: null,
    channel: null,
    product: null,
    rating: null,
    problemStartedAt: null,
    wasReassigned: false,
    ...overrides,
  }
}

function factsOf(updates: Partial<Update>[], lines = severalTeams, asksRatings = false) {
  const timed = updates.map((one, index) => update({ at: index * 1000, ...one }))
  const events = eventsOfCase('test', timed, lines, asksRatings)
  return { events, ...factsOfTicket(events[0]!.ticketId, events)! }
}

describe('the history of one case', () => {
  test('closing what is resolved is no second resolution', () => {
    const { ticket, resolutions } = factsOf([
      { status: 'open' },
      { status: 'resolved' },
      { status: 'resolved' },
    ])
    expect(resolutions).toHaveLength(1)
    expect(ticket.standingAt).toBe(1000)
  })

  test('a case that begins resolved was resolved then', () => {
    expect(factsOf([{ status: 'resolved' }]).ticket.standingAt).toBe(0)
  })

  test('leaving a resolved status is a reopen, entering it again a second resolution', () => {
    const { resolutions, ticket } = factsOf([
      { status: 'resolved' },
      { status: 'open' },
      { status: 'resolved' },
    ])
    expect(resolutions.map(({ brokenAt }) => brokenAt)).toEqual([1000, null])
    expect(ticket.standingAt).toBe(2000)
  })

  test('a second team means escalated, returning to the first changes nothing', () => {
    expect(factsOf([{ team: 'a' }, {}, { team: 'a', status: 'resolved' }]).ticket.escalated).toBe(
      false,
    )
    expect(factsOf([{ team: 'a' }, { team: 'b' }, { team: 'a' }]).ticket.escalated).toBe(true)
    expect(factsOf([{ team: 'a' }, { wasReassigned: true }]).ticket.escalated).toBe(true)
  })

  test('with named teams only those are the first line', () => {
    const listed: LineRule = { kind: 'listed', firstLine: ['a', 'b'] }
    expect(factsOf([{ team: 'a' }, { team: 'b' }], listed).ticket.escalated).toBe(false)
    expect(factsOf([{ team: 'a' }, { wasReassigned: true }], listed).ticket.escalated).toBe(false)
    expect(factsOf([{ team: 'c' }], listed).ticket.escalated).toBe(true)
    expect(factsOf([{ team: 'a' }, { team: 'c' }, { team: 'a' }], listed).ticket.escalated).toBe(
      true,
    )
  })

  test('a case is void when nothing but closing follows', () => {
    const isVoid = (...statuses: Update['status'][]) =>
      factsOf(statuses.map((status) => ({ status }))).ticket.isVoid
    expect(isVoid('open', 'void')).toBe(true)
    expect(isVoid('open', 'void', 'resolved')).toBe(true)
    expect(isVoid('open', 'resolved', 'void', null)).toBe(true)
    expect(isVoid('open', 'void', 'open', 'resolved')).toBe(false)
  })

  test('a row without status changes none', () => {
    const { resolutions } = factsOf([
      { status: 'resolved' },
      { status: null },
      { status: 'resolved' },
    ])
    expect(resolutions).toHaveLength(1)
  })

  test('a rating belongs to the resolution before it, however often it is repeated', () => {
    const { resolutions } = factsOf(
      [
        { status: 'resolved' },
        { status: 'resolved', rating: 'down' },
        { status: 'open', rating: 'down' },
        { status: 'resolved', rating: 'down' },
        { status: 'resolved', rating: 'up' },
      ],
      severalTeams,
      true,
    )
    expect(resolutions.map(({ rating }) => rating)).toEqual(['down', 'up'])
    expect(resolutions.map(({ ratingRequestedAt }) => ratingRequestedAt)).toEqual([0, 3000])
  })

  test('time never runs backwards within a case', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 })
    fc.assert(
      fc.property(
        times,
        fc.infiniteStream(fc.constantFrom<Update['status']>('open', 'resolved')),
        (ats, statuses) => {
          const updates = ats.map((at) => update({ at, status: statuses.next().value }))
          const events = eventsOfCase('test', updates, severalTeams, false)
          expect(events.map(({ at }) => at)).toEqual(
            events.map(({ at }) => at).toSorted((a, b) => a - b),
          )
        },
      ),
    )
  })

  test('the same case always has the same ids, and no other case has them', () => {
    const ids = (origin: string, caseKey: string) =>
      eventsOfCase(origin, [update({ caseKey, status: 'resolved' })], severalTeams, false)
        .flatMap(({ ticketId, data }) => [ticketId, 'resolution' in data ? data.resolution : ''])
        .join()
    expect(ids('a', '1')).toBe(ids('a', '1'))
    expect(new Set([ids('a', '1'), ids('a', '2'), ids('b', '1')]).size).toBe(3)
  })
})
