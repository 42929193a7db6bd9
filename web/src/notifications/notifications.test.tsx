import { permissionsOf } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
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

const id = '018f0000-0000-7000-8000-0000000000b1'
const entry = {
  id,
  kind: 'mentioned',
  ticket: { id: '018f0000-0000-7000-8000-0000000000b2', number: 12, subject: 'No export' },
  escalationId: null,
  event: 'note.added',
  by: { kind: 'person', id: '018f0000-0000-7000-8000-0000000000b3', name: 'Emil' },
  at: '2026-03-02T12:00:00Z',
  count: 3,
  excerpt: 'Can you look?',
  isRead: false,
} as const

function open(path: string, answers: Parameters<typeof serve>[0]) {
  const served = serve({
    'GET /api/me': {
      body: {
        id: newId(),
        name: 'Ada Agent',
        email: 'ada@acme.test',
        role: 'agent',
        line: 'L1',
        permissions: [...permissionsOf.agent],
        confined: null,
      },
    },
    'GET /api/notifications': { body: { items: [entry], next: null, unread: 1 } },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: [path] })} />)
  return served
}

test('an entry says who did what where, and how often; opening it marks it as read', async () => {
  const { asked } = open('/notifications', {
    [`PUT /api/notifications/${id}/reading`]: { body: { ...entry, isRead: true } },
  })
  const link = await screen.findByRole('link', { name: /Emil named you in a note/ })
  expect(link.textContent).toContain('Emil named you in a note · 3 times')
  expect(link.textContent).toContain('#12 No export')
  expect(link.textContent).toContain('“Can you look?”')
  await userEvent.click(link)
  await waitFor(() => expect(asked).toContain(`PUT /api/notifications/${id}/reading`))
})

test('all are marked as read, and the notice takes it back', async () => {
  const readingId = '018f0000-0000-7000-8000-0000000000b4'
  const { asked } = open('/notifications', {
    'POST /api/notification-readings': { body: { readingId, count: 1 } },
    [`DELETE /api/notification-readings/${readingId}`]: { body: { count: 1 } },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(asked).toContain(`DELETE /api/notification-readings/${readingId}`))
})

test('an empty inbox says what will come, and the count at its sign is gone', async () => {
  open('/notifications', {
    'GET /api/notifications': { body: { items: [], next: null, unread: 0 } },
  })
  expect(await screen.findByText(/What comes here: who names you in a note/)).toBeTruthy()
  expect(screen.queryByText(/^\d+ unread$/)).toBeNull()
})

test('a kind is switched off for oneself', async () => {
  const kinds = (isOn: boolean) => ({ items: [{ kind: 'mentioned' as const, isOn }] })
  let isOn = true
  open('/notifications?show=kinds', {
    'GET /api/notification-kinds': () => ({ body: kinds(isOn) }),
    'PUT /api/notification-kinds/mentioned': () => {
      isOn = false
      return { body: kinds(isOn) }
    },
  })
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /names me in a note/ })
  expect(box.checked).toBe(true)
  await userEvent.click(box)
  await waitFor(() => expect(box.checked).toBe(false))
})
