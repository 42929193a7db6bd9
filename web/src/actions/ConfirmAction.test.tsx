import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { anActionRun, aPreview, aProject, newId } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { ConfirmAction } from './ConfirmAction.tsx'

beforeEach(() => vi.unstubAllGlobals())

function confirming(ticketId: string) {
  const onRun = vi.fn()
  const input = { export_id: 'exp_8fk2aaaa' }
  const intent = { action: 'export.requeue', title: 'Requeue a failed export', input }
  renderSignedIn(
    <ConfirmAction ticketId={ticketId} intent={intent} onClose={() => {}} onRun={onRun} />,
  )
  return onRun
}

test('nothing runs before a reason is given; then exactly this preview does', async () => {
  const ticketId = newId()
  const run = anActionRun({ ticketId })
  serve({
    [`POST /api/tickets/${ticketId}/action-previews`]: { body: aPreview() },
    [`POST /api/tickets/${ticketId}/action-runs`]: { body: run },
  })
  const onRun = confirming(ticketId)
  const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: 'Confirm' })
  await userEvent.click(confirm)
  expect(screen.getByText('This is needed.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Reason'))
  expect(onRun).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('Reason'), 'It timed out')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onRun).toHaveBeenCalledWith(run))
})

test('a condition that holds is said in the words of its file, its formula on demand', async () => {
  const ticketId = newId()
  const [guard] = aPreview().guards
  const guards = [{ ...guard!, holds: 'The export has failed' }]
  serve({ [`POST /api/tickets/${ticketId}/action-previews`]: { body: aPreview({ guards }) } })
  confirming(ticketId)
  expect(await screen.findByText('The export has failed')).toBeTruthy()
  const formula = screen.getByText("exp.status == 'failed'")
  expect(formula.closest('details')?.open).toBe(false)
})

test('a refused condition is said, and there is nothing to confirm', async () => {
  const ticketId = newId()
  const preview = aPreview({ isRunnable: false, token: null, expiresAt: null })
  const guards = preview.guards.map((guard) => ({ ...guard, isPassed: false }))
  serve({ [`POST /api/tickets/${ticketId}/action-previews`]: { body: { ...preview, guards } } })
  confirming(ticketId)
  expect(await screen.findByText('Only a failed export can be requeued')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull()
})

test('when the system changed meanwhile, nothing is done and the difference is shown', async () => {
  const ticketId = newId()
  const { answers } = serve({
    [`POST /api/tickets/${ticketId}/action-previews`]: { body: aPreview() },
    [`POST /api/tickets/${ticketId}/action-runs`]: problem(409, 'action.preview-stale'),
    'GET /api/project': { body: aProject() },
  })
  const onRun = confirming(ticketId)
  await userEvent.type(await screen.findByLabelText('Reason'), 'It timed out')
  const [read] = aPreview().reads
  answers[`POST /api/tickets/${ticketId}/action-previews`] = {
    body: aPreview({ token: 'another-token', reads: [{ ...read!, row: { status: 'running' } }] }),
  }
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('One export: Status failed → running')
  expect(onRun).not.toHaveBeenCalled()
})

test('of a chain every step is shown as it will be sent', async () => {
  const ticketId = newId()
  const { request, verify, undo } = aPreview()
  const step = { request, verify, undo }
  const steps = [
    { ...step, id: 'cancel', title: 'Cancel it', dependsOn: [] },
    { ...step, id: 'refund', title: 'Refund it', dependsOn: ['cancel.answer.id'] },
  ]
  serve({ [`POST /api/tickets/${ticketId}/action-previews`]: { body: aPreview({ steps }) } })
  confirming(ticketId)
  const items = (await screen.findByText('Cancel it')).closest('ol')?.children
  expect(items).toHaveLength(2)
  expect(items?.[0]?.textContent).toContain('POST http://acme.test/requeue')
  expect(items?.[1]?.textContent).toContain('Known only when it is sent: cancel.answer.id')
})
