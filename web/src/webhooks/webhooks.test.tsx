import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor, within } from '@testing-library/react'
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

const id = '018f0000-0000-7000-8000-0000000000c1'
const webhook = {
  id,
  address: 'https://hooks.example/firstline',
  description: 'The dashboard',
  events: ['ticket.resolved'],
  isWithWords: false,
  state: 'failing',
  offBecause: null,
  failingSince: '2026-03-02T12:00:00Z',
  createdAt: '2026-03-01T12:00:00Z',
  createdBy: null,
  oldSecretUntil: null,
  lastDeliveredAt: null,
  waiting: 2,
  failed: 1,
} as const
const delivery = {
  id: '018f0000-0000-7000-8000-0000000000c2',
  messageId: 'msg_018f',
  type: 'ticket.resolved',
  event: '4711',
  state: 'failed',
  attempts: 10,
  createdAt: '2026-03-02T12:00:00Z',
  lastAttemptAt: '2026-03-02T12:00:00Z',
  nextAttemptAt: null,
  status: 503,
  durationMs: 12,
  fault: 'status',
  detail: null,
  answer: 'come back later',
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
    'GET /api/webhooks': { body: { items: [webhook] } },
    [`GET /api/webhooks/${id}/deliveries`]: { body: { items: [delivery], next: null } },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: [path] })} />)
  return served
}

test('one that is made shows its secret, this once', async () => {
  const secret = 'whsec_Zm9yIGEgdGVzdCBvbmx5LCBub3RoaW5nIGVsc2UuLi4='
  const { asked } = open('/webhooks', {
    'GET /api/webhooks': { body: { items: [] } },
    'POST /api/webhooks': { body: { id, secret, oldSecretUntil: null } },
  })
  await userEvent.click((await screen.findAllByRole('button', { name: /New webhook/ }))[0]!)
  await userEvent.click(await screen.findByLabelText('Address'))
  await userEvent.paste(webhook.address)
  await userEvent.click(screen.getByText('Create'))
  expect(await screen.findByText(secret)).toBeTruthy()
  expect(asked).toContain('POST /api/webhooks')
})

test('the list says how each goes, and what can be done with it', async () => {
  open('/webhooks', {})
  const row = await screen.findByRole('article', { name: 'The dashboard' })
  for (const words of [/Failing/, /2 wait/, /1 failed/, /Nothing delivered yet/]) {
    expect(within(row).getByText(words)).toBeTruthy()
  }
  await userEvent.click(within(row).getByRole('button', { name: 'Actions of The dashboard' }))
  expect(await screen.findByRole('menuitem', { name: 'Send a test' })).toBeTruthy()
})

test('an engineer looks, and changes nothing', async () => {
  open('/webhooks', {}, 'engineer')
  await screen.findByRole('article', { name: 'The dashboard' })
  expect(screen.queryByRole('button', { name: /New webhook|Actions of/ })).toBeNull()
})

test('a delivery is opened, read and sent again', async () => {
  const { asked } = open(`/webhooks/${id}`, {
    [`GET /api/webhook-deliveries/${delivery.id}`]: {
      body: { ...delivery, webhookId: id, body: '{"type":"ticket.resolved"}' },
    },
    [`POST /api/webhook-deliveries/${delivery.id}/resends`]: { body: {} },
  })
  await userEvent.click(await screen.findByRole('button', { name: /answered with 503/ }))
  expect(await screen.findByText('come back later')).toBeTruthy()
  expect(screen.getByText(/"type": "ticket.resolved"/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() =>
    expect(asked).toContain(`POST /api/webhook-deliveries/${delivery.id}/resends`),
  )
})

test('one without deliveries says what to do', async () => {
  open(`/webhooks/${id}`, {
    [`GET /api/webhooks/${id}/deliveries`]: { body: { items: [], next: null } },
  })
  expect(await screen.findByText(/Send a test to see/)).toBeTruthy()
})
