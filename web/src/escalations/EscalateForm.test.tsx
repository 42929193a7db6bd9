import { ProblemError } from '@firstline/contract/client'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aRun, aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { EscalateForm } from './EscalateForm.tsx'

beforeEach(() => {
  vi.unstubAllGlobals()
  const counts = { open: 0, returned: 0, draft: 0, closed: 0 }
  serve({ 'GET /api/escalations': { body: { items: [], next: null, counts } } })
})

const outcome = {
  cause: 'not-sent',
  explanation: '',
  say: null,
  reply: null,
  actions: [],
  escalation: {
    name: 'completed-no-mail',
    to: 'platform',
    because: 'job completed but no email was sent',
    identifiers: [
      { name: 'exp.id', value: 'exp_8fk2aaaa' },
      { name: 'exp.trace_id', value: null },
    ],
  },
}

function show(run: ReturnType<typeof aRun> | null, error: Error | null = null) {
  const onEscalate = vi.fn()
  renderSignedIn(
    <EscalateForm
      ticket={aTicket()}
      run={run}
      isPending={false}
      error={error}
      failure={undefined}
      onCancel={() => {}}
      onEscalate={onEscalate}
      onKeep={() => {}}
    />,
  )
  return onEscalate
}

test("the runbook's identifiers are filled in; a missing one has to be looked up", async () => {
  const run = aRun({ state: 'cause_found', outcome })
  const onEscalate = show(run)
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Hand over' })
  expect(screen.getByLabelText<HTMLInputElement>('exp.id').value).toBe('exp_8fk2aaaa')
  await userEvent.click(confirm)
  expect(onEscalate).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByLabelText('exp.trace_id'))
  await write(screen.getByLabelText('exp.trace_id'), 'abc')
  await userEvent.click(confirm)
  const input = {
    to: 'platform',
    because: 'job completed but no email was sent',
    identifiers: { 'exp.id': 'exp_8fk2aaaa', 'exp.trace_id': 'abc' },
    note: '',
    runbookRunId: run.id,
  }
  expect(onEscalate).toHaveBeenCalledWith(input, undefined, expect.any(Function))
})

test('what came while it was written is shown, and it goes only when asked', async () => {
  const by = { kind: 'person' as const, id: 'maria', name: 'Maria' }
  const note = { id: '77', at: '2026-03-02T12:00:00Z', name: 'note.added', by, text: 'Not yet' }
  const refusal = new ProblemError({
    type: 'about:blank',
    title: 'In conflict',
    status: 409,
    reason: 'ticket.changed-meanwhile',
    newer: [note],
  })
  const onEscalate = show(null, refusal)
  expect(screen.getByRole('alert').textContent).toContain('Not yet')
  await write(screen.getByRole('combobox', { name: 'Team' }), 'platform')
  await write(screen.getByLabelText('Because'), 'Exports end empty')
  await write(screen.getByLabelText('Note'), 'Tried another browser')
  await userEvent.click(screen.getByRole('button', { name: 'Escalate anyway' }))
  expect(onEscalate).toHaveBeenCalledWith(expect.anything(), '77', expect.any(Function))
})

test('without a runbook a team, a reason and a note are needed', async () => {
  const onEscalate = show(null)
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Hand over' })
  await write(screen.getByRole('combobox', { name: 'Team' }), 'platform')
  await write(screen.getByLabelText('Because'), 'Exports end empty')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onEscalate).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByLabelText('Note'))
  await write(screen.getByLabelText('Note'), 'Tried another browser')
  await userEvent.click(confirm)
  expect(onEscalate).toHaveBeenCalledTimes(1)
})

/** At once: letter by letter takes seconds on a busy machine. */
async function write(field: HTMLElement, text: string) {
  await userEvent.click(field)
  await userEvent.paste(text)
}
