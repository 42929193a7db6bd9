import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderSignedIn } from '#web/testing/render.tsx'
import { deskSetup } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'
import { TeamPage } from './TeamPage.tsx'

const ben = {
  id: '018f0000-0000-7000-8000-000000000002',
  name: 'Ben Bauer',
  email: 'ben@acme.test',
  role: 'agent',
  line: 'L1',
  disabledAt: null,
  signIn: { provider: null, hasPassword: true, hasCodes: false, hasPasskey: false },
}
const cora = {
  ...ben,
  id: '018f0000-0000-7000-8000-000000000004',
  name: 'Cora Celik',
  email: 'cora@acme.test',
  signIn: { provider: 'Acme ID', hasPassword: false, hasCodes: false, hasPasskey: false },
}
const clerk = {
  id: '018f0000-0000-7000-8000-000000000003',
  name: 'Clerk',
  state: 'active',
  tools: ['get_ticket'],
  lines: ['L1'],
  types: null,
  waitsForPerson: false,
  callsPerMinute: 120,
  actionsPerHour: 20,
  expiresAt: '2027-03-02T12:00:00Z',
  createdAt: '2026-03-02T12:00:00Z',
  createdBy: null,
  owner: null,
  lastCallAt: null,
  lastUsedFrom: null,
}
const base = '/api/ai-agents'
const link = 'http://localhost:3000/set-password#once'

/** @returns the bodies sent, by "METHOD /path" */
function open() {
  serve({
    'GET /api/team': { body: { people: [ben, cora], keys: [] } },
    'GET /api/setup': { body: deskSetup },
    [`DELETE /api/people/${cora.id}/identity`]: { body: {} },
    [`GET ${base}`]: { body: { items: [clerk] } },
    'GET /api/ticket-types': { body: { items: [{ id: 'exports', title: 'Exports' }] } },
    'POST /api/people': {
      body: { ...ben, name: 'Cem', email: 'cem@acme.test', link, expiresAt: clerk.expiresAt },
    },
    [`PUT /api/people/${ben.id}/role`]: { body: {} },
    'POST /api/api-keys': { body: { ...ben, createdAt: clerk.createdAt, key: 'fl_once' } },
    [`POST ${base}`]: { body: { agent: clerk, key: 'fla_once' } },
    [`PATCH ${base}/${clerk.id}`]: { body: clerk },
  })
  const sent: Record<string, unknown> = {}
  const answer = fetch
  vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
    if (request.body) sent[`${request.method} ${path}`] = JSON.parse(String(request.body))
    return answer(path, request)
  })
  renderSignedIn(<TeamPage />, 'lead')
  return sent
}

let sent: Record<string, unknown>
beforeEach(() => {
  sent = open()
})

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('a person is added with role and line, and the link to a password is shown once', async () => {
  await screen.findByText('ben@acme.test')
  await press('Add a person')
  const form = within(screen.getByRole('dialog'))
  await write(form.getByLabelText('Name'), 'Cem')
  await write(form.getByLabelText('Email'), 'cem@acme.test')
  await userEvent.click(form.getByRole('button', { name: 'Add a person' }))
  expect(await screen.findByText(link)).toBeTruthy()
  expect(sent['POST /api/people']).toEqual({
    name: 'Cem',
    email: 'cem@acme.test',
    role: 'agent',
    line: 'L1',
    language: 'en',
  })
})

test('somebody gets another line and keeps the role', async () => {
  await userEvent.click(await screen.findByRole('button', { name: /Line of Ben Bauer/ }))
  await userEvent.click(screen.getByRole('option', { name: 'L2' }))
  await waitFor(() =>
    expect(sent[`PUT /api/people/${ben.id}/role`]).toEqual({ role: 'agent', line: 'L2' }),
  )
})

test('what a key may do is said in words and by its name', async () => {
  await screen.findByText('ben@acme.test')
  await press('Create key')
  const form = within(screen.getByRole('dialog'))
  expect(form.getByLabelText('Send logs and traces telemetry:write')).toBeTruthy()
  await write(form.getByLabelText('Name'), 'CI')
  await userEvent.click(form.getByLabelText(/^Bring runbooks/))
  await userEvent.click(form.getByRole('button', { name: 'Create key' }))
  await screen.findByText('fl_once')
  expect(sent['POST /api/api-keys']).toEqual({
    name: 'CI',
    permissions: ['runbook:read', 'runbook:edit', 'runbook:publish'],
    expiresInDays: 90,
  })
})

test('an AI agent is let in with tools, lines, rates and an end', async () => {
  await screen.findByText(/1 tool/)
  await press('Let an AI agent in')
  const form = within(screen.getByRole('dialog'))
  await write(form.getByLabelText('Name'), 'Triage')
  await userEvent.click(form.getByLabelText('L1'))
  await userEvent.click(form.getByLabelText(/search_tickets/))
  const calls = form.getByLabelText('Calls a minute')
  await userEvent.clear(calls)
  await write(calls, '7001')
  await userEvent.click(form.getByRole('button', { name: 'Let an AI agent in' }))
  expect(form.getByText('1 to 6,000')).toBeTruthy()
  expect(document.activeElement).toBe(calls)
  await userEvent.clear(calls)
  await write(calls, '60')
  await userEvent.click(form.getByRole('button', { name: 'Let an AI agent in' }))
  expect(await screen.findByText('fla_once')).toBeTruthy()
  expect(sent[`POST ${base}`]).toEqual({
    name: 'Triage',
    tools: ['search_tickets'],
    lines: ['L1'],
    types: null,
    waitsForPerson: false,
    callsPerMinute: 60,
    actionsPerHour: 20,
    expiresInDays: 90,
  })
})

test("an AI agent's limits are changed where they stand", async () => {
  await screen.findByText(/1 tool/)
  await press('Change: Clerk')
  const form = within(screen.getByRole('dialog'))
  await userEvent.click(form.getByLabelText('Every action waits for a person’s approval'))
  await userEvent.click(form.getByRole('button', { name: 'Save limits' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent[`PATCH ${base}/${clerk.id}`]).toMatchObject({
    tools: ['get_ticket'],
    lines: ['L1'],
    waitsForPerson: true,
  })
})

/** At once: letter by letter takes seconds on a busy machine. */
async function write(field: HTMLElement, text: string) {
  await userEvent.click(field)
  await userEvent.paste(text)
}

test('how each signs in is said, and who comes by a provider can be released from it', async () => {
  await screen.findByText('ben@acme.test')
  expect(screen.getByText('Signs in by password')).toBeTruthy()
  expect(screen.getByText('Signs in by Acme ID')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Password link for Cora Celik' })).toBeNull()
  await userEvent.click(
    screen.getAllByRole('button', { name: 'Release Cora Celik from Acme ID' })[0]!,
  )
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Release' }))
  expect(await screen.findByText(/is bound to no account of a provider any more/)).toBeTruthy()
})
