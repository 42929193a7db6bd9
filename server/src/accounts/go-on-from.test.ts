import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { checkFolder } from '#server/check-folder.ts'
import { keepCounts } from '#server/connections/health/keep-counts.ts'
import { listConnections } from '#server/connections/list-connections.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { trySource } from '#server/try-folder.ts'
import { connectedSources } from './connected-sources.ts'
import {
  createCustomerSystem,
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { readSource } from './read-source.ts'

type Thing = Record<string, unknown>

/** A billing system that names nobody's account but on its customers. */
const honest: Record<string, Thing[]> = {
  subscriptions: [
    { id: 'sub_a2', customer: 'cus_a', created: 2, note: null },
    { id: 'sub_a1', customer: 'cus_a', created: 1, note: null },
    { id: 'sub_b1', customer: 'cus_b', created: 3, note: 'canary of b' },
  ],
  invoices: [
    { id: 'in_a1', subscription: 'sub_a1', total: 1 },
    { id: 'in_a2', subscription: 'sub_a2', total: 2 },
    { id: 'in_a3', subscription: 'sub_a2', total: 3 },
    { id: 'in_b1', subscription: 'sub_b1', total: 9, note: 'canary of b' },
  ],
}
/** What a path is answered in place of what is right. */
const lies = new Map<string, { status?: number; rows?: Thing[] } | 'silence'>()
const asked: string[] = []
const silent: ServerResponse[] = []
const server = createServer(({ url = '' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://billing')
  asked.push(url)
  const lie = lies.get(pathname)
  if (lie === 'silence') return void silent.push(response)
  const [, kind = '', id, inner] = pathname.split('/')
  const filters = inner ? [['subscription', id]] : [...searchParams]
  const rows = (honest[inner ?? kind] ?? []).filter((row) =>
    filters.every(([name = '', value]) => name === 'limit' || row[name] === value),
  )
  const limit = Number(searchParams.get('limit') ?? 100)
  response.writeHead(lie?.status ?? 200)
  response.end(JSON.stringify({ data: lie?.rows ?? rows.slice(0, limit) }))
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  lies.clear()
  asked.length = 0
})

const desk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table customer (account_id text, billing_id text, email text);
  insert into customer values ('acc_a', 'cus_a', 'a@a.example'), ('acc_b', 'cus_b', 'b@b.example'),
    ('acc_free', null, 'f@f.example'), ('acc_odd', '', 'o@o.example');
  create table credit (subscription text, cents int);
  insert into credit values ('sub_a2', 5), ('sub_b1', 7)`)

const api = `openapi: 3.1.0
info: { title: Billing, version: '1' }
paths:
  /subscriptions:
    parameters: [{ name: customer, in: query }, { name: limit, in: query, schema: { type: integer } }]
    get: { operationId: listSubscriptions }
  /invoices:
    parameters: [{ name: subscription, in: query }]
    get: { operationId: listInvoices }
  /subscriptions/{id}/invoices:
    parameters: [{ name: id, in: path, required: true }]
    get: { operationId: listInvoicesOf }
`
const customerSource = `connection: replica
single: true
account_column: account_id
mask: { email: email }
sql: select account_id, billing_id, email from customer where account_id = :account_id`
const subscriptions = `connection: billing
from: { source: customer }
belongs_to: from.billing_id
account_column: customer
operation: listSubscriptions
bind: { customer: from.billing_id, limit: 5 }
rows: data`
const invoices = `connection: billing
from: { source: subscriptions, take: 1 }
belongs_to: from.id
account_column: subscription
operation: listInvoices
bind: { subscription: from.id }
rows: data`

const files = {
  'firstline.yaml': `${projectFile}  billing: { kind: http, base_url: env:BILLING_URL, openapi: billing.yaml }\n`,
  'billing.yaml': api,
  'sources/customer.yaml': sourceFile('customer', customerSource),
  'sources/subscriptions.yaml': sourceFile('subscriptions', subscriptions),
  'sources/invoices.yaml': sourceFile('invoices', invoices),
  'sources/all.yaml': sourceFile('invoices.all', invoices.replace('take: 1', 'take: 10')),
  'sources/few.yaml': sourceFile(
    'invoices.few',
    `${invoices.replace('take: 1', 'take: 10')}\nmax_rows: 2`,
  ),
  'sources/slow.yaml': sourceFile('invoices.slow', `${invoices}\ntimeout: 1s`),
  'sources/named.yaml': sourceFile(
    'invoices.named',
    `connection: billing
from: { source: subscriptions, take: 1 }
belongs_to: from.id
operation: listInvoicesOf
bind: { id: from.id }
rows: data`,
  ),
  'sources/credit.yaml': sourceFile(
    'credit',
    `connection: replica
from: { source: subscriptions, take: 2 }
belongs_to: from.id
account_column: subscription
bind: { of: from.id }
sql: select subscription, cents from credit where subscription = :of`,
  ),
}
const folder = createFolder(files)
const env = {
  REPLICA_URL: customer.url,
  BILLING_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
}
const sources = await createTestSources(desk, folder, env)
const scope = await createScope(desk, 'acc_a')

async function idsOf(source: string, of = scope) {
  const { rows } = await readSource(sources, of, source)
  return rows.map(({ id, cents }) => id ?? cents)
}

test('the files are in order', () => {
  expect(sources.project.problems()).toEqual([])
})

test('a field of one source asks for the next: customer, newest subscription, its invoices', async () => {
  expect(await idsOf('invoices')).toEqual(['in_a2', 'in_a3'])
  expect(asked).toEqual(['/subscriptions?customer=cus_a&limit=5', '/invoices?subscription=sub_a2'])
  expect(await idsOf('credit')).toEqual([5])
  expect(await idsOf('invoices.named')).toEqual(['in_a2', 'in_a3'])
})

test('several rows are gone on from, no more than the file says, and what is left out is said', async () => {
  expect(await idsOf('invoices.all')).toEqual(['in_a2', 'in_a3', 'in_a1'])
  expect((await readSource(sources, scope, 'invoices')).isTruncated).toBe(true)
  expect((await readSource(sources, scope, 'invoices.all')).isTruncated).toBe(false)
  const few = await readSource(sources, scope, 'invoices.few')
  expect(few).toMatchObject({ isTruncated: true, rows: [{ id: 'in_a2' }, { id: 'in_a3' }] })
})

test('who has no record to begin with has none, and nobody is asked for more', async () => {
  expect(await idsOf('invoices', await createScope(desk, 'acc_new'))).toEqual([])
  expect(await idsOf('invoices', await createScope(desk, 'acc_free'))).toEqual([])
  expect(asked).toEqual([])
  lies.set('/subscriptions', { status: 404 })
  expect(await idsOf('invoices')).toEqual([])
})

test('a value that is empty asks for nothing: it would be everybody’s', async () => {
  const odd = await createScope(desk, 'acc_odd')
  await expect(readSource(sources, odd, 'subscriptions')).rejects.toMatchObject({
    reason: 'source.unavailable',
  })
  expect(asked).toEqual([])
})

const [ownSubscription] = honest.subscriptions!
const foreignSubscription = honest.subscriptions![2]!
const foreignInvoice = honest.invoices![3]!
const attacks: [string, string, Thing[], string][] = [
  ['a foreign row in the middle', '/subscriptions', [foreignSubscription], 'source.foreign-row'],
  [
    'one among ours',
    '/subscriptions',
    [ownSubscription!, foreignSubscription],
    'source.foreign-row',
  ],
  ['foreign rows at the end', '/invoices', [foreignInvoice], 'source.foreign-row'],
  ['an invoice of all', '/invoices', honest.invoices!, 'source.foreign-row'],
  ['rows of nobody', '/invoices', [{ id: 'in_a2' }], 'source.no-account'],
  ['rows of null', '/invoices', [{ id: 'in_a2', subscription: null }], 'source.foreign-row'],
  [
    'an id that is an object',
    '/subscriptions',
    [{ customer: 'cus_a', id: { a: 1 } }],
    'source.unavailable',
  ],
  ['an id that is yes', '/subscriptions', [{ customer: 'cus_a', id: true }], 'source.unavailable'],
  ['a row without an id', '/subscriptions', [{ customer: 'cus_a' }], 'source.unavailable'],
  ['an id of blanks', '/subscriptions', [{ customer: 'cus_a', id: ' ' }], 'source.unavailable'],
  [
    'a row that inherits',
    '/subscriptions',
    [{ customer: 'cus_a', __proto__: { id: 'sub_b1' } }],
    'source.unavailable',
  ],
]
test.for(attacks)('%s is refused', async ([, path, rows, reason]) => {
  lies.set(path, { rows })
  await expect(readSource(sources, scope, 'invoices')).rejects.toMatchObject({ reason })
})

test.for(['../customers', '..', 'sub_a2/../../x', 'sub_a2?expand=all', 'sub_a2#'])(
  'an id that is %j names one record of the path and leads nowhere else',
  async (id) => {
    lies.set('/subscriptions', { rows: [{ customer: 'cus_a', id }] })
    await readSource(sources, scope, 'invoices.named').catch(() => undefined)
    const last = asked.at(-1)!
    expect(
      last === '/subscriptions?customer=cus_a&limit=5' ||
        last === `/subscriptions/${encodeURIComponent(id)}/invoices`,
    ).toBe(true)
  },
)

test.for([
  ['/subscriptions', 'subscriptions'],
  ['/invoices', 'invoices.slow'],
] as const)(
  'all of it has the time of one read, and %s that is silent is named',
  async ([path, title]) => {
    lies.set(path, 'silence')
    const read = readSource(sources, scope, 'invoices.slow', {}, { isFresh: true })
    await expect(read).rejects.toMatchObject({
      reason: 'source.timeout',
      message: `“${title}” did not answer within 1 s`,
    })
    for (const response of silent.splice(0)) response.destroy()
  },
)

test('two customers never see each other’s, read at the same time', async () => {
  const other = await createScope(desk, 'acc_b')
  const all = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      const source = ['invoices', 'invoices.all', 'invoices.named', 'credit'][i % 4]!
      const [own, others] = await Promise.all([
        readSource(sources, scope, source),
        readSource(sources, other, source),
      ])
      return { own: JSON.stringify(own.rows), others: JSON.stringify(others.rows) }
    }),
  )
  for (const { own, others } of all) {
    expect(own).not.toMatch(/_b1|canary/)
    expect(others).not.toMatch(/_a\d/)
  }
})

test('each step has its own health', async () => {
  lies.set('/subscriptions', { status: 500 })
  await readSource(sources, scope, 'invoices').catch(() => undefined)
  await keepCounts(desk, sources.answers)
  const seen = { ...desk, sources, connectedThings: async () => connectedSources(sources.project) }
  const { items } = await listConnections(seen, await createPerson(desk, { role: 'engineer' }), {})
  const things = items.flatMap((item) => item.things)
  const last = (id: string) => things.find((thing) => thing.id === id)?.health.last?.fault
  expect(last('subscriptions')).toEqual({ code: 'status', detail: 'HTTP 500' })
  expect(last('customer')).toBe(null)
})

test('a try shows the call of each step, and what it answered', async () => {
  const account = { id: 'acc_a', problemBegan: null }
  const tried = await trySource({ folder: folder.path, env }, account, {
    id: 'invoices',
    params: () => ({}),
  })
  expect(tried.calls.map(({ call: { method, url }, answer }) => [method, url, answer])).toEqual([
    ['SQL', 'replica', '1 row'],
    ['GET', 'billing:/subscriptions?customer=cus_a&limit=5', expect.stringMatching(/^HTTP 200/)],
    ['GET', 'billing:/invoices?subscription=sub_a2', expect.stringMatching(/^HTTP 200/)],
  ])
  expect(tried.result?.rows).toHaveLength(2)
})

const faults: [string, string, string][] = [
  [
    'an unknown source',
    invoices.replace('source: subscriptions', 'source: subscription'),
    'No source is called “subscription”',
  ],
  ['several rows without a number', invoices.replace(', take: 1', ''), 'say for how many of them'],
  [
    'a field that is not there',
    subscriptions.replaceAll('billing_id', 'billing_key'),
    '“from.billing_key” names nothing',
  ],
  [
    'a field that is masked',
    subscriptions.replaceAll('billing_id', 'email'),
    '“from.email” is masked in “customer”',
  ],
  [
    'a source of which nothing is used',
    invoices.replace('subscription: from.id', 'subscription: scope.account_id'),
    'Nothing of “subscriptions” is used',
  ],
  [
    'an owner that is not sent',
    invoices.replace('belongs_to: from.id', 'belongs_to: from.customer'),
    'is not sent',
  ],
  [
    'an owner without a source',
    invoices.replace(/from: .*\n/, ''),
    'no source is read before this one',
  ],
  [
    'rows that say nothing, of a parameter that may be overlooked',
    invoices.replace(/account_column.*\n/, ''),
    '“account_column” is missing',
  ],
  ['four in a row', invoices.replace('subscriptions', 'invoices.all'), 'at most 3 sources'],
  ['itself', invoices.replace('subscriptions', 'tested'), 'at most 3 sources'],
  [
    'a parameter that it has not',
    invoices.replace('take: 1', 'take: 1, params: { state: open }'),
    '“subscriptions” has no parameter “state”',
  ],
  [
    'a query that says of itself whose it is',
    files['sources/credit.yaml']
      .replace('select subscription,', 'select :of as subscription,')
      .replace(/^[\s\S]*?connection/, 'connection'),
    'must be a column of the data',
  ],
  [
    'a value the query does not ask for',
    files['sources/credit.yaml']
      .replace('{ of: from.id }', '{ of: from.id, more: from.id }')
      .replace(/^[\s\S]*?connection/, 'connection'),
    'sql never asks for “:more”',
  ],
]
test.for(faults)('check refuses %s', async ([, text, said]) => {
  const tried = createFolder({ ...files, 'sources/tested.yaml': sourceFile('tested', text) })
  const { problems } = await checkFolder(tried.path, { live: false, env: {} })
  const own = problems.filter(({ file }) => file === 'sources/tested.yaml')
  expect(own.map(({ reason }) => reason).join('\n')).toContain(said)
})

test('check refuses an owner that is one of few words', async () => {
  const tried = createFolder({
    ...files,
    'sources/customer.yaml': sourceFile(
      'customer',
      `${customerSource}\nvalues: { billing_id: [x, y] }`,
    ),
  })
  const { problems } = await checkFolder(tried.path, { live: false, env: {} })
  expect(problems.map(({ reason }) => reason).join()).toContain('is one of few words')
})

test('check --live asks each API with nobody’s record', async () => {
  const { live, problems } = await checkFolder(folder.path, { live: true, env })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(live?.every(({ isReachable }) => isReachable)).toBe(true)
  expect(asked.some((url) => url.includes('firstline-check'))).toBe(true)
})
