import { describe, expect, test } from 'vitest'
import { signalsOfTicket } from './signals-of-ticket.ts'

type Told = Parameters<typeof signalsOfTicket>[1][number]
type Happened = [name: Told['name'], minute: number, data?: object]

const received: Happened = ['ticket.received', 0, { line: 'L1', type: 'exports' }]
const replied: Happened = ['message.replied', 30]
const resolved: Happened = ['ticket.resolved', 60, { resolution: 'one', by: 'ada' }]

function conduct(happened: Happened[], isLive = true, resolution = 'one') {
  const events = happened.map(
    ([name, minute, data = {}]) => ({ ticketId: 't', at: minute * 60_000, name, data }) as Told,
  )
  return signalsOfTicket('t', events, isLive).get(resolution)
}
const signals = (...happened: Happened[]) => conduct(happened)?.signals

describe('signals of a resolution', () => {
  test('ordinary work shows none', () => {
    expect(conduct([received, replied, resolved])).toEqual({ team: 'L1', signals: [] })
  })

  test.each<[string, Happened[]]>([
    ['no-message', [received, resolved]],
    [
      'quick-without-check',
      [received, ['message.replied', 1], ['ticket.resolved', 1, { resolution: 'one', by: 'ada' }]],
    ],
    [
      'type-changed-before',
      [received, replied, ['ticket.type_changed', 56, { type: 'b', previous: 'a' }], resolved],
    ],
    [
      'waiting-without-question',
      [received, replied, ['ticket.waiting', 31, { asks: false }], resolved],
    ],
    ['auto-closed', [received, replied, ['ticket.resolved', 60, { resolution: 'one', by: null }]]],
    [
      'ping-pong',
      [
        received,
        ['ticket.line_changed', 5, { line: 'L2', team: 'b' }],
        ['ticket.line_changed', 9, { line: 'L1' }],
        replied,
        resolved,
      ],
    ],
    [
      'reopened-by-agent',
      [
        received,
        replied,
        resolved,
        ['ticket.reopened', 61, { by: 'agent' }],
        ['ticket.resolved', 62, { resolution: 'two', by: 'ada' }],
      ],
    ],
  ])('%s', (signal, happened) => {
    expect(signals(...happened)).toEqual([signal])
  })

  test('a reply with the resolution, a check run, an early correction and a question are none', () => {
    const withIt: Happened = ['message.replied', 60]
    expect(signals(received, resolved, withIt)).toEqual([])
    expect(
      signals(
        received,
        ['runbook.check_answered', 1],
        ['ticket.resolved', 1, { resolution: 'one', by: 'ada' }],
        ['message.replied', 1],
      ),
    ).toEqual([])
    expect(
      signals(
        received,
        ['ticket.type_changed', 20, { type: 'b', previous: 'a' }],
        ['ticket.waiting', 31, { asks: true }],
        replied,
        resolved,
      ),
    ).toEqual([])
  })

  test('a minute is quick, five are just before: a moment more is neither', () => {
    const within = (late: number) => [
      received,
      ['ticket.resolved', 1 + late / 60_000, { resolution: 'one', by: 'ada' }] as Happened,
      ['message.replied', 1 + late / 60_000] as Happened,
    ]
    expect(signals(...within(0))).toEqual(['quick-without-check'])
    expect(signals(...within(1))).toEqual([])
    const changed = (early: number) =>
      ['ticket.type_changed', 55 - early / 60_000, { type: 'b', previous: 'a' }] as Happened
    expect(signals(received, replied, changed(0), resolved)).toEqual(['type-changed-before'])
    expect(signals(received, replied, changed(1), resolved)).toEqual([])
  })

  test('what the customer reopens was not reopened by an agent', () => {
    const again: Happened = ['ticket.resolved', 90, { resolution: 'two', by: 'ada' }]
    const byCustomer: Happened = ['ticket.reopened', 61, { by: 'customer' }]
    expect(signals(received, replied, resolved, byCustomer, again)).toEqual([])
  })

  test('a reply on another ticket at that moment tells nobody of this resolution', () => {
    const told = [received, resolved, replied].map(
      ([name, minute, data = {}]) => ({ ticketId: 't', at: minute * 60_000, name, data }) as Told,
    )
    const elsewhere = { ...told[2]!, ticketId: 'other', at: told[1]!.at }
    const events = [told[0]!, told[1]!, elsewhere]
    expect(signalsOfTicket('t', events, true).get('one')?.signals).toEqual(['no-message'])
  })

  test('coming back by the return of an escalation is no ping-pong; being sent there again is', () => {
    const out: Happened = ['ticket.escalated', 5, { line: 'L2', team: 'b' }]
    const back: Happened = ['ticket.line_changed', 9, { line: 'L1', escalation: 'x' }]
    expect(signals(received, out, back, replied, resolved)).toEqual([])
    const again: Happened = ['ticket.escalated', 12, { line: 'L2', team: 'b' }]
    expect(conduct([received, out, back, again, replied, resolved])).toEqual({
      team: 'b',
      signals: ['ping-pong'],
    })
  })

  test('a history that tells no messages cannot miss one', () => {
    expect(conduct([received, resolved], false)?.signals).toEqual([])
  })
})
