import { permissionsOf } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const id = '018f0000-0000-7000-8000-000000000009'
const person = { id: '018f0000-0000-7000-8000-000000000001', name: 'Emil' }
const me = {
  ...person,
  email: 'emil@acme.test',
  role: 'engineer',
  line: 'L2',
  permissions: [...permissionsOf.engineer],
  confined: null,
}

const escalation = {
  id,
  state: 'open',
  ticket: {
    id: '018f0000-0000-7000-8000-000000000010',
    number: 1042,
    subject: 'Export missing',
    type: 'exports',
  },
  account: null,
  to: 'platform',
  because: 'job completed but no email was sent',
  identifiers: [{ name: 'exp.id', value: 'exp_8fk2' }],
  note: '',
  escalatedAt: '2026-03-02T12:00:00Z',
  escalatedBy: { kind: 'person', id: person.id, name: 'Ada' },
  assignee: person,
  runbook: null,
  returned: null,
  draft: null,
  closed: null,
  evidence: {
    at: '2026-03-02T12:00:00Z',
    problemStartedAt: null,
    account: null,
    conversation: { customerMessages: 1, replies: 0, notes: 0, firstMessage: 'Where is it?' },
    checks: [],
    actionRuns: [],
    logs: { items: [], error: 'The log store did not answer' },
    changes: { items: [], error: null },
  },
}

const preview = {
  runbook: 'export-missing',
  isNew: true,
  before: null,
  cause: 'mail-worker-stopped',
  source: '---\nkind: Runbook\n---\n',
  content: null,
  problems: [],
}

const returned = {
  ...escalation,
  state: 'draft',
  returned: {
    at: '2026-03-02T13:00:00Z',
    by: person,
    was: 'The worker had stopped',
    fix: 'Started it again',
    wouldHaveHelped: 'runbook',
    detail: '',
    minutesSpent: 12,
  },
  draft: { runbook: 'export-missing', title: 'Export missing', version: 2 },
}

function open(answers: Parameters<typeof serve>[0] = {}) {
  const served = serve({
    'GET /api/me': { body: me },
    'GET /api/teams': { body: { items: [{ id: 'platform', name: 'Platform', line: 'L2' }] } },
    [`GET /api/escalations/${id}`]: { body: escalation },
    [`POST /api/escalations/${id}/draft-preview`]: { body: preview },
    ...answers,
  })
  const history = createMemoryHistory({ initialEntries: [`/escalations/${id}`] })
  render(<App history={history} />)
  return served
}

async function fillIn() {
  await write(await screen.findByLabelText(/^What it was/), 'The worker had stopped')
  await write(screen.getByLabelText(/^How you fixed it/), 'Started it again')
  await userEvent.click(screen.getByRole('radio', { name: 'A runbook' }))
  await write(screen.getByLabelText(/^Minutes spent/), '12')
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  localStorage.clear()
})

describe('returning an escalation', () => {
  test('shows the evidence, also which part could not be read', async () => {
    open()
    expect(await screen.findByText('exp_8fk2')).toBeDefined()
    expect(screen.getByText(/The log store did not answer/)).toBeDefined()
    expect(screen.getByText(/to Platform/)).toBeDefined()
  })

  test('shows the draft the words make before anything is sent', async () => {
    const { asked } = open()
    await fillIn()
    expect(await screen.findByText(/with the cause mail-worker-stopped/)).toBeDefined()
    expect(asked.filter((call) => call.endsWith('/return'))).toEqual([])
  })

  test('needs all three answers and the minutes', async () => {
    const { asked } = open()
    const button = await screen.findByRole('button', { name: 'Return' })
    await userEvent.click(button)
    expect(screen.getAllByText('This is needed.')).toHaveLength(4)
    expect(document.activeElement).toBe(screen.getByLabelText(/^What it was/))
    await fillIn()
    await write(screen.getByLabelText(/^Minutes spent/), 'x')
    await userEvent.click(button)
    expect(screen.getByText('A whole number of minutes')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText(/^Minutes spent/))
    expect(asked.filter((call) => call.endsWith('/return'))).toEqual([])
  })

  test('keeps what was written over a reload', async () => {
    open()
    await fillIn()
    cleanup()
    open()
    const was = await screen.findByLabelText<HTMLTextAreaElement>(/^What it was/)
    expect(was.value).toBe('The worker had stopped')
  })

  test('leads to the draft that closes the loop', async () => {
    const { answers } = open({ [`POST /api/escalations/${id}/return`]: { body: returned } })
    await fillIn()
    answers[`GET /api/escalations/${id}`] = { body: returned }
    await userEvent.click(screen.getByRole('button', { name: 'Return' }))
    expect(await screen.findByRole('link', { name: 'Read Export missing v2' })).toBeDefined()
    expect(localStorage.length).toBe(0)
  })

  test('says who was faster, and keeps the words', async () => {
    open({ [`POST /api/escalations/${id}/return`]: problem(409, 'escalation.not-open') })
    await fillIn()
    await userEvent.click(screen.getByRole('button', { name: 'Return' }))
    expect(await screen.findByText('escalation.not-open')).toBeDefined()
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^What it was/).value).not.toBe('')
  })
})

/** At once: letter by letter takes seconds on a busy machine. */
async function write(field: HTMLElement, text: string) {
  await userEvent.click(field)
  await userEvent.paste(text)
}
