import { EditorView } from '@codemirror/view'
import { permissionsOf } from '@firstline/contract/permissions'
import { present } from '@firstline/contract/present'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, render, screen, within, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { serve } from '#web/testing/server.ts'

const engineer = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Emil',
  email: 'emil@acme.test',
  role: 'engineer',
  line: 'L2',
  permissions: [...permissionsOf.engineer],
  confined: null,
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
    sha256: 'aa',
    verified: null,
    retired: null,
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
    verified: null,
    stale: [],
    usage: { runs: 0, causesFound: 0, unclassified: 0, abandoned: 0 },
    shown: version(n, n === 1 ? 'published' : 'draft'),
    latestVersion: n,
    source,
    content: null,
    problems,
    versions: [],
  }
}

const text = (title: string) => `---
title: ${title} # as it is called
symptom: [no mail]
causes: { lost: { when: "true", reply: sorry } }
---
## lost
It is lost.
`

const misspelt = {
  file: null,
  line: 2,
  column: 8,
  endColumn: 12,
  severity: 'error',
  reason: 'kind must be Runbook',
  said: { words: 'kind must be Runbook', values: [] },
  suggestion: 'Runbook',
  state: null,
}
const path = '/api/runbooks/export-missing'
const draftPath = `PUT ${path}/draft`
const editedMeanwhile = {
  status: 409,
  body: {
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    reason: 'runbook.edited-meanwhile',
    meanwhile: {
      version: 2,
      by: 'Ben',
      at: '2026-03-02T12:00:00Z',
      source: text('theirs'),
      baseSource: text('one'),
    },
  },
}
const nobody = { latestVersion: 1, mine: null, others: [] }

function edit(answers: Parameters<typeof serve>[0] = {}) {
  const served = serve({
    'GET /api/me': { body: engineer },
    'GET /api/ticket-types': { body: { items: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
    [`GET ${path}`]: { body: runbook(1, text('one')) },
    [`GET ${path}/editing`]: { body: nobody },
    [`PUT ${path}/working-copy`]: { body: nobody },
    [`DELETE ${path}/working-copy`]: { body: nobody },
    'POST /api/runbook-lint': { body: { content: null, problems: [], states: null } },
    ...answers,
  })
  const history = createMemoryHistory({ initialEntries: ['/runbooks/export-missing/edit'] })
  render(<App history={history} />)
  return { ...served, history }
}

async function retitle(title: string): Promise<HTMLInputElement> {
  const field = await screen.findByLabelText<HTMLInputElement>('Title')
  await userEvent.clear(field)
  await userEvent.type(field, title)
  return field
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  localStorage.clear()
})

describe('editing a runbook', () => {
  test('saves with mod+S what the form wrote into the text', async () => {
    const { asked } = edit({ [draftPath]: { body: runbook(2, text('mine')) } })
    await retitle('mine')
    await userEvent.keyboard('{Control>}s{/Control}')
    await screen.findByText('Saved as draft v2')
    expect(asked.filter((call) => call.startsWith(draftPath))).toHaveLength(1)
    expect(screen.queryByText('Not saved')).toBeNull()
  })

  test('shows what the server finds wrong while one types, and lets nobody publish it', async () => {
    edit({
      'POST /api/runbook-lint': { body: { content: null, problems: [misspelt], states: null } },
    })
    await retitle('mine')
    await userEvent.click(screen.getByRole('tab', { name: /Problems/ }))
    expect(await screen.findByText(/kind must be Runbook/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Line 2' })).toBeDefined()
    const publish = screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' })
    expect(publish.disabled).toBe(true)
  })

  test('what somebody saved meanwhile is told, and both texts are there', async () => {
    const { answers } = edit({ [draftPath]: editedMeanwhile })
    const field = await retitle('mine')
    answers[`GET ${path}`] = { body: runbook(2, text('theirs')) }
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }))
    expect(await screen.findByText(/Ben saved version 2 meanwhile/)).toBeDefined()
    expect(await screen.findByText('Their text, version 2')).toBeDefined()
    expect(field.value).toBe('mine')
    answers[draftPath] = { body: runbook(3, text('mine')) }
    await userEvent.click(screen.getByRole('button', { name: 'Save mine above theirs' }))
    expect(await screen.findByText('Saved as draft v3')).toBeDefined()
    expect(screen.queryByText(/Ben saved version 2 meanwhile/)).toBeNull()
  })

  test('their text can be taken, and one’s own taken back', async () => {
    const { answers } = edit({ [draftPath]: editedMeanwhile })
    const field = await retitle('mine')
    answers[`GET ${path}`] = { body: runbook(2, text('theirs')) }
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Take theirs, drop mine' }))
    await waitFor(() => expect(field.value).toBe('theirs'))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(field.value).toBe('mine'))
  })

  test('tells who else is writing before anything is saved', async () => {
    const person = { kind: 'person', id: 'x', name: 'Ben' }
    const other = {
      person,
      baseVersion: 1,
      startedAt: '2026-03-02T12:00:00Z',
      savedAt: '2026-03-02T12:00:00Z',
    }
    edit({ [`GET ${path}/editing`]: { body: { latestVersion: 2, mine: null, others: [other] } } })
    expect(await screen.findByText(/Ben is changing this too/)).toBeDefined()
    expect(screen.getByText(/Version 2 was saved meanwhile/)).toBeDefined()
  })

  test('goes on with text that was never saved, and drops it when told to', async () => {
    const mine = { source: text('kept'), baseVersion: 1, savedAt: '2026-03-02T12:00:00Z' }
    const { asked } = edit({ [`GET ${path}/editing`]: { body: { ...nobody, mine } } })
    const field = await screen.findByLabelText<HTMLInputElement>('Title')
    expect(field.value).toBe('kept')
    await userEvent.click(screen.getByRole('button', { name: 'Drop it' }))
    expect(field.value).toBe('one')
    await waitFor(() => expect(asked).toContain(`DELETE ${path}/working-copy`))
  })

  test('asks before leaving unsaved changes, and has them when one comes back', async () => {
    const { history } = edit()
    await retitle('mine')
    await userEvent.click(screen.getByRole('link', { name: 'Back to reading' }))
    const question = await screen.findByRole('dialog', { name: 'You have unsaved changes' })
    await userEvent.click(within(question).getByRole('button', { name: 'Keep editing' }))
    expect(history.location.pathname).toBe('/runbooks/export-missing/edit')
    await userEvent.click(screen.getByRole('link', { name: 'Back to reading' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
    await waitFor(() => expect(history.location.pathname).toBe('/runbooks/export-missing'))
    history.push('/runbooks/export-missing/edit')
    expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('mine')
  })

  test('keeps the source, and what can be undone in it, while another tab is shown', async () => {
    // the test's browser measures no text
    Range.prototype.getClientRects = () => document.body.getClientRects()
    edit()
    await userEvent.click(await screen.findByRole('tab', { name: 'Source' }))
    const source = await screen.findByRole('textbox', { name: 'Text of the runbook' })
    await userEvent.click(screen.getByRole('tab', { name: 'Form' }))
    expect(source.isConnected).toBe(true)
    expect(source.closest('[data-inert]')).not.toBeNull()
    await userEvent.click(screen.getByRole('tab', { name: 'Source' }))
    expect(await screen.findByRole('textbox', { name: 'Text of the runbook' })).toBe(source)
  })

  test('what was written in the source stays when the form is written in after it', async () => {
    Range.prototype.getClientRects = () => document.body.getClientRects()
    edit()
    await userEvent.click(await screen.findByRole('tab', { name: 'Source' }))
    const source = await screen.findByRole('textbox', { name: 'Text of the runbook' })
    const editor = present(EditorView.findFromDOM(source))
    const end = editor.state.doc.length
    act(() => editor.dispatch({ changes: { from: end, insert: 'In the source.\n' } }))
    await userEvent.click(screen.getByRole('tab', { name: 'Form' }))
    await retitle('mine')
    expect(editor.state.doc.toString()).toMatch(/title: mine\n[^]*It is lost\.\nIn the source\.\n$/)
  })

  test('publishes a draft with a note', async () => {
    const { asked } = edit({
      [`GET ${path}`]: { body: runbook(2, text('one')) },
      [`POST ${path}/publication`]: { body: runbook(2, text('one')) },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }))
    const dialog = await screen.findByRole('dialog', { name: 'Publish version 2' })
    await userEvent.type(within(dialog).getByLabelText('What changed'), 'A new cause')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }))
    await waitFor(() => expect(asked).toContain(`POST ${path}/publication`))
  })
})
