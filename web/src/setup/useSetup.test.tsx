import type { SetupState, SetupSteps } from '@firstline/contract/setup'
import { act, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { isLeft, useSetup } from './useSetup.ts'

function stepsWith(people: SetupState): SetupSteps {
  return {
    states: {
      organisation: 'done',
      mail: 'done',
      mailbox: 'done',
      people,
      history: 'skipped',
      system: 'done',
      sample: 'done',
    },
    organisation: { hasProject: true, name: 'Acme', timeZone: 'UTC', problems: 0 },
    mail: { isConnected: true, lastTest: null },
    mailbox: { address: 'help@acme.test', smtpPort: 2525, mailboxes: [], lastMailAt: null },
    people: { count: 1 },
    history: { origins: [] },
    system: { sources: 1, answering: 1, failing: 0 },
    sample: { ticketId: null },
    hasTickets: true,
  }
}

function Page() {
  const { data } = useSetup()
  return <p>{data && (isLeft(data) ? 'something is left' : 'nothing is left')}</p>
}

test('what is left is looked for until nothing is', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { asked, answers } = serve({ 'GET /api/setup/steps': { body: stepsWith('open') } })
  renderSignedIn(<Page />, 'admin')
  await act(() => vi.advanceTimersByTimeAsync(11_000))
  expect(screen.getByText('something is left')).toBeTruthy()
  expect(asked).toHaveLength(3)
  answers['GET /api/setup/steps'] = { body: stepsWith('done') }
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(screen.getByText('nothing is left')).toBeTruthy()
  expect(asked).toHaveLength(4)
})
