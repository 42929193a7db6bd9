import { permissionsOf } from '@firstline/contract/permissions'
import type { Me } from '@firstline/contract/team'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { createQueryClient } from '#web/app/query-client.ts'
import { belongToNobody } from '#web/ui/own-storage.ts'
import { deskSetup } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'
import { SessionDialog } from './SessionDialog.tsx'
import { endSession, resumeSession } from './session.ts'

beforeEach(() => vi.unstubAllGlobals())
afterEach(() => {
  act(() => resumeSession())
  belongToNobody()
})

const ada = someone('018f0000-0000-7000-8000-000000000001', 'Ada')

function someone(id: string, name: string): Me {
  const permissions = [...permissionsOf.agent]
  const email = `${name.toLowerCase()}@acme.test`
  return { id, name, email, role: 'agent', line: 'L1', permissions, confined: null }
}

/** Ada's page, whose session has ended; somebody signs in on top of it. */
async function signInOnTop(as: Me) {
  let me = ada
  serve({
    'GET /api/me': () => ({ body: me }),
    'GET /api/setup': {
      body: deskSetup,
    },
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
  const startAnew = await signInOnTop(someone('018f0000-0000-7000-8000-000000000002', 'Emil'))
  await waitFor(() => expect(startAnew).toHaveBeenCalledOnce())
  expect(screen.getByRole('dialog')).toBeTruthy()
})
