import type { RunbookRun } from '@firstline/contract/runbooks'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aRun, newId } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import type { RunOutlets } from './outlets.ts'
import { RunbookCard } from './RunbookCard.tsx'

beforeEach(() => vi.unstubAllGlobals())

const match = {
  runbook: { id: 'export-email', title: 'Export email not received', type: 'exports', version: 3 },
  score: 0.8,
  reasons: [{ symptom: 'export link never arrived', words: ['export', 'arrived'] }],
  learned: null,
  isSameType: true,
  isMatch: true,
}

function show(runs: RunbookRun[], ticketId = newId(), outlets: Partial<RunOutlets> = {}) {
  const server = serve({
    [`GET /api/tickets/${ticketId}/runbook-runs`]: { body: { items: runs } },
    [`GET /api/tickets/${ticketId}/runbook-matches`]: { body: { items: [match], types: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
  })
  const all: RunOutlets = {
    onAction: vi.fn(),
    onEscalate: vi.fn(),
    onInsertReply: vi.fn(),
    standingOf: () => null,
    isEscalated: false,
    ...outlets,
  }
  renderSignedIn(<RunbookCard ticketId={ticketId} isReadOnly={false} outlets={all} />)
  return { ...server, outlets: all }
}

const outcome = {
  cause: 'failed',
  explanation: 'The worker gave up.',
  say: 'Sorry for the wait.',
  reply: null,
  actions: [
    { id: 'export.requeue', title: 'Requeue', input: { export_id: 'exp_8fk2aaaa' }, open: [] },
  ],
  escalation: null,
}

test('the runbook that fits says why, and X starts it', async () => {
  const ticketId = newId()
  const { asked, answers } = show([], ticketId)
  expect(await screen.findByText(/export link never arrived/)).toBeTruthy()
  const run = aRun({ state: 'cause_found', outcome })
  answers[`POST /api/tickets/${ticketId}/runbook-runs`] = { body: run }
  answers[`GET /api/tickets/${ticketId}/runbook-runs`] = { body: { items: [run] } }
  await userEvent.keyboard('x')
  expect(await screen.findByText('Cause: failed')).toBeTruthy()
  expect(asked).toContain(`POST /api/tickets/${ticketId}/runbook-runs`)
})

test('a cause leads to its action with what the checks found', async () => {
  const { outlets } = show([aRun({ state: 'cause_found', outcome })])
  await userEvent.click(await screen.findByRole('button', { name: 'Requeue exp_8fk2aaaa' }))
  expect(outlets.onAction).toHaveBeenCalledWith(outcome.actions[0], expect.anything())
})

test('once the action is verified, Ctrl+Enter goes on to the reply', async () => {
  const standingOf = () => ({ meaning: 'held', word: 'Verified' }) as const
  const { outlets } = show([aRun({ state: 'cause_found', outcome })], newId(), { standingOf })
  await screen.findByText('Cause: failed')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(outlets.onInsertReply).toHaveBeenCalledWith('Sorry for the wait.')
})

test('a run without a clear cause says so and offers to hand it over', async () => {
  const { outlets } = show([aRun({ state: 'unclassified', matchedCauses: ['failed', 'stuck'] })])
  expect(await screen.findByText(/failed, stuck/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Hand over with these checks' }))
  expect(outlets.onEscalate).toHaveBeenCalled()
})

test("a check that did not answer says so, and never shows another state's value", async () => {
  const check = {
    name: 'exp',
    kind: 'source',
    title: 'One export',
    source: 'exports.by_id',
    ask: null,
    state: 'timed_out',
    value: null,
    at: null,
    durationMs: 15_000,
    error: 'No answer within 15 s',
    by: null,
  } as const
  show([aRun({ state: 'unclassified', checks: [check] })])
  expect(await screen.findByText('No answer within 15 s')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Run again' })).toBeTruthy()
})

test('an answer that another agent overtook is refused and said', async () => {
  const check = {
    name: 'spam',
    kind: 'ask',
    title: 'Is it in spam?',
    source: null,
    ask: { type: 'boolean', options: [] },
    state: 'open',
    value: null,
    at: null,
    durationMs: null,
    error: null,
    by: null,
  } as const
  const run = aRun({
    state: 'waiting',
    checks: [{ ...check, ask: { type: 'boolean', options: [] } }],
  })
  const { answers, asked } = show([run])
  const path = `PUT /api/runbook-runs/${run.id}/answers/spam`
  answers[path] = problem(409, 'run.changed-meanwhile')
  await userEvent.click(await screen.findByRole('button', { name: 'No' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Somebody else moved this run on',
  )
  await waitFor(() => expect(asked).toContain(path))
})
