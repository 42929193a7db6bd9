import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  createTicket,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours, later, minutes, seconds } from '#server/core/clock.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { changesSource } from './changes-source.ts'
import { checkStatus, checkStatusOften } from './check-status.ts'
import { listChanges } from '#server/runbooks/list-changes.ts'
import { getSystemStatus } from './queries.ts'
import { recordDeploy } from './record-deploy.ts'
import { recordStatus } from './record-status.ts'
import { readStatusPage } from './status-page.ts'
import { statusSource } from './status-source.ts'

type Component = Partial<Record<'id' | 'title' | 'since' | 'note', string>> & {
  name: string
  status: string
  description?: string | null
}
let page: { status: number; body: string } = { status: 200, body: '{"components":[]}' }
let asked = 0
let givenUp = 0
const server = createServer((_request, response) => {
  asked += 1
  response.on('close', () => {
    if (!response.writableEnded) givenUp += 1
  })
  // status 0: it never answers
  if (page.status > 0) response.writeHead(page.status).end(page.body)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const testDesk = await createTestDesk()
vi.stubEnv('STATUS_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/status.json`)
const folder = createFolder({
  'firstline.yaml': `${projectFile}status: { url: env:STATUS_URL, every: 30s }\n`,
})
const desk = { ...testDesk, sources: await createTestSources(testDesk, folder, {}) }
const { clock } = testDesk
const ci: Actor = { kind: 'integration', id: 'ci', name: 'CI', permissions: ['change:write'] }
const noSignal = new AbortController().signal

beforeEach(() => {
  clock.advance(10 * minutes)
  show([])
})

test('a deploy told twice is one deploy with one event', async () => {
  const deploy = { service: 'exports', version: '4.2.0', at: clock.now().toISOString() }
  const first = await recordDeploy(desk, ci, deploy)
  const again = await recordDeploy(desk, ci, { ...deploy, summary: 'told again' })
  expect(first.isNew).toBe(true)
  expect(again).toEqual({ id: first.id, isNew: false })
  const events = await eventsNamed('deploy.recorded')
  expect(events).toEqual([
    {
      data: { id: first.id, service: 'exports', version: '4.2.0', environment: 'production' },
      actor_id: 'ci',
    },
  ])
})

test('the same moment in another time zone is the same deploy', async () => {
  const deploy = { service: 'web', version: '7', at: '2026-03-02T08:00:00+05:30' }
  const first = await recordDeploy(desk, ci, deploy)
  expect(await recordDeploy(desk, ci, { ...deploy, at: '2026-03-02T02:30:00Z' })).toEqual({
    id: first.id,
    isNew: false,
  })
})

test('deploys told at once from several senders are one', async () => {
  const deploy = { service: 'mail', version: '9', at: clock.now().toISOString() }
  const answers = await Promise.all([1, 2, 3, 4].map(() => recordDeploy(desk, ci, deploy)))
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
})

test('a deploy of tomorrow, without a version, with a script as its link, or by a person is refused', async () => {
  const deploy = { service: 'web', version: '8', at: later(clock.now(), hours).toISOString() }
  await expect(recordDeploy(desk, ci, deploy)).rejects.toMatchObject({ reason: 'deploy.in-future' })
  const now = { ...deploy, at: clock.now().toISOString() }
  await expect(recordDeploy(desk, ci, { ...now, version: ' ' })).rejects.toMatchObject({
    reason: 'input.invalid',
  })
  await expect(
    recordDeploy(desk, ci, { ...now, url: 'javascript:alert(1)' }),
  ).rejects.toMatchObject({ reason: 'input.invalid' })
  await expect(recordDeploy(desk, someAgent, now)).rejects.toMatchObject({
    reason: 'permission.missing',
  })
})

test.each([
  ['an hour before', -hours, true, 3_600],
  ['at that very moment', 0, true, 0],
  ['24 hours before', -24 * hours, true, 86_400],
  ['a second more than 24 hours before', -24 * hours - seconds, false, 86_401],
  ['a second afterwards', seconds, false, -1],
])('a change %s: is it before the problem?', async (_, offset, isBeforeProblem, gapSeconds) => {
  const began = nextDay()
  const ticketId = await createTicket(desk, 'acc_a', {
    problemStartedAt: began,
    openedAt: later(began, 3 * hours),
  })
  clock.set(later(began, 4 * hours))
  const { id } = await recordDeploy(desk, ci, {
    service: 'exports',
    version: `v${offset}`,
    at: later(began, offset).toISOString(),
  })
  const answer = await changesOf(ticketId)
  expect(answer).toMatchObject({ problemStartedAt: began.toISOString(), isProblemStartKnown: true })
  expect(answer.items.find((item) => item.id === id)).toMatchObject({
    kind: 'deploy',
    isBeforeProblem,
    gapSeconds,
  })
})

test('nobody said when it began: the first message of the customer counts, then the opening', async () => {
  const opened = nextDay()
  const ticketId = await createTicket(desk, 'acc_a', { openedAt: opened })
  expect(await changesOf(ticketId)).toMatchObject({
    problemStartedAt: opened.toISOString(),
    isProblemStartKnown: false,
  })
  for (const [kind, minutesAgo] of [
    ['note', 90],
    ['customer', 60],
    ['customer', 30],
  ] as const) {
    await testDesk.db
      .insertInto('message')
      .values({ ticket_id: ticketId, kind, text: 'x', at: later(opened, -minutesAgo * minutes) })
      .execute()
  }
  const { problemStartedAt } = await changesOf(ticketId)
  expect(problemStartedAt).toBe(later(opened, -hours).toISOString())
})

test('a ticket that does not exist has no changes', async () => {
  const ticketId = '00000000-0000-7000-8000-000000000000'
  await expect(changesOf(ticketId)).rejects.toMatchObject({
    reason: 'ticket.not-found',
  })
})

test('the status page is read, and what changes on it is kept with an event', async () => {
  // a test before may still wait for the page: who asks meanwhile gets that answer
  await getSystemStatus(desk, someAgent, {})
  clock.advance(minutes)
  show([{ name: 'exports', title: 'Exports', status: 'operational' }])
  expect(await getSystemStatus(desk, someAgent, {})).toMatchObject({
    isConnected: true,
    isDegraded: false,
    isStale: false,
    error: null,
    checkedAt: clock.now().toISOString(),
    components: [{ name: 'exports', title: 'Exports', state: 'operational' }],
  })
  clock.advance(minutes)
  const since = later(clock.now(), -30 * seconds).toISOString()
  show([
    { name: 'exports', title: 'Exports', status: 'outage', since, note: 'Database overloaded' },
  ])
  const ticketId = await createTicket(desk, 'acc_a')
  await getSystemStatus(desk, someAgent, {})
  const { items, status } = await changesOf(ticketId)
  expect(status).toMatchObject({
    isDegraded: true,
    components: [{ state: 'outage', since, note: 'Database overloaded' }],
  })
  expect(items.find((item) => item.kind === 'status')).toMatchObject({
    component: 'exports',
    from: 'operational',
    to: 'outage',
    at: since,
    isBeforeProblem: true,
    gapSeconds: 30,
  })
  expect((await eventsNamed('status.changed')).at(-1)?.data).toEqual({
    component: 'exports',
    from: 'operational',
    to: 'outage',
  })
})

test('the words of Statuspage are understood', async () => {
  show([
    { id: '1', name: 'Checkout', status: 'degraded_performance', description: null },
    { id: '2', name: 'Newsletter', status: 'partial_outage', description: 'Campaigns' },
    { id: '3', name: 'Login', status: 'major_outage' },
    { id: '4', name: 'DB', status: 'under_maintenance' },
  ])
  clock.advance(minutes)
  const { components } = await getSystemStatus(desk, someAgent, {})
  expect(Object.fromEntries(components.map(({ name, state }) => [name, state]))).toEqual({
    Checkout: 'degraded',
    Newsletter: 'outage',
    Login: 'outage',
    DB: 'degraded',
  })
})

test.each<[string, object]>([
  [
    'Instatus',
    {
      components: [
        { id: 'a', name: 'Checkout', status: 'DEGRADEDPERFORMANCE', description: '' },
        { id: 'b', name: 'Login', status: 'MAJOROUTAGE', group: { id: 'g', name: 'Web' } },
        { id: 'c', name: 'Mail', status: 'OPERATIONAL' },
      ],
    },
  ],
  [
    'Statuspage with groups',
    {
      page: { id: 'x' },
      components: [
        { name: 'Web', status: 'major_outage', group: true },
        { name: 'Checkout', status: 'degraded_performance', group: false },
        { name: 'Login', status: 'partial_outage' },
        { name: 'Mail', status: 'operational' },
      ],
    },
  ],
  [
    'Cachet 2',
    {
      meta: { pagination: {} },
      data: [
        { id: 1, name: 'Checkout', description: '', status: 2, status_name: 'Performance Issues' },
        { id: 2, name: 'Login', status: '4' },
        { id: 3, name: 'Mail', status: 1 },
      ],
    },
  ],
  [
    'Cachet 3',
    {
      data: [
        { type: 'components', attributes: { name: 'Checkout', status: { human: 'x', value: 5 } } },
        { type: 'components', attributes: { name: 'Login', status: { value: 3 } } },
        { type: 'components', attributes: { name: 'Mail', status: { value: 1 } } },
      ],
    },
  ],
])('the page of %s is understood', async (_, body) => {
  page = { status: 200, body: JSON.stringify(body) }
  clock.advance(minutes)
  const { components, error } = await getSystemStatus(desk, someAgent, {})
  expect(error).toBeNull()
  expect(components.map(({ name, state }) => [name, state])).toEqual([
    ['Checkout', 'degraded'],
    ['Login', 'outage'],
    ['Mail', 'operational'],
  ])
})

test('a page of another kind is read by the mapping; a word it does not know is said', async () => {
  const settings = {
    url: 'env:STATUS_URL',
    everyMs: minutes,
    map: { components: 'result.services', name: 'key', state: 'health.is', title: 'label' },
    states: new Map([
      ['ok', 'operational' as const],
      ['slow', 'degraded' as const],
    ]),
  }
  const show = (is: string) => {
    const services = [{ key: 'shop', label: 'The shop', health: { is } }]
    page = { status: 200, body: JSON.stringify({ result: { services } }) }
    return readStatusPage(desk.sources.project, settings)
  }
  expect(await show('slow')).toEqual([
    { name: 'shop', title: 'The shop', state: 'degraded', since: null, note: '' },
  ])
  await expect(show('constructor')).rejects.toThrow(/not understood: components\.0\.status/)
})

test('a status page that hangs does not delay the deploys', async () => {
  page = { status: 0, body: '' }
  const ticketId = await createTicket(desk, 'acc_a')
  await listChanges(desk, someAgent, { ticketId })
  expect(givenUp).toBe(0) // the page is still being waited for
  await expect
    .poll(() => getSystemStatus(desk, someAgent, {}))
    .toMatchObject({ isStale: true, error: expect.stringContaining('2000 ms') })
})

test('a component seen for the first time is a change only when it is not operational', async () => {
  await clearStatus()
  const changes = await recordStatus(desk, system('status'), {
    components: [
      { name: 'a', title: 'A', state: 'operational', since: null, note: '' },
      { name: 'b', title: 'B', state: 'degraded', since: null, note: '' },
    ],
  })
  expect(changes.map(({ name, from, to }) => [name, from, to])).toEqual([['b', null, 'degraded']])
})

test('a beginning that the page repeats from before does not backdate a new change', async () => {
  await clearStatus()
  const old = later(clock.now(), -48 * hours)
  const component = { name: 'a', title: 'A', note: '' }
  await recordStatus(desk, system('status'), {
    components: [{ ...component, state: 'operational', since: old }],
  })
  const [change] = await recordStatus(desk, system('status'), {
    components: [{ ...component, state: 'outage', since: old }],
  })
  expect(change?.at).toEqual(clock.now())
})

test('a component that vanishes from the page vanishes here; nothing changed is no event', async () => {
  show([
    { name: 'a', status: 'operational' },
    { name: 'b', status: 'operational' },
  ])
  await checkStatus(desk)
  clock.advance(minutes)
  show([{ name: 'a', status: 'operational' }])
  await checkStatus(desk)
  const before = (await eventsNamed('status.noted')).length
  clock.advance(minutes)
  await checkStatus(desk)
  expect((await getSystemStatus(desk, someAgent, {})).components.map(({ name }) => name)).toEqual([
    'a',
  ])
  expect(await eventsNamed('status.noted')).toHaveLength(before)
})

test('two nodes that ask at once record a change once', async () => {
  await clearStatus()
  const components = [{ name: 'a', title: 'A', state: 'outage' as const, since: null, note: '' }]
  await recordStatus(desk, system('status'), {
    components: [{ ...components[0]!, state: 'operational' }],
  })
  const before = (await eventsNamed('status.changed')).length
  const both = await Promise.allSettled(
    [1, 2].map(() => recordStatus(desk, system('status'), { components })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await eventsNamed('status.changed')).toHaveLength(before + 1)
})

test('a page asked lately is not asked again, and many readers are one question', async () => {
  const before = asked
  await Promise.all([checkStatus(desk), checkStatus(desk), checkStatus(desk)])
  clock.advance(29 * seconds)
  await checkStatus(desk)
  expect(asked).toBe(before + 1)
  clock.advance(seconds)
  await checkStatus(desk)
  expect(asked).toBe(before + 2)
})

test.each([
  ['answers an error', 500, 'canary', /HTTP 500/],
  ['is no JSON', 200, '<html>', /not JSON/],
  [
    'is other JSON',
    200,
    '{"components":[{"name":"a","status":"fine"}]}',
    /not understood: components\.0\.status/,
  ],
  ['is a redirect', 302, '', /redirect/],
])('a page that %s: the last answer stays, stale and said', async (_, status, body, reason) => {
  show([{ name: 'exports', status: 'degraded' }])
  await checkStatus(desk)
  const answeredAt = clock.now()
  clock.advance(minutes)
  page = { status, body }
  expect(await getSystemStatus(desk, someAgent, {})).toMatchObject({
    isStale: true,
    error: expect.stringMatching(reason),
    checkedAt: answeredAt.toISOString(),
    components: [{ name: 'exports', state: 'degraded' }],
  })
  clock.advance(minutes)
  show([{ name: 'exports', status: 'operational' }])
  expect(await getSystemStatus(desk, someAgent, {})).toMatchObject({
    isStale: false,
    error: null,
    isDegraded: false,
  })
})

test('without a status page nothing is known, and that is said', async () => {
  const none = {
    ...testDesk,
    sources: await createTestSources(testDesk, createFolder({ 'firstline.yaml': projectFile }), {}),
  }
  expect(await getSystemStatus(none, someAgent, {})).toMatchObject({
    isConnected: false,
    components: [],
  })
})

test('a page to be asked more often than every minute is asked again within this one', async () => {
  clock.set('2026-04-01T00:00:05Z')
  await checkStatusOften(desk)
  const { rows } = await testDesk.pool.query(
    "select run_at from graphile_worker.jobs where task_identifier = 'check_status'",
  )
  expect(rows).toEqual([{ run_at: new Date('2026-04-01T00:00:35Z') }])
  clock.set('2026-04-01T00:00:35Z')
  await checkStatusOften(desk)
  const again = await testDesk.pool.query(
    "select run_at from graphile_worker.jobs where task_identifier = 'check_status'",
  )
  expect(again.rows).toEqual(rows)
})

test('the built-in source of status answers one row of the named components', async () => {
  const scope = await createScope(desk, 'acc_s')
  const source = statusSource(desk, desk.sources.project)
  show([
    { name: 'exports', status: 'degraded' },
    { name: 'mail', status: 'operational' },
  ])
  const all = await source(scope, {}, noSignal)
  expect(all).toMatchObject({ isSingle: true, rows: [{ degraded: true, stale: false, age_s: 0 }] })
  const mail = await source(scope, { names: ['mail'] }, noSignal)
  expect(mail.rows).toMatchObject([
    { degraded: false, components: [{ name: 'mail', state: 'operational' }] },
  ])
  await expect(source(scope, { names: ['mial'] }, noSignal)).rejects.toMatchObject({
    reason: 'source.params-invalid',
    message: expect.stringContaining('“mail”'),
  })
})

test('no decision stands on a status older than 15 minutes', async () => {
  const scope = await createScope(desk, 'acc_s')
  const source = statusSource(desk, desk.sources.project)
  show([{ name: 'exports', status: 'operational' }])
  await checkStatus(desk)
  page = { status: 503, body: '' }
  clock.advance(14 * minutes)
  expect(await source(scope, {}, noSignal)).toMatchObject({ rows: [{ stale: true, age_s: 840 }] })
  clock.advance(2 * minutes)
  await expect(source(scope, {}, noSignal)).rejects.toMatchObject({ reason: 'source.unavailable' })
})

test('the built-in source of changes answers the latest deploy of the services, with its age', async () => {
  const scope = await createScope(desk, 'acc_s')
  clock.set(nextDay())
  for (const [service, version, ago] of [
    ['exports', '4.1', 20 * hours],
    ['exports', '4.2', 2 * hours],
    ['web', '8', hours],
    ['exports', '3', 30 * hours],
  ] as const) {
    await recordDeploy(desk, ci, { service, version, at: later(clock.now(), -ago).toISOString() })
  }
  const source = changesSource(desk)
  expect(
    (await source(scope, { window: '24h', services: ['exports', 'mail'] }, noSignal)).rows,
  ).toMatchObject([
    {
      count: 2,
      latest: { service: 'exports', version: '4.2', at_age_s: 7_200 },
      items: [{ version: '4.2' }, { version: '4.1' }],
    },
  ])
  expect((await source(scope, { services: ['none'] }, noSignal)).rows).toEqual([
    { count: 0, latest: null, items: [] },
  ])
  await expect(source(scope, { window: 'a day' }, noSignal)).rejects.toMatchObject({
    reason: 'source.params-invalid',
  })
})

/** Asks the status page first, so that the list does not ask it behind a test's back. */
async function changesOf(ticketId: string) {
  await checkStatus(desk)
  return listChanges(desk, someAgent, { ticketId })
}

function show(components: readonly Component[]): void {
  page = { status: 200, body: JSON.stringify({ components }) }
}

let day = 0
/** A day of its own for each test, so that their changes do not meet. */
function nextDay(): Date {
  day += 10
  return new Date(Date.UTC(2026, 5, 1 + day, 12))
}

async function clearStatus(): Promise<void> {
  await testDesk.db.deleteFrom('status_component').execute()
}

function eventsNamed(name: string) {
  return testDesk.db
    .selectFrom('event')
    .select(['data', 'actor_id'])
    .where('name', '=', name)
    .orderBy('id')
    .execute()
}
