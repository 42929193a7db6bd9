import type { Ticket } from '@firstline/contract/tickets'
import { expect, test, vi } from 'vitest'
import { aTicket, newId } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'
import {
  assigning,
  prioritising,
  snoozing,
  tagging,
  typing,
  voiding,
  waking,
} from './bulk-change.ts'
import type { BulkChange } from './bulk-change.ts'

const id = newId()
const ticket = (overrides: Partial<Ticket> = {}) => aTicket({ id, ...overrides })
const maria = { id: newId(), name: 'Maria' }
const lena = { id: newId(), name: 'Lena' }
const snoozed = (at: string, until: string | null) => ({ at, until, run: null, by: 'Ada' })
const later = '2126-03-02T12:00:00.000Z'
const past = '2026-03-01T12:00:00.000Z'

/** @returns "METHOD rest of the path", body and what was seen of each request */
function watch(after: Ticket) {
  const path = `/api/tickets/${id}`
  serve({
    [`PUT ${path}/assignee`]: { body: after },
    [`PUT ${path}/priority`]: { body: after },
    [`PUT ${path}/type`]: { body: after },
    [`PATCH ${path}/tags`]: { body: after },
    [`PUT ${path}/snooze`]: { body: after },
    [`DELETE ${path}/snooze`]: { body: after },
    [`POST ${path}/voiding`]: { body: after },
    [`POST ${path}/reopening`]: { body: { ...after, takenBack: null } },
  })
  const sent: [string, unknown, string | null][] = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, request: RequestInit = {}) => {
    const { method = 'GET', body, headers } = request
    const said: unknown = body ? JSON.parse(String(body)) : null
    const seen = new Headers(headers).get('seen-event')
    sent.push([`${method} ${url.slice(path.length + 1)}`, said, seen])
    return fetch(url, request)
  })
  return sent
}

type Case = [
  string,
  {
    change: BulkChange
    before: Ticket
    after: Ticket
    sent: [string, unknown]
    back: [string, unknown]
  },
]

const cases: Case[] = [
  [
    'to a person',
    {
      change: assigning(maria.id, ''),
      before: ticket({ assignee: lena }),
      after: ticket({ assignee: maria }),
      sent: ['PUT assignee', { personId: maria.id }],
      back: ['PUT assignee', { personId: lena.id }],
    },
  ],
  [
    'to nobody',
    {
      change: assigning(null, ''),
      before: ticket({ assignee: lena }),
      after: ticket({ assignee: null }),
      sent: ['PUT assignee', { personId: null }],
      back: ['PUT assignee', { personId: lena.id }],
    },
  ],
  [
    'a priority',
    {
      change: prioritising('high', ''),
      before: ticket({ priority: 'low' }),
      after: ticket({ priority: 'high' }),
      sent: ['PUT priority', { priority: 'high' }],
      back: ['PUT priority', { priority: 'low' }],
    },
  ],
  [
    'a type',
    {
      change: typing('how-to', ''),
      before: ticket({ type: 'reports' }),
      after: ticket({ type: 'how-to' }),
      sent: ['PUT type', { type: 'how-to' }],
      back: ['PUT type', { type: 'reports' }],
    },
  ],
  [
    'tags, of which one was there and a colleague has put on another',
    {
      change: tagging({ add: ['beta', 'NEW'], remove: ['old', 'gone'] }, ''),
      before: ticket({ tags: ['Beta', 'old'] }),
      after: ticket({ tags: ['Beta', 'of a colleague', 'new'] }),
      sent: ['PATCH tags', { add: ['beta', 'NEW'], remove: ['old', 'gone'] }],
      back: ['PATCH tags', { add: ['old'], remove: ['new'] }],
    },
  ],
  [
    'snoozed',
    {
      change: snoozing(new Date(later), ''),
      before: ticket(),
      after: ticket({ snoozed: snoozed('2026-03-02T12:00:00.000Z', later) }),
      sent: ['PUT snooze', { until: later, run: null }],
      back: ['DELETE snooze', null],
    },
  ],
  [
    'snoozed until another time',
    {
      change: snoozing(null, ''),
      before: ticket({ snoozed: snoozed(past, later) }),
      after: ticket({ snoozed: snoozed('2026-03-02T12:00:00.000Z', null) }),
      sent: ['PUT snooze', { until: null, run: null }],
      back: ['PUT snooze', { until: later, run: null }],
    },
  ],
  [
    'snoozed, where the time chosen before has come',
    {
      change: snoozing(null, ''),
      before: ticket({ snoozed: snoozed(past, past) }),
      after: ticket({ snoozed: snoozed('2026-03-02T12:00:00.000Z', null) }),
      sent: ['PUT snooze', { until: null, run: null }],
      back: ['DELETE snooze', null],
    },
  ],
  [
    'brought back',
    {
      change: waking(''),
      before: ticket({ snoozed: snoozed(past, null) }),
      after: ticket(),
      sent: ['DELETE snooze', null],
      back: ['PUT snooze', { until: null, run: null }],
    },
  ],
  [
    'set aside',
    {
      change: voiding('spam', '', 'By mistake'),
      before: ticket(),
      after: ticket({ state: 'void', voidReason: 'spam' }),
      sent: ['POST voiding', { reason: 'spam' }],
      back: ['POST reopening', { cause: 'By mistake' }],
    },
  ],
]

test.each(cases)('%s: sent, and taken back to what it was', async (name, each) => {
  const { change, before, after } = each
  const sent = watch(after)
  await change.send(id, { seen: '7' })
  const back = change.back(before, after)
  if (typeof back === 'string') throw new Error(back)
  await back({ seen: '8' })
  expect(sent.map(([what, body]) => [what, body])).toEqual([each.sent, each.back])
  // one of those that ask what was seen; tags and waking do not
  if (name.startsWith('to ')) expect(sent.map(([, , seen]) => seen)).toEqual(['7', '8'])
  expect(change.isStill(after, after, before)).toBe(true)
  expect(change.isStill(before, after, before)).toBe(false)
})

test('no verb leads back to no type, nor to what was resolved', () => {
  expect(typing('how-to', '').back(ticket({ type: null }), ticket())).toBe('hadNoType')
  const before = ticket({ state: 'resolved' })
  expect(voiding('spam', '', '').back(before, ticket())).toBe('wasResolved')
})
