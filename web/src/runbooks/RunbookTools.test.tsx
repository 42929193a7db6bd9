import { permissionsOf } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const at = '2026-03-02T12:00:00Z'
const emil = { kind: 'person', id: '018f0000-0000-7000-8000-000000000001', name: 'Emil' }
const path = '/api/runbooks/export-missing'

const version = (number: number, state: string) => ({
  version: number,
  state,
  origin: 'browser',
  baseVersion: number - 1 || null,
  author: emil,
  createdAt: at,
  publishedAt: null,
  publishedBy: null,
  note: null,
  escalationId: null,
  sha256: 'aa',
  verified: null,
  retired: null,
})

/** Version 2 is published, version 1 was before it. */
function runbook(change: object = {}) {
  return {
    id: 'export-missing',
    title: 'Export missing',
    type: 'exports',
    owner: 'team-exports',
    state: 'published',
    publishedVersion: 2,
    draftVersion: null,
    origin: 'browser',
    updatedAt: at,
    verified: null,
    stale: [],
    usage: { runs: 0, causesFound: 0, unclassified: 0, abandoned: 0 },
    shown: version(2, 'published'),
    latestVersion: 2,
    source: 'text',
    content: null,
    problems: [],
    versions: [version(2, 'published'), version(1, 'superseded')],
    ...change,
  }
}

function read(shown: object, answers: Parameters<typeof serve>[0] = {}, address = '') {
  const me = {
    id: emil.id,
    name: 'Emil',
    email: 'emil@acme.test',
    role: 'engineer',
    line: 'L2',
    permissions: [...permissionsOf.engineer],
    confined: null,
  }
  const served = serve({
    'GET /api/me': { body: me },
    'GET /api/ticket-types': { body: { items: [{ id: 'exports', title: 'Exports' }] } },
    'GET /api/runbooks': { body: { items: [runbook()], problems: [] } },
    [`GET ${path}`]: { body: shown },
    ...answers,
  })
  const entry = address || '/runbooks/export-missing'
  const history = createMemoryHistory({ initialEntries: [entry] })
  render(<App history={history} />)
  return { ...served, history }
}

async function chooseFromMore(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  localStorage.clear()
})

describe('a runbook that is read', () => {
  test('whose text only draws a warning is not called unpublishable', async () => {
    const names = {
      id: 'export-missing',
      title: 'Export missing',
      type: 'exports',
      owner: 'us',
      intro: '',
    }
    const none = { symptoms: [], picks: [], checks: [], causes: [], escalations: [], fixtures: [] }
    const content = { ...names, ...none, customer: null }
    const place = { file: null, line: 3, column: 1, endColumn: null }
    const reason = 'The source lists no state'
    const said = { words: reason, values: [] }
    const problems = [
      { ...place, severity: 'warning', reason, said, suggestion: null, state: null },
    ]
    read(runbook({ problems, content }))
    expect(await screen.findByText('Worth a look before it is published')).toBeDefined()
    expect(screen.queryByText('Why it cannot be published')).toBeNull()
  })

  test('is retired with a reason', async () => {
    const { asked } = read(runbook(), { [`POST ${path}/retirement`]: { body: runbook() } })
    await chooseFromMore('Retire …')
    const dialog = await screen.findByRole('dialog', { name: 'Retire version 2' })
    await userEvent.type(within(dialog).getByRole('textbox'), 'The export is gone')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retire' }))
    expect(await screen.findByText('The runbook is retired')).toBeDefined()
    expect(asked).toContain(`POST ${path}/retirement`)
  })

  test('says so when it could not be retired, and keeps the reason', async () => {
    read(runbook(), { [`POST ${path}/retirement`]: problem(409, 'runbook.not-published') })
    await chooseFromMore('Retire …')
    const dialog = await screen.findByRole('dialog')
    const reason = within(dialog).getByRole<HTMLTextAreaElement>('textbox')
    await userEvent.type(reason, 'The export is gone')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retire' }))
    expect(await within(dialog).findByRole('alert')).toBeDefined()
    expect(reason.value).toBe('The export is gone')
  })

  test('has an older version restored as a draft, which is then shown', async () => {
    const restored = runbook({ draftVersion: 3, shown: version(3, 'draft'), latestVersion: 3 })
    const { asked, history } = read(runbook({ shown: version(1, 'superseded') }), {
      [`POST ${path}/versions/1/restoration`]: { body: restored },
    })
    await chooseFromMore('Restore version 1 as a draft')
    expect(await screen.findByText('Version 1 is now draft v3')).toBeDefined()
    expect(asked).toContain(`POST ${path}/versions/1/restoration`)
    await waitFor(() => expect(history.location.search).toBe('?version=3'))
  })

  test('says what it names has changed, until somebody verifies it again', async () => {
    const stale = [{ kind: 'source', name: 'exports.by_id', reason: 'its file changed', at }]
    const { answers, asked } = read(runbook({ stale }), {
      [`POST ${path}/verification`]: { body: runbook() },
    })
    const notice = await screen.findByRole('region', {
      name: 'Something it names has changed since it was verified',
    })
    expect(notice.textContent).toContain('exports.by_id: its file changed')
    answers[`GET ${path}`] = { body: runbook() }
    await userEvent.click(within(notice).getByRole('button', { name: /still right/ }))
    await waitFor(() => expect(asked).toContain(`POST ${path}/verification`))
    await waitFor(() => expect(notice.isConnected).toBe(false))
  })
})

describe('a new runbook', () => {
  test('begins with a text of its type and opens in the editor', async () => {
    const id = 'login-link-is-blank'
    const { asked, history } = read(
      runbook(),
      { [`PUT /api/runbooks/${id}/draft`]: { body: runbook({ id }) } },
      '/runbooks/new?type=exports',
    )
    await userEvent.type(await screen.findByLabelText(/^Title/), 'Login link is blank')
    expect(screen.getByLabelText<HTMLInputElement>(/^Id/).value).toBe(id)
    await userEvent.click(screen.getByRole('button', { name: 'Create draft' }))
    await waitFor(() => expect(history.location.pathname).toBe(`/runbooks/${id}/edit`))
    expect(asked).toContain(`PUT /api/runbooks/${id}/draft`)
  })

  test('cannot take the id of another, and leads to that one', async () => {
    const { asked } = read(runbook(), {}, '/runbooks/new?type=exports')
    await userEvent.type(await screen.findByLabelText(/^Title/), 'Export missing')
    expect(await screen.findByRole('link', { name: 'Export missing' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Create draft' }))
    expect(asked.filter((call) => call.startsWith('PUT'))).toEqual([])
  })
})
