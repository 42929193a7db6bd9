import { expect, test } from 'vitest'
import type { Step, StepPart } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'

const received: Step = {
  kind: 'received',
  type: 'question',
  channel: 'email',
  product: null,
  contact: 'mia',
}
const snapshot: Extract<Step, { kind: 'snapshot' }> = {
  kind: 'snapshot',
  status: 'open',
  resolvedAt: null,
  reopens: 0,
  reopenedAt: null,
  team: null,
  teams: 1,
}
const open: Step = { kind: 'status', to: 'open' }
const resolved: Step = { kind: 'status', to: 'resolved' }
const closed: Step = { kind: 'status', to: 'closed' }
const gone: Step = { kind: 'status', to: 'void' }

/** Steps by their time. */
function tell(...steps: [at: number, body: Step][]) {
  const remarks: string[] = []
  const parts: StepPart[] = steps.map(([at, body]) => ({ ticket: 't', at, body }))
  const told = tellTicket('t', parts, {
    nameOf: (kind, id) => (kind === 'role' && id === 'ada' ? 'agent' : undefined),
    remark: ({ reason }) => remarks.push(reason),
  })
  return { records: told, remarks, short: told.map(({ at, name }) => `${at} ${name.slice(7)}`) }
}

test('closing what is resolved is no second resolution; closing an open ticket is one', () => {
  expect(tell([1, received], [2, resolved], [9, closed]).short).toEqual([
    '1 received',
    '2 resolved',
  ])
  expect(tell([1, received], [2, open], [9, closed]).short).toEqual(['1 received', '9 resolved'])
})

test.each([
  ['an agent, by role', { id: 'ada' }, 'agent'],
  ['an agent, as the record says', { kind: 'agent' as const }, 'agent'],
  ['who asked', { id: 'mia' }, 'customer'],
  ['a rule', { kind: 'system' as const }, 'customer'],
  ['somebody unknown', { id: 'bob' }, 'customer'],
  ['nobody the record names', undefined, 'customer'],
])('a reopening by %s counts as one by the %s', (_, by, kind) => {
  const { records } = tell([1, received], [2, resolved], [3, { ...open, by }])
  expect(records.at(-1)).toMatchObject({ name: 'ticket.reopened', data: { by: kind } })
})

test('whatever a void ticket came back from counts again; the last word decides', () => {
  expect(tell([1, received], [2, gone]).short).toEqual(['1 received', '2 voided'])
  expect(tell([1, received], [2, gone], [3, open], [4, resolved]).short).toEqual([
    '1 received',
    '4 resolved',
  ])
  expect(tell([1, received], [2, resolved], [3, gone], [4, gone]).short.at(-1)).toBe('3 voided')
})

test('a rating belongs to the resolution before it, and asks are counted once', () => {
  const up: Step = { kind: 'rated', value: 'up' }
  const told = tell([1, received], [2, resolved], [3, { kind: 'asked' }], [4, up], [5, up])
  expect(told.short).toEqual(['1 received', '2 resolved', '3 requested', '4 given', '5 given'])
  expect(tell([1, received], [2, up], [3, resolved]).remarks).toEqual(['rating-without-resolution'])
})

test('what is said twice happened once', () => {
  const twice = tell([1, received], [2, resolved], [2, open], [2, resolved], [2, open])
  expect(twice.short).toEqual(['1 received', '2 resolved', '2 reopened'])
})

test('the type is the one it had at first, then what it was changed to', () => {
  const asFirst: Step = { kind: 'type', type: 'incident' }
  const later: Step = { kind: 'type', type: 'question' }
  const { records } = tell([1, received], [1, asFirst], [4, later], [5, resolved])
  expect(records.map(({ data }) => (data as { type?: string }).type)).toEqual([
    'incident',
    'question',
    'question',
  ])
})

test('a history that begins with the closing gets its resolution from the vendor’s time', () => {
  const late: Step = { kind: 'status', from: 'resolved', to: 'closed' }
  const now = { ...snapshot, status: 'closed' as const, resolvedAt: 40 }
  const told = tell([1, received], [90, late], [90, now])
  expect(told.short).toEqual(['1 received', '40 resolved'])
  expect(told.remarks).toEqual(['history-begins-late'])
})

test('a reopening whose resolution is not in the history is left out, and said', () => {
  const late: Step = { kind: 'status', from: 'resolved', to: 'open' }
  const told = tell([1, received], [90, late])
  expect(told.short).toEqual(['1 received'])
  expect(told.remarks).toEqual(['history-begins-late'])
})

test('a history that ends too early is completed by what the desk shows, and said', () => {
  const now = { ...snapshot, status: 'resolved' as const, resolvedAt: 40 }
  const told = tell([1, received], [2, open], [50, now])
  expect(told.short).toEqual(['1 received', '40 resolved'])
  expect(told.remarks).toEqual(['history-incomplete'])
  const unknown = tell([1, received], [2, open], [50, { ...now, resolvedAt: null }])
  expect(unknown).toMatchObject({ short: ['1 received'], remarks: ['history-incomplete'] })
})

test('without a history, counts become as many resolutions, teams and reopens, labelled', () => {
  const now = {
    ...snapshot,
    status: 'closed' as const,
    resolvedAt: 100,
    reopens: 1,
    teams: 2,
    team: 'B',
  }
  const told = tell([10, received], [120, now])
  expect(told.short).toEqual([
    '10 received',
    '10 line_changed',
    '40 resolved',
    '70 reopened',
    '100 resolved',
  ])
  expect(told.remarks).toEqual(['estimated-history'])
  expect(told.records[0]?.data).toMatchObject({ team: '(another team)' })
})

test('counts that come apart from the ticket complete it', () => {
  const counts: Step = { kind: 'counts', resolvedAt: 60, reopens: 0, teams: 1 }
  const now = { ...snapshot, status: 'resolved' as const }
  expect(tell([10, received], [70, now], [80, counts]).short).toEqual([
    '10 received',
    '60 resolved',
  ])
})

test('a follow-up of a closed ticket is a repeat contact of it', () => {
  const { records } = tell([5, { ...received, followsUp: '41' }])
  expect(records[1]).toMatchObject({ at: 5, name: 'ticket.repeat_linked', data: { of: '41' } })
})

test('events of a ticket that is not in the export itself still tell, and it is said', () => {
  const told = tell([3, open], [4, resolved])
  expect(told).toMatchObject({ short: ['3 received', '4 resolved'], remarks: ['no-ticket-record'] })
})
