import type { PanelAnswer } from '@firstline/contract/accounts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { AccountPanels } from './AccountPanels.tsx'

beforeEach(() => vi.unstubAllGlobals())

const users: PanelAnswer = {
  source: 'users',
  title: 'Users',
  isSingle: false,
  columns: [
    { field: 'name', title: 'Name', as: 'text', isMasked: false },
    { field: 'email', title: 'Email', as: 'text', isMasked: true },
  ],
  rows: [{ name: 'Dana', email: 'd•••@northwind.test' }],
  isTruncated: false,
  emptyText: '',
  fetchedAt: new Date().toISOString(),
  durationMs: 3,
}

function show(ticketId: string) {
  const server = serve({
    [`GET /api/tickets/${ticketId}/panels`]: {
      body: {
        account: { id: newId(), externalId: 'acc_1', name: 'Northwind', domain: null },
        panels: [
          { source: 'users', title: 'Users', isSingle: false },
          { source: 'exports', title: 'Exports', isSingle: false },
        ],
      },
    },
    [`GET /api/tickets/${ticketId}/panels/users`]: { body: users },
    [`GET /api/tickets/${ticketId}/panels/exports`]: problem(503, 'source.timeout'),
  })
  renderSignedIn(<AccountPanels ticketId={ticketId} />)
  return server
}

test('a source that fails says so in its own panel and leaves the others alone', async () => {
  show(newId())
  const exports = await screen.findByRole('region', { name: /Exports/ })
  expect(await within(exports).findByRole('alert')).toBeTruthy()
  expect(within(exports).getByRole('button', { name: 'Try again' })).toBeTruthy()
  expect(await screen.findByText('Dana')).toBeTruthy()
})

test('masked values are shown only for a reason, and are covered again', async () => {
  const ticketId = newId()
  const { answers, asked } = show(ticketId)
  expect(await screen.findByText('d•••@northwind.test')).toBeTruthy()
  answers[`POST /api/tickets/${ticketId}/panels/users/unmasking`] = {
    body: {
      ...users,
      columns: users.columns.map((column) => ({ ...column, isMasked: false })),
      rows: [{ name: 'Dana', email: 'dana@northwind.test' }],
    },
  }
  await userEvent.click(screen.getByRole('button', { name: 'Unmask …' }))
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Unmask' })
  await userEvent.click(confirm)
  expect(asked).not.toContain(`POST /api/tickets/${ticketId}/panels/users/unmasking`)
  await userEvent.type(screen.getByLabelText('Reason'), 'Customer asks which address')
  await userEvent.click(confirm)
  expect(await screen.findByText('dana@northwind.test')).toBeTruthy()
  expect(asked).toContain(`POST /api/tickets/${ticketId}/panels/users/unmasking`)
  await userEvent.click(screen.getByRole('button', { name: 'Mask again' }))
  expect(screen.queryByText('dana@northwind.test')).toBeNull()
})
