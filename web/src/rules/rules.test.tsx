import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { newId } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.stubGlobal('EventSource', ScriptedEventSource)
})

const ticket = { id: newId(), number: 1042, subject: 'Invoice 2291' }
const rule = {
  id: 'invoices',
  title: 'Questions about invoices',
  file: 'rules/invoices.yaml',
  source: 'apiVersion: firstline/v1\n',
  isDraft: false,
  when: ['ticket.received', 'message.received'],
  waitedSeconds: 4 * 3_600,
  condition: "ticket.subject.contains('invoice')",
  effects: [
    { effect: 'priority', to: 'high' },
    { effect: 'tag', to: 'billing' },
  ],
  isEveryTime: false,
  perHour: 100,
  actedInWeek: 3,
  lastActedAt: '2026-03-02T12:00:00Z',
  stop: null,
} as const
const firing = {
  id: newId(),
  at: '2026-03-02T12:00:00Z',
  ticket,
  event: 'ticket.received',
  did: [{ effect: 'tag', to: 'billing' }],
  left: [{ effect: 'priority', to: 'high', because: 'changed_meanwhile' }],
} as const

function open(path: string, answers: Parameters<typeof serve>[0], role: Role = 'lead') {
  const served = serve({
    'GET /api/me': {
      body: {
        id: newId(),
        name: 'Lena Lead',
        email: 'lena@acme.test',
        role,
        line: 'L1',
        permissions: [...permissionsOf[role]],
        confined: null,
      },
    },
    'GET /api/rules': { body: { items: [rule], stop: null } },
    'GET /api/rules/invoices': { body: { rule, stop: null } },
    'GET /api/rules/invoices/firings': { body: { items: [firing], next: null } },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: [path] })} />)
  return served
}

test('the list says what each does, and how often; it is switched off with a reason', async () => {
  const { asked } = open('/rules', {
    'POST /api/rule-stops': {
      body: {
        stop: {
          by: { kind: 'person', id: newId(), name: 'Lena Lead' },
          at: '2026-03-02T12:00:00Z',
          reason: 'A campaign is on',
          because: 'person',
        },
      },
    },
  })
  const row = await screen.findByRole('article', { name: rule.title })
  expect(within(row).getByText('set the priority: high · put on the tag “billing”')).toBeTruthy()
  expect(within(row).getByText(/Acted 3 times in 7 days/)).toBeTruthy()
  await userEvent.click(within(row).getByRole('button', { name: /Switch off/ }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox'), 'A campaign is on')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Switch off' }))
  expect(asked).toContain('POST /api/rule-stops')
})

test('an engineer sees rules, and switches none', async () => {
  open('/rules', {}, 'engineer')
  await screen.findByRole('article', { name: rule.title })
  expect(screen.queryByRole('button', { name: /Switch off/ })).toBeNull()
})

test('a rule is told in words, with what it did and left', async () => {
  open('/rules/invoices', {})
  expect(
    await screen.findByText(
      /a ticket is opened or the customer writes again, and the customer still waits 4 hours later/,
    ),
  ).toBeTruthy()
  expect(screen.getByText(rule.condition)).toBeTruthy()
  expect(
    await screen.findByText(/Left: set the priority: high – somebody, or a rule before it/),
  ).toBeTruthy()
})

test('a trial says what it would have touched, and of a wrong text each line', async () => {
  open('/rules/invoices', {
    'POST /api/rule-trials': {
      body: {
        rule: { id: rule.id, title: rule.title },
        tickets: 100,
        withEvent: 90,
        holds: 2,
        touched: 1,
        items: [
          { ticket, changes: [{ effect: 'tag', to: 'billing' }] },
          { ticket: { ...ticket, id: newId(), number: 7 }, changes: [] },
        ],
      },
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: /Try on the newest 100/ }))
  expect(await screen.findByText('Would have touched 1 ticket')).toBeTruthy()
  const list = screen.getByRole('list', { name: 'Tickets of which the condition is true' })
  expect(within(list).getByText('put on the tag “billing”')).toBeTruthy()
  expect(within(list).getByText('is so already')).toBeTruthy()
})

test('faults of a text are named by line', async () => {
  open('/rules/invoices', {
    'POST /api/rule-trials': {
      status: 400,
      body: {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        reason: 'rule.not-readable',
        detail: 'This is no rule that could act; each fault is named',
        errors: [{ path: '6', message: '“ticket” has no field “subjct” (subject)' }],
      },
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: /Try on the newest 100/ }))
  expect(await screen.findByText(/Line 6: “ticket” has no field “subjct”/)).toBeTruthy()
})

test('where there is none the page says what to do', async () => {
  open('/rules', { 'GET /api/rules': { body: { items: [], stop: null } } })
  expect(await screen.findByText(/No rules yet/)).toBeTruthy()
})

test('what a rule that stopped by itself has done is said', async () => {
  const stop = {
    by: { kind: 'system', id: 'rule:invoices', name: 'Rule invoices' },
    at: '2026-03-02T12:00:00Z',
    reason: '',
    because: 'loop',
  } as const
  open('/rules', { 'GET /api/rules': { body: { items: [{ ...rule, stop }], stop: null } } })
  expect(await screen.findByText(/acted ten times on one ticket/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /Switch on/ })).toBeTruthy()
})
