import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const lena = { id: '018f0000-0000-7000-8000-000000000001', name: 'Lena Lead', email: 'l@x.test' }
const never = { last: null, lastGoodAt: null, asked: 0, failed: 0, p95Ms: null }
const now = new Date().toISOString()
const good = {
  last: { at: now, durationMs: 4, fault: null },
  lastGoodAt: now,
  asked: 1_204,
  failed: 0,
  p95Ms: 150,
}
const failing = {
  last: { at: now, durationMs: 4, fault: { code: 'secret', detail: 'env:KEY' } },
  lastGoodAt: null,
  asked: 2,
  failed: 2,
  p95Ms: 1_500,
}
const thing = (id: string, health: object) => ({
  kind: 'source',
  id,
  title: `Title of ${id}`,
  file: `sources/${id}.yaml`,
  line: 1,
  health,
  isBreakerOpen: null,
})
const replica = {
  id: 'replica',
  kind: 'postgres',
  address: 'env:REPLICA_URL',
  secrets: [{ name: 'url', place: 'env:REPLICA_URL' }],
  things: [
    thing('orders', good),
    thing('users', never),
    { ...thing('requeue', failing), kind: 'action', isBreakerOpen: true },
  ],
}
const panel = {
  source: 'orders',
  title: 'Orders',
  isSingle: false,
  columns: [{ field: 'email', title: 'Email', as: 'text', isMasked: true }],
  rows: [{ email: 'd•••@n•••' }],
  isTruncated: false,
  emptyText: 'Nothing here',
  fetchedAt: now,
  durationMs: 3,
}
const call = {
  method: 'SQL',
  url: 'replica',
  headers: {},
  body: { statement: 'select *\n  from orders', values: { account_id: 'acc_a' } },
  durationMs: 3.1,
  answer: '1 row',
}

function open(
  path: string,
  { role = 'lead', ...answers }: Record<string, unknown> & { role?: Role } = {},
) {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  const me = { ...lena, role, line: 'L1', permissions: [...permissionsOf[role]], confined: null }
  serve({
    'GET /api/me': { body: me },
    'GET /api/connections': { body: { project: 'Acme', items: [replica], problems: [] } },
    'GET /api/beside': { body: { items: [] } },
    'GET /api/connections/replica': {
      body: {
        ...replica,
        yaml: { file: 'firstline.yaml', line: 7, text: 'connections:\n  replica: {}\n' },
      },
    },
    'GET /api/sources/orders': {
      body: {
        id: 'orders',
        title: 'Orders',
        connection: 'replica',
        params: { days: { type: 'integer' } },
        yaml: { file: 'sources/orders.yaml', line: 1, text: 'id: orders\n' },
      },
    },
    ...(answers as Parameters<typeof serve>[0]),
  })
  const sent: unknown[] = []
  const answer = fetch
  vi.stubGlobal('fetch', (url: string, request: RequestInit = {}) => {
    if (request.method === 'POST' && request.body) sent.push(JSON.parse(String(request.body)))
    return answer(url, request)
  })
  render(<App history={createMemoryHistory({ initialEntries: [path] })} />)
  return sent
}

test('the desk that is mirrored says how that goes, and what to do where it does not', async () => {
  const redmine = {
    desk: 'redmine',
    address: 'https://redmine.acme.example',
    projects: ['support'],
    state: 'failing',
    fault: { reason: 'beside.key-refused', detail: 'Take another key', since: now },
    caughtUpAt: now,
    triedAt: now,
    heldUntil: null,
    readUntil: now,
    tickets: 1_204,
    waiting: 2,
    unreadable: 0,
  }
  open('/connections', { 'GET /api/beside': { body: { items: [redmine] } } })
  const section = await screen.findByRole('region', { name: 'Beside Redmine' })
  expect(section.textContent).toMatch(/Cannot be mirrored.*1,204 tickets.*2 messages still/)
  expect(section.textContent).toContain('Take another key')
})

test('each thing says how it is answered, and what to do where it is not', async () => {
  open('/connections')
  const section = await screen.findByRole('region', { name: 'Connection replica' })
  const [orders, users, requeue] = within(section).getAllByRole('listitem')
  expect(orders?.textContent).toMatch(
    /Answers.*asked 1,204 times in 24 h, 0 errors.*95% within 150 ms/,
  )
  expect(users?.textContent).toContain('Never asked')
  expect(users?.textContent).not.toContain('error')
  expect(requeue?.textContent).toMatch(/Paused after failures.*Fails.*Set it there: env:KEY/)
  expect(requeue?.textContent).toMatch(/not given a good answer yet.*2 errors.*95% within 1.5 s/)
})

test('a project without a connection says how to begin', async () => {
  open('/connections', {
    'GET /api/connections': { body: { project: '', items: [], problems: [] } },
  })
  const steps = await screen.findByText(/firstline init/)
  expect(steps.closest('main')?.textContent).toContain('docs/connect.md')
})

test('files that do not load are said with their place', async () => {
  const why = { reason: 'unknown key', said: { words: 'unknown key', values: [] } }
  const wrong = { file: 'sources/x.yaml', line: 4, ...why, suggestion: 'sql' }
  open('/connections', {
    'GET /api/connections': { body: { project: 'Acme', items: [replica], problems: [wrong] } },
  })
  const problems = await screen.findByRole('region', { name: /do not load/ })
  expect(problems?.textContent).toContain('sources/x.yaml:4 unknown key sql')
})

test('a source is copied as its file says it, and tried with an account and a reason', async () => {
  const tried = {
    account: { externalId: 'acc_a', name: 'Northwind' },
    calls: [call],
    panel,
    refusal: null,
  }
  const sent = open('/connections/replica?source=orders', {
    'POST /api/sources/orders/trials': { body: tried },
  })
  const user = userEvent.setup()
  const yaml = await screen.findByRole('region', { name: 'sources/orders.yaml:1' })
  await user.click(within(yaml).getByRole('button', { name: 'Copy' }))
  await within(yaml).findByText('Copied')
  expect(await navigator.clipboard.readText()).toBe('id: orders\n')

  const form = screen.getByRole('region', { name: 'Try with an account' })
  await user.click(within(form).getByRole('button', { name: 'Try' }))
  expect(sent).toEqual([])
  await user.type(within(form).getByLabelText('Account id, or an address there'), 'acc_a')
  await user.type(within(form).getByLabelText('days'), '7')
  await user.type(within(form).getByLabelText('Why do you look?'), 'It is empty')
  await user.click(within(form).getByRole('button', { name: 'Try' }))
  const answer = await screen.findByRole('status', { name: 'What was asked and answered' })
  expect(answer?.textContent).toMatch(/Northwind.*SQL replica.*1 row, 3.1 ms.*d•••@n•••/s)
  expect(sent).toEqual([{ account: 'acc_a', reason: 'It is empty', params: { days: 7 } }])
})

test('an account that is not known is said, and a refusal with the calls that were made', async () => {
  const refusal = { reason: 'source.timeout', detail: '“Orders” did not answer', said: null }
  const tried = {
    account: { externalId: 'acc_a', name: 'N' },
    calls: [{ ...call, answer: null }],
    panel: null,
    refusal,
  }
  let answer: { status?: number; body: unknown } = problem(404, 'account.not-found')
  open('/connections/replica?source=orders', { 'POST /api/sources/orders/trials': () => answer })
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Account id, or an address there'), 'acc_z')
  await user.type(screen.getByLabelText('days'), '7')
  await user.type(screen.getByLabelText('Why do you look?'), 'It is empty')
  await user.click(screen.getByRole('button', { name: 'Try' }))
  expect(await screen.findAllByText('account.not-found')).toHaveLength(1)
  answer = { body: tried }
  await user.type(screen.getByLabelText('Account id, or an address there'), '{backspace}a')
  await user.click(screen.getByRole('button', { name: 'Try' }))
  await screen.findByText(/No answer, 3.1 ms/)
  screen.getByText('“Orders” did not answer')
})

test('a source that is not there is said, and nothing else of it', async () => {
  open('/connections/replica?source=order', {
    'GET /api/sources/order': problem(404, 'source.not-found'),
  })
  expect(await screen.findAllByText('source.not-found')).toHaveLength(1)
  expect(screen.queryAllByRole('listitem')).toEqual([])
  expect(screen.queryByText(/Nothing in the project asks/)).toBeNull()
})

test('an engineer sees who can try it', async () => {
  open('/connections/replica?source=orders', { role: 'engineer' })
  await screen.findByText(/Whoever may open accounts without a ticket/)
  expect(screen.queryByRole('button', { name: 'Try' })).toBeNull()
})
