import { permissionsOf } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const lena = { kind: 'person', id: '018f0000-0000-7000-8000-000000000001', name: 'Lena Lead' }
const entry = (id: string, name: string, data: object, isSealed = true) => ({
  id,
  at: '2026-03-02T12:00:00.123456Z',
  name,
  actor: lena,
  ticket: null,
  account: null,
  data,
  isSealed,
})
const stopped = { action: 'export.requeue', reason: 'The exports are down' }
const state = {
  sealed: {
    number: 3,
    events: 120,
    at: '2026-03-02T11:58:00Z',
    publicKey: 'MCowBQYDK2VwAyEA',
    keyId: '634643594505c9f4',
  },
  unsealed: 1,
  oldestUnsealedAt: '2026-03-02T12:00:00Z',
  heldBackSince: null,
  anchors: [],
  lastCheck: null,
}

function open(answers: Parameters<typeof serve>[0] = {}) {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  const server = serve({
    'GET /api/me': {
      body: {
        ...lena,
        email: 'lena@x.test',
        role: 'lead',
        line: 'L1',
        permissions: [...permissionsOf.lead],
        confined: null,
      },
    },
    'GET /api/people': {
      body: { items: [{ ...lena, email: 'lena@x.test', role: 'lead', line: 'L1' }] },
    },
    'GET /api/record': { body: state },
    'GET /api/record/events': {
      body: {
        items: [
          entry('9', 'action.stopped', stopped, false),
          entry('8', 'account.unmasked', { source: 'users.list', reason: 'They asked' }),
        ],
        next: null,
      },
    },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: ['/record'] })} />)
  return server
}

test('the record says who did what, what is sealed, and gives a proof of each entry', async () => {
  open()
  await screen.findByText(/Lena Lead stopped export.requeue: “The exports are down”/)
  expect(screen.getByText('Unmasked data of the account')).toBeTruthy()
  expect(screen.getByText('Not sealed yet', { selector: 'li *' })).toBeTruthy()
  expect(screen.getByText('120 events in 3 seals', { exact: false })).toBeTruthy()
  const proof = screen.getByRole('link', { name: 'Proof of event 8' })
  expect(proof.getAttribute('href')).toBe('/api/record/events/8/proof')
})

test('a filter asks the server, and stands in the export', async () => {
  const { asked } = open()
  const goTo = vi.fn()
  vi.stubGlobal('location', Object.create(window.location, { assign: { value: goTo } }))
  await userEvent.click(await screen.findByRole('button', { name: /All\s*About/ }))
  await userEvent.click(screen.getByRole('option', { name: 'Actions' }))
  await waitFor(() => expect(asked.at(-1)).toContain('GET /api/record/events?kind=action'))
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'CSV' }))
  expect(goTo).toHaveBeenCalledWith('/api/record/export?kind=action&format=csv')
})

test('a record that cannot be read says so, beside its seal', async () => {
  open({ 'GET /api/record/events': problem(503, 'database.unavailable') })
  expect(await screen.findByText('The database does not answer.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Verify now' })).toBeTruthy()
})
