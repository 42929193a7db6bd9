import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { createQueryClient } from '#web/app/query-client.ts'
import { belongToNobody } from '#web/own-storage.ts'
import { serve } from '#web/testing/server.ts'
import { SessionDialog } from './SessionDialog.tsx'
import { endSession, resumeSession } from './session.ts'

beforeEach(() => vi.unstubAllGlobals())
afterEach(() => {
  act(() => resumeSession())
  belongToNobody()
})

const ada = { id: 'ada', name: 'Ada' }

/** Ada's page, whose session has ended; somebody signs in on top of it. */
async function signInOnTop(as: { id: string; name: string }) {
  let me = ada
  serve({
    'GET /api/me': () => ({ body: me }),
    'GET /api/setup': { body: { name: 'Acme', demoSignIns: [], demoUrl: null } },
    'POST /api/auth/sign-in/email': () => {
      me = as
      return { body: {} }
    },
  })
  const startAnew = vi.fn<() => void>()
  const client = createQueryClient(startAnew)
  await client.fetchQuery(apiQuery('getMe'))
  render(
    <QueryClientProvider client={client}>
      <SessionDialog />
    </QueryClientProvider>,
  )
  act(() => endSession())
  await userEvent.type(await screen.findByLabelText('Email'), 'somebody@acme.test')
  await userEvent.type(screen.getByLabelText('Password'), 'gravel otter hymn')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  return startAnew
}

test('who signs in again goes on where they were', async () => {
  const startAnew = await signInOnTop(ada)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(startAnew).not.toHaveBeenCalled()
})

test('another person is led to a page of their own, and does not see this one', async () => {
  const startAnew = await signInOnTop({ id: 'emil', name: 'Emil' })
  await waitFor(() => expect(startAnew).toHaveBeenCalledOnce())
  expect(screen.getByRole('dialog')).toBeTruthy()
})
