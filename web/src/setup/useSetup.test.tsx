import type { SetupState, SetupSteps } from '@firstline/contract/setup'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { useIsSetUpLeft } from './useSetup.ts'

const { queryKey } = apiQuery('listSetupSteps')

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

function Rail() {
  return <p>{useIsSetUpLeft() ? 'something is left' : 'nothing is left'}</p>
}

test('is asked about while something is left, and for no ticket that comes once nothing is', async () => {
  const { asked } = serve({ 'GET /api/setup/steps': { body: stepsWith('open') } })
  const { queryClient } = renderSignedIn(<Rail />, 'admin')
  expect(await screen.findByText('something is left')).toBeTruthy()
  await readAgain(queryClient, { queryKey })
  expect(asked).toHaveLength(2)
  queryClient.setQueryData(queryKey, stepsWith('done'))
  await waitFor(() => expect(screen.getByText('nothing is left')).toBeTruthy())
  await readAgain(queryClient, { queryKey })
  expect(asked).toHaveLength(2)
})
