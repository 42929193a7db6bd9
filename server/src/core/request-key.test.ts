import type { RouteTable } from '@firstline/contract/route'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDesk } from '#server/testing/desk.ts'
import { anonymous } from './actor.ts'
import type { Actor } from './actor.ts'
import { hours } from './clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from './errors.ts'
import { createHttp } from './http.ts'
import { claimKey, forgetRequestKeys } from './request-key.ts'
import { defineVerb } from './verb.ts'

const desk = await createTestDesk()
let statements: string[] = []
const db = new Kysely<DB>({
  dialect: new PostgresDialect({ pool: desk.pool }),
  log: ({ query }) => void statements.push(query.sql),
})
beforeEach(() => {
  statements = []
})

const Setting = z.object({ key: z.string(), isRefused: z.boolean().default(false) })
const writeSetting = defineVerb({
  permission: 'ticket:write',
  input: Setting,
  async run({ tx }, { key, isRefused }) {
    const value = JSON.stringify(Math.random())
    await tx
      .insertInto('setting')
      .values({ key: `${key} ${value}`, value })
      .execute()
    if (isRefused) throw new Conflict('setting.refused', 'Not so')
    const result = { size: 'ten', at: new Date(0) }
    return { result, events: [{ name: 'phrase.forgotten', data: { phrase: key } }] }
  },
})

const Answer = z.object({ size: z.string(), at: z.codec(z.string(), z.date(), dateCodec()) })
function dateCodec() {
  return {
    decode: (text: string) => new Date(text),
    encode: (date: Date) => date.toISOString(),
  }
}
const write = {
  method: 'POST',
  summary: 'Write a setting',
  permission: 'ticket:write',
  body: Setting,
  response: Answer,
} as const
const routes = {
  write: { ...write, path: '/settings' },
  writeOther: { ...write, path: '/others' },
  writeSecret: {
    ...write,
    path: '/secrets',
    repeated: { is: 'refused', because: 'it is shown once' },
  },
} as const satisfies RouteTable

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'agent', line: 'L1' }
const emil: Actor = { ...ada, id: 'emil', name: 'Emil' }
const handler: Parameters<typeof createHttp>[0]['handlers'][string] = {
  permission: 'ticket:write',
  handle: (actor, input, { promised }) => writeSetting({ ...desk, db }, actor, input, promised),
}
const http = await createHttp({
  log: desk.log,
  routes,
  version: '0',
  origins: [],
  authenticate: async ({ headers }) =>
    headers['x-who'] === 'emil' ? emil : headers['x-who'] === 'nobody' ? anonymous : ada,
  keys: { db, secret: Buffer.from('secret') },
  handlers: { write: handler, writeOther: handler, writeSecret: handler },
})
afterAll(() => http.close())

function ask(setting: string, key?: string, { who = 'ada', url = '/settings', more = {} } = {}) {
  return http.inject({
    method: 'POST',
    url,
    headers: { 'x-who': who, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    payload: { key: setting, ...more },
  })
}

async function timesWritten(setting: string): Promise<number> {
  const query = desk.db.selectFrom('setting').select('key').where('key', 'like', `${setting} %`)
  return (await query.execute()).length
}

test('the same request under the same key is done once, and answered byte by byte the same', async () => {
  const first = await ask('once', 'k-once')
  expect(first.json()).toEqual({ size: 'ten', at: '1970-01-01T00:00:00.000Z' })
  expect(first.headers['idempotency-replayed']).toBeUndefined()
  const again = await ask('once', 'k-once')
  expect(again.statusCode).toBe(200)
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(again.headers['content-type']).toBe(first.headers['content-type'])
  expect(again.body).toBe(first.body)
  // as a structured field it stands in quotes: the same key
  expect((await ask('once', '"k-once"')).headers['idempotency-replayed']).toBe('true')
  expect(await timesWritten('once')).toBe(1)
})

test('of 25 at once one writes; the others are answered the same, or told that it is being done', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, () => ask('crowd', 'k-crowd')))
  expect(await timesWritten('crowd')).toBe(1)
  const reasons = answers.map((answer) =>
    answer.statusCode === 200 ? 'done' : answer.json<{ reason: string }>().reason,
  )
  expect(reasons.filter((reason) => !['done', 'idempotency-key.running'].includes(reason))).toEqual(
    [],
  )
  expect(reasons).toContain('done')
  const first = answers.filter(
    ({ statusCode, headers }) => statusCode === 200 && !headers['idempotency-replayed'],
  )
  expect(first).toHaveLength(1)
  expect((await ask('crowd', 'k-crowd')).body).toBe(first[0]!.body)
})

test('while the first is not committed the second is told so, and does not wait', async () => {
  await db.transaction().execute(async (tx) => {
    const keyed = {
      actor: 'person ada',
      route: 'write',
      key: 'k-held',
      fingerprint: Buffer.from(''),
      isAnswerSecret: false,
    }
    await claimKey(tx, keyed, desk.clock.now())
    const second = await ask('held', 'k-held')
    expect(second.json()).toMatchObject({ status: 409, reason: 'idempotency-key.running' })
    expect(second.headers['retry-after']).toBe('1')
  })
  expect(await timesWritten('held')).toBe(0)
})

test('another request under the same key is a mistake, and nothing is done', async () => {
  await ask('mine', 'k-mine')
  const other = await ask('other', 'k-mine')
  expect(other.json()).toMatchObject({ status: 422, reason: 'idempotency-key.reused' })
  expect(await timesWritten('other')).toBe(0)
})

test("a key is its actor's and its route's", async () => {
  await ask('shared', 'k-shared')
  expect(
    (await ask('shared', 'k-shared', { who: 'emil' })).headers['idempotency-replayed'],
  ).toBeUndefined()
  expect(
    (await ask('shared', 'k-shared', { url: '/others' })).headers['idempotency-replayed'],
  ).toBeUndefined()
  expect(await timesWritten('shared')).toBe(3)
  expect((await ask('shared', 'k-shared', { who: 'nobody' })).statusCode).toBe(401)
})

test('what was refused was not done: the key is free', async () => {
  expect((await ask('freed', 'k-freed', { more: { isRefused: true } })).statusCode).toBe(409)
  expect((await ask('freed', 'k-freed')).statusCode).toBe(200)
  expect(await timesWritten('freed')).toBe(1)
})

test('of an answer with a secret only that it was done is kept', async () => {
  const first = await ask('hidden', 'k-hidden', { url: '/secrets' })
  expect(first.statusCode).toBe(200)
  const again = await ask('hidden', 'k-hidden', { url: '/secrets' })
  expect(again.json()).toMatchObject({ status: 409, reason: 'idempotency-key.answer-not-kept' })
  expect(await timesWritten('hidden')).toBe(1)
})

test.each(['', '"', 'a b', '"open', 'x'.repeat(201), 'a, b', 'ü'])(
  'what is no key is refused: %j',
  async (key) => {
    const answer = await ask('malformed', key)
    expect(answer.json()).toMatchObject({ status: 400, reason: 'idempotency-key.malformed' })
  },
)

test('without a key no statement is added, with one two are, and an answer that is kept needs one', async () => {
  await ask('counted')
  const without = statements.length
  statements = []
  await ask('counted', 'k-counted')
  expect(statements.length - without).toBe(2)
  statements = []
  await ask('counted', 'k-counted')
  expect(statements).toHaveLength(1)
})

test('a key is kept for a day, then forgotten in batches', async () => {
  await ask('old', 'k-old')
  desk.clock.advance(23 * hours)
  await ask('newer', 'k-newer')
  await forgetRequestKeys(desk)
  expect((await ask('old', 'k-old')).headers['idempotency-replayed']).toBe('true')
  const many = Array.from({ length: 30 }, (_, index) => ({
    actor: 'person ada',
    route: 'write',
    key: `many ${index}`,
    fingerprint: Buffer.from(''),
    answer: null,
    at: new Date(0),
  }))
  await desk.db.insertInto('request_key').values(many).execute()
  desk.clock.advance(2 * hours)
  statements = []
  await forgetRequestKeys({ db, clock: desk.clock }, 10)
  expect(statements.length).toBeGreaterThanOrEqual(4)
  const left = await desk.db.selectFrom('request_key').select('key').execute()
  expect(left.map(({ key }) => key)).toEqual(['k-newer'])
})
