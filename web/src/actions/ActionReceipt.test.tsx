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

const request = { method: 'POST', url: 'shop:/orders/1/cancel', headers: {}, body: null }

test('of a chain each step says how it stands, and why one was not undone', () => {
  serve({})
  const step = {
    request: null,
    intendedAt: null,
    calledAt: null,
    finishedAt: null,
    attempts: 0,
    answer: null,
    error: null,
    verification: { cel: 'a', at: null, isTrue: null, detail: null },
    undo: { none: 'None is needed here' },
    undoneBy: null,
    undoError: null,
  }
  const undoError = { reason: 'x', detail: 'It is too late' }
  const steps = [
    { ...step, id: 'a', title: 'Cancel', state: 'undone' as const, request },
    { ...step, id: 'b', title: 'Refund', state: 'verified' as const, undoError },
    { ...step, id: 'c', title: 'Order anew', state: 'waiting' as const },
  ]
  renderSignedIn(
    <ActionReceipt run={anActionRun({ state: 'unknown', isGoingBack: true, steps })} />,
  )
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(said[0]).toMatch(/^1\.Cancel.*Undone/)
  expect(said[1]).toMatch(/^2\.Refund.*Verified.*It is too late/)
  expect(said[2]).toMatch(/^3\.Order anew.*Not sent/)
  expect(screen.getByRole('button', { name: 'Leave it as it is' })).toBeTruthy()
})
