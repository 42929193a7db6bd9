import { gunzipSync } from 'node:zlib'
import type { RouteTable } from '@firstline/contract/route'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anonymous } from './actor.ts'
import type { Actor } from './actor.ts'
import { Limited } from './errors.ts'
import { createHttp } from './http.ts'
import type { Incoming } from './http.ts'
import { Unauthenticated } from './problem.ts'

const agent: Actor = { kind: 'person', id: 'a', name: 'Ada', role: 'agent', line: 'L1' }
const thing = z.object({ size: z.number().max(3) })
const routes = {
  changeThing: {
    method: 'POST',
    path: '/things/{thingId}',
    summary: 'Change a thing',
    permission: 'ticket:write',
    params: z.object({ thingId: z.string() }),
    body: thing,
    response: thing.extend({ thingId: z.string() }),
  },
  lead: {
    method: 'GET',
    path: '/lead',
    summary: 'For leads',
    permission: 'person:manage',
    response: z.object({}),
  },
  ask: {
    method: 'POST',
    path: '/ask',
    summary: 'What costs something',
    permission: 'public',
    triesAMinute: 2,
    response: z.object({}),
  },
  fail: {
    method: 'GET',
    path: '/fail/{how}',
    summary: 'Fails',
    permission: 'public',
    params: z.object({ how: z.string() }),
    response: z.object({}),
  },
} as const satisfies RouteTable

const failures: Record<string, () => Error> = {
  limited: () => new Limited('thing.too-often', 'Wait a little', 7),
  unexpected: () => new Error('the password is hunter2'),
  gone: () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  slow: () => Object.assign(new Error('canceling statement'), { code: '57014' }),
  overtaken: () => Object.assign(new Error('deadlock detected'), { code: '40P01' }),
}

const http = await createHttp({
  log: pino({ level: 'silent' }),
  routes,
  version: '0.0.0',
  origins: ['http://desk.example'],
  authenticate: async (request) => (request.headers['x-who'] === 'agent' ? agent : anonymous),
  handlers: {
    changeThing: { permission: 'ticket:write', handle: async (_actor, input) => input },
    lead: { permission: 'person:manage', handle: async () => ({}) },
    ask: { permission: 'public', handle: async () => ({}) },
    fail: {
      permission: 'public',
      handle: async (_actor, input: { how: string }) => {
        throw failures[input.how]!()
      },
    },
  },
})
afterAll(() => http.close())

const cookie = { cookie: 'session=1', 'x-who': 'agent' }
const change = (headers: Record<string, string>, payload: unknown = { size: 1 }) =>
  http.inject({ method: 'POST', url: '/things/t1', headers, payload: payload as object })

test('a call that fits is answered, with security headers and the request id it came with', async () => {
  const answer = await change({ 'x-who': 'agent', 'x-request-id': 'from-the-proxy-1' })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ thingId: 't1', size: 1 })
  expect(answer.headers['x-request-id']).toBe('from-the-proxy-1')
  expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test('nobody is asked to sign in, before the input is looked at', async () => {
  const answer = await change({}, { size: 'huge' })
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 401, reason: 'session.missing' })
})

test('what costs something is asked for so often from one address, or network, and no more', async () => {
  const ask = async (remoteAddress: string) => {
    const { statusCode, headers } = await http.inject({
      method: 'POST',
      url: '/ask',
      remoteAddress,
    })
    return [statusCode, Number(headers['retry-after'] ?? 0) > 0]
  }
  const answers = [await ask('2001:db8::1'), await ask('2001:db8::2'), await ask('2001:db8::3')]
  expect(answers).toEqual([
    [200, false],
    [200, false],
    [429, true],
  ])
  expect(await ask('198.51.100.4')).toEqual([200, false])
})

test('what is refused, or is no address at all, counts as much as what is answered', async () => {
  let lookedUp = 0
  const busy = await createHttp({
    log: pino({ level: 'silent' }),
    routes: { lead: routes.lead },
    version: '0.0.0',
    origins: [],
    rateLimit: 3,
    authenticate: async () => {
      lookedUp += 1
      throw new Unauthenticated('This key is not known')
    },
    handlers: { lead: { permission: 'person:manage', handle: async () => ({}) } },
  })
  const statuses: number[] = []
  for (const url of ['/lead', '/lead', '/nowhere', '/lead', '/nowhere']) {
    statuses.push((await busy.inject({ url })).statusCode)
  }
  await busy.close()
  expect(statuses).toEqual([401, 401, 404, 429, 429])
  expect(lookedUp).toBe(2)
})

test('a role without the permission is refused', async () => {
  const answer = await http.inject({ url: '/lead', headers: { 'x-who': 'agent' } })
  expect(answer.json()).toMatchObject({ status: 403, reason: 'permission.missing' })
})

test('a change with a session from another site, or from nowhere, is refused', async () => {
  for (const headers of [cookie, { ...cookie, origin: 'https://evil.example' }]) {
    expect((await change(headers)).json()).toMatchObject({ status: 403, reason: 'origin.foreign' })
  }
  expect((await change({ ...cookie, origin: 'http://desk.example' })).statusCode).toBe(200)
})

test('a look with a session needs no origin, also when only the head is asked for', async () => {
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await http.inject({ method, url: '/fail/limited', headers: cookie })
    expect(answer.statusCode, method).toBe(429)
  }
})

test('an address says nothing beyond what the contract declares of it', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/things/t1?size=2&thingId=t2',
    headers: { 'x-who': 'agent' },
    payload: { size: 1, thingId: 't3' },
  })
  expect(answer.json()).toEqual({ thingId: 't1', size: 1 })
})

test('an answer is kept by no cache', async () => {
  expect((await change({ 'x-who': 'agent' })).headers['cache-control']).toBe('no-store')
})

test('an address that cannot be decoded is a problem with headers like any other', async () => {
  const answer = await http.inject('/%ff')
  expect(answer.json()).toMatchObject({ status: 400, reason: 'request.malformed' })
  expect(answer.headers['content-security-policy']).toBe("default-src 'none'")
})

test('input that does not fit is named by its path', async () => {
  const answer = await change({ 'x-who': 'agent' }, { size: 4 })
  expect(answer.json()).toMatchObject({
    status: 400,
    reason: 'input.invalid',
    errors: [{ path: 'size' }],
  })
})

test('a body that is not JSON, or too large, is a problem and not a crash', async () => {
  const headers = { 'x-who': 'agent', 'content-type': 'application/json' }
  const broken = await http.inject({ method: 'POST', url: '/things/t1', headers, payload: '{"si' })
  expect(broken.json()).toMatchObject({ status: 400, reason: 'request.malformed' })
  const huge = await change(headers, { size: 1, text: 'x'.repeat(1_100_000) })
  expect(huge.json()).toMatchObject({ status: 413, reason: 'request.too-large' })
})

test('a limit says when to come back', async () => {
  const answer = await http.inject('/fail/limited')
  expect(answer.statusCode).toBe(429)
  expect(answer.headers['retry-after']).toBe('7')
  expect(answer.json()).toMatchObject({ reason: 'thing.too-often', retryAfterSeconds: 7 })
})

test('an unexpected error says nothing of its inside', async () => {
  const answer = await http.inject('/fail/unexpected')
  expect(answer.json()).toMatchObject({ status: 500, reason: 'server.unexpected' })
  expect(answer.body).not.toContain('hunter2')
})

test('a database that went away is said as such', async () => {
  const answer = await http.inject('/fail/gone')
  expect(answer.json()).toMatchObject({ status: 503, reason: 'database.unavailable' })
})

test('a question that takes the database too long is said as such', async () => {
  const answer = await http.inject('/fail/slow')
  expect(answer.json()).toMatchObject({ status: 503, reason: 'database.too-slow' })
})

test('a change that others have overtaken too often is said as such', async () => {
  const answer = await http.inject('/fail/overtaken')
  expect(answer.json()).toMatchObject({ status: 503, reason: 'database.overtaken' })
})

test('the table is the API description', async () => {
  const document = (await http.inject('/openapi.json')).json() as { paths: object; openapi: string }
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths)).toEqual(['/things/{thingId}', '/lead', '/ask', '/fail/{how}'])
  expect(JSON.stringify(document.paths)).toContain('At most 2 a minute from one address')
})

test('a handler whose permission is not the one of the contract keeps the server from starting', async () => {
  const wrong = createHttp({
    log: pino({ level: 'silent' }),
    routes: { lead: routes.lead },
    version: '0.0.0',
    origins: [],
    authenticate: async () => agent,
    handlers: { lead: { permission: 'public', handle: async () => ({}) } },
  })
  await expect(wrong).rejects.toThrow(/lead: the contract says person:manage, not public/)
})

test('a handler that takes other input than the contract parsed keeps the server from starting', async () => {
  const start = (input: z.ZodType) =>
    createHttp({
      log: pino({ level: 'silent' }),
      routes: { changeThing: routes.changeThing },
      version: '0.0.0',
      origins: [],
      authenticate: async () => agent,
      handlers: {
        changeThing: { permission: 'ticket:write', input, handle: async (_actor, given) => given },
      },
    })
  const { params } = routes.changeThing
  const wider = params.extend({ size: z.number() })
  for (const other of [thing, wider, params.extend({ ...thing.shape, more: z.string() })]) {
    await expect(start(other)).rejects.toThrow(/changeThing: its input is not made of the fields/)
  }
  const checked = params.extend(thing.shape).refine(({ size }) => size > 1)
  await expect(start(checked)).rejects.toThrow(/changeThing: its input/)
  await (await start(params.extend(thing.shape))).close()
})

test('the address of a caller is believed from the proxies named, and from nobody else', async () => {
  const ask = async (trustProxy: string) => {
    const proxied = await createHttp({ ...base, trustProxy })
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const answer = await proxied.inject({ url: '/who', headers, remoteAddress: '10.0.0.5' })
    await proxied.close()
    return answer.json()
  }
  expect(await ask('loopback')).toEqual({ address: '10.0.0.5' })
  expect(await ask('10.0.0.0/8')).toEqual({ address: '203.0.113.7' })
})

const who = {
  method: 'GET',
  path: '/who',
  summary: 'Who asks',
  permission: 'public',
  response: z.object({ address: z.string() }),
} as const satisfies RouteTable[string]

const base = {
  log: pino({ level: 'silent' }),
  routes: { who },
  version: '0.0.0',
  origins: [],
  authenticate: async () => anonymous,
  handlers: {
    who: {
      permission: 'public' as const,
      handle: async (_actor: Actor, _input: unknown, { request }: Incoming) => ({
        address: request.ip,
      }),
    },
  },
}

test('an answer over a kilobyte is compressed for who can read that, a small one is not', async () => {
  const ask = (url: string) => http.inject({ url, headers: { 'accept-encoding': 'gzip' } })
  const [large, small] = [await ask('/openapi.json'), await ask('/lead')]
  expect(large.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(large.rawPayload).toString()).toContain('"openapi"')
  expect(small.headers['content-encoding']).toBeUndefined()
})

test.each([
  ['{"size":1,"__proto__":{"x":1}}', /“__proto__” or “constructor.prototype” as a name/],
  [
    '{"size":1,"deep":[{"constructor":{"prototype":{}}}]}',
    /“__proto__” or “constructor.prototype”/,
  ],
  ['{"size":1', /not valid JSON/],
  ['', /Body cannot be empty/],
])('a body that cannot be read says why: %s', async (payload, words) => {
  const headers = { 'x-who': 'agent', 'content-type': 'application/json' }
  const answer = await http.inject({ method: 'POST', url: '/things/t1', headers, payload })
  expect(answer.json()).toMatchObject({ status: 400, reason: 'request.malformed' })
  expect(answer.json<{ detail: string }>().detail).toMatch(words)
})
