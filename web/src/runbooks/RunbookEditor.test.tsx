import { permissionsOf } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const engineer = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Emil',
  email: 'emil@acme.test',
  role: 'engineer',
  line: 'L2',
  permissions: [...permissionsOf.engineer],
}

const emil = { kind: 'person', id: engineer.id, name: 'Emil' }

function version(n: number, state: string) {
  return {
    version: n,
    state,
    origin: 'browser',
    baseVersion: n - 1,
    author: emil,
    createdAt: '2026-03-02T12:00:00Z',
    publishedAt: null,
    publishedBy: null,
    note: null,
    escalationId: null,
  }
}

function runbook(n: number, source: string, problems: object[] = []) {
  return {
    id: 'export-missing',
    title: 'Export missing',
    type: 'exports',
    owner: 'team-exports',
    state: 'published',
    publishedVersion: 1,
    draftVersion: n === 1 ? null : n,
    origin: 'git',
    updatedAt: '2026-03-02T12:00:00Z',
    usage: { runs: 0, causesFound: 0, unclassified: 0, abandoned: 0 },
    shown: version(n, n === 1 ? 'published' : 'draft'),
    latestVersion: n,
    source,
    content: null,
    problems,
    versions: [],
  }
}

const misspelt = { file: null, line: 2, reason: 'kind must be Runbook', suggestion: 'Runbook' }
const draftPath = 'PUT /api/runbooks/export-missing/draft'

function edit(answers: Parameters<typeof serve>[0]) {
  const served = serve({
    'GET /api/me': { body: engineer },
    'GET /api/ticket-types': { body: { items: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
    'GET /api/runbooks/export-missing': { body: runbook(1, 'one\ntwo') },
    ...answers,
  })
  const history = createMemoryHistory({ initialEntries: ['/runbooks/export-missing/edit'] })
  render(<App history={history} />)
  return { ...served, history }
}

async function write(text: string): Promise<HTMLTextAreaElement> {
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Text of the runbook')
  await userEvent.clear(area)
  await userEvent.type(area, text)
  return area
}

beforeEach(() => vi.stubGlobal('EventSource', ScriptedEventSource))

describe('editing a runbook', () => {
  test('saves with mod+S and shows what the server finds wrong, with the line to go to', async () => {
    const { asked } = edit({ [draftPath]: { body: runbook(2, 'mine', [misspelt]) } })
    await write('mine')
    await userEvent.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText(/kind must be Runbook/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Line 2' })).toBeDefined()
    expect(asked.filter((call) => call.startsWith('PUT'))).toHaveLength(1)
    const publish = screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' })
    expect(publish.disabled).toBe(true)
  })

  test('what somebody saved meanwhile is told, and both texts are there', async () => {
    const { answers } = edit({ [draftPath]: problem(409, 'runbook.edited-meanwhile') })
    const area = await write('mine')
    answers['GET /api/runbooks/export-missing'] = { body: runbook(2, 'theirs') }
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }))
    expect(await screen.findByText('Somebody saved version 2 meanwhile')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Show their text' }))
    expect(screen.getByText('theirs')).toBeDefined()
    expect(area.value).toBe('mine')
    answers[draftPath] = { body: runbook(3, 'mine') }
    await userEvent.click(screen.getByRole('button', { name: 'Save mine above theirs' }))
    expect(await screen.findByText('The saved text can be published.')).toBeDefined()
    expect(screen.queryByText('Somebody saved version 2 meanwhile')).toBeNull()
  })

  test('does not lose unsaved changes to another page', async () => {
    const { history } = edit({})
    await write('mine')
    await userEvent.click(screen.getByRole('link', { name: 'Back to reading' }))
    const question = await screen.findByRole('dialog', { name: 'You have unsaved changes' })
    await userEvent.click(within(question).getByRole('button', { name: 'Keep editing' }))
    expect(history.location.pathname).toBe('/runbooks/export-missing/edit')
    await userEvent.click(screen.getByRole('link', { name: 'Back to reading' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
    await vi.waitFor(() => expect(history.location.pathname).toBe('/runbooks/export-missing'))
  })

  test('publishes a draft with a note', async () => {
    const { asked } = edit({
      'GET /api/runbooks/export-missing': { body: runbook(2, 'one') },
      'POST /api/runbooks/export-missing/publication': { body: runbook(2, 'one') },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }))
    const dialog = await screen.findByRole('dialog', { name: 'Publish version 2' })
    await userEvent.type(within(dialog).getByLabelText('What changed'), 'A new cause')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }))
    await vi.waitFor(() => expect(asked).toContain('POST /api/runbooks/export-missing/publication'))
  })
})
