import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aPreview, newId } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ActionSheet } from './ActionSheet.tsx'

beforeEach(() => vi.unstubAllGlobals())

const correct = {
  id: 'order.correct',
  title: 'Correct an address',
  version: 1,
  tier: 'safe',
  input: {
    type: 'object',
    required: ['order_id', 'street', 'city'],
    properties: {
      order_id: { type: 'string', title: 'Order' },
      street: { type: 'string', title: 'Street' },
      city: { type: 'string', title: 'City' },
    },
  },
  picks: [{ field: 'order_id', title: 'Order', source: 'orders.recent', column: 'id' }],
  needsReason: false,
  undo: { none: 'a test that needs none' },
  blocked: null,
}

test('what a runbook knows is filled in, and what only the agent knows is asked for', async () => {
  const ticketId = newId()
  const preview = `POST /api/tickets/${ticketId}/action-previews`
  const { asked } = serve({
    [`GET /api/tickets/${ticketId}/actions`]: { body: { items: [correct] } },
    [`GET /api/tickets/${ticketId}/actions/order.correct/choices/order_id`]: {
      body: {
        items: [
          { value: 'ord_1', row: {} },
          { value: 'ord_2', row: {} },
        ],
        isTruncated: false,
        fetchedAt: '2026-03-02T12:00:00Z',
      },
    },
    [preview]: { body: aPreview() },
  })
  const sent = vi.fn(globalThis.fetch)
  vi.stubGlobal('fetch', sent)
  const given = { order_id: 'ord_2', street: 'Main Street 5' }
  const intent = { action: 'order.correct', title: 'Correct an address', input: null, given }
  renderSignedIn(
    <ActionSheet ticketId={ticketId} intent={intent} onClose={() => {}} onRun={() => {}} />,
  )
  expect(await screen.findByRole('radio', { name: /ord_2/, checked: true })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/Street/).value).toBe('Main Street 5')
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  expect(asked).not.toContain(preview)
  await userEvent.type(screen.getByLabelText(/City/), 'Rome')
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  const wish = { action: 'order.correct', input: { ...given, city: 'Rome' } }
  await waitFor(() => expect(asked).toContain(preview))
  const posted = sent.mock.calls.findLast(([, request]) => request?.method === 'POST')
  expect(JSON.parse(String(posted?.[1]?.body))).toEqual(wish)
})
