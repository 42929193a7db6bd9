import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { anActionRun } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ActionReceipt } from './ActionReceipt.tsx'

beforeEach(() => vi.unstubAllGlobals())

const undo = {
  action: 'export.cancel',
  title: 'Cancel an export',
  until: new Date(Date.now() + 600_000).toISOString(),
  isOpen: true,
  runId: null,
}

test('an unknown outcome is not called a failure, and can be checked again', async () => {
  const run = anActionRun({ state: 'unknown', error: { reason: 'x', detail: 'No answer in 10 s' } })
  const { asked } = serve({ [`POST /api/action-runs/${run.id}/verification`]: { body: run } })
  renderSignedIn(<ActionReceipt run={run} />)
  expect(screen.getByText('Outcome unknown')).toBeTruthy()
  expect(screen.getByText('No answer in 10 s')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
  expect(asked).toContain(`POST /api/action-runs/${run.id}/verification`)
})

test('an action is undone with a reason, while its window is open', async () => {
  const run = anActionRun({ undo })
  const { asked } = serve({ [`POST /api/action-runs/${run.id}/undo`]: { body: run } })
  renderSignedIn(<ActionReceipt run={run} />)
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await userEvent.type(screen.getByLabelText('Reason'), 'Wrong export')
  await userEvent.click(screen.getByRole('button', { name: 'Cancel an export' }))
  expect(asked).toContain(`POST /api/action-runs/${run.id}/undo`)
})

test('after its window, or for somebody who may not act, there is no undo', () => {
  serve({})
  const over = new Date(Date.now() - 1_000).toISOString()
  const { unmount } = renderSignedIn(
    <ActionReceipt run={anActionRun({ undo: { ...undo, until: over } })} />,
  )
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  unmount()
  renderSignedIn(<ActionReceipt run={anActionRun({ undo })} />, 'auditor')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
