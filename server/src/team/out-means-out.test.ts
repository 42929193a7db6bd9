import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#server/core/config.ts'
import { days } from '#server/core/clock.ts'
import { createApp } from '#server/create-app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { system } from '#server/core/actor.ts'
import { addPerson } from './add-person.ts'
import { createApiKey } from './create-api-key.ts'
import { disablePerson } from './disable-person.ts'
import { getTeam } from './queries.ts'
import { mailKeyEnding } from './mail-key-ending.ts'
import { getSignInSecurity } from './end-session.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { withSignIn } from './testing/with-sign-in.ts'
import { warnOfEndingKeys } from './warn-of-ending-keys.ts'

const desk = await createTestDesk()
const lead = await createPerson(desk, { role: 'lead', name: 'Lena' })
const config = readConfig({
  LOG_LEVEL: 'silent',
  FIRSTLINE_HOME: '/nowhere',
  PUBLIC_URL: 'http://localhost:3999',
  TRUST_PROXY: '127.0.0.1',
})

/** One of the nodes of a desk. */
async function startNode() {
  const app = { ...(await createApp(config, desk.url)), clock: desk.clock }
  const http = await createHttpOf(app)
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  afterAll(async () => {
    await http.close()
    await app.close()
  })
  return { app, http, address }
}
const nodes = [await startNode(), await startNode()] as const

const readers = ['event:stream', 'person:read'] as const
const newKey = (owner = lead, expiresInDays = 90) =>
  createApiKey(desk, owner, { name: 'watcher', permissions: [...readers], expiresInDays })
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

function ask(key: string, remoteAddress = '127.0.0.1') {
  return nodes[0].http.inject({ url: '/api/people', headers: bearer(key), remoteAddress })
}

test('an open stream ends on every node when who answers for it is disabled', async () => {
  const owner = await createPerson(desk, { role: 'lead' })
  const { key } = await newKey(owner)
  const streams = await Promise.all(
    nodes.map(({ address }) => fetch(`${address}/api/events`, { headers: bearer(key) })),
  )
  expect(streams.map(({ status }) => status)).toEqual([200, 200])
  await disablePerson(desk, lead, { personId: owner.id })
  // each ends by itself: reading to the end is enough
  await Promise.all(streams.map((stream) => stream.text()))
  const refused = await ask(key)
  expect(refused.json()).toMatchObject({ status: 401, reason: 'key.asleep' })
})

describe('an export of the record under way', () => {
  // more than lies in buffers between who writes and who reads
  beforeAll(() =>
    desk.pool.query(
      `insert into event (at, name, actor_kind, data)
      select now(), 'person.signed_out', 'system', jsonb_build_object('person', repeat('x', 8000))
      from generate_series(1, 3000)`,
    ),
  )

  test.each(['ndjson', 'csv', 'sealed'])(
    'ends without its end when who asked is disabled: %s',
    async (format) => {
      const owner = await createPerson(desk, { role: 'lead' })
      const { key } = await createApiKey(desk, owner, {
        name: 'auditor',
        permissions: ['audit:read'],
        expiresInDays: 90,
      })
      const url = `${nodes[0].address}/api/record/export?format=${format}`
      const taken = await fetch(url, { headers: bearer(key) })
      expect(taken.status).toBe(200)
      const reader = taken.body!.getReader()
      expect((await reader.read()).done).toBe(false)
      await disablePerson(desk, lead, { personId: owner.id })
      const readOn = async () => {
        while (!(await reader.read()).done);
      }
      await expect(readOn()).rejects.toThrow(/terminated|closed/)
    },
  )
})

test('the very next request of who was disabled is refused on every node, at once', async () => {
  const email = 'mo@desk.example'
  const password = 'tangerine-kettle-voltage-42'
  const wish = { email, name: 'Mo', role: 'agent', line: 'L1', password } as const
  const { id: personId } = await addPerson(nodes[0].app, system('test'), wish)
  const signIn = await nodes[0].http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { origin: config.publicUrl },
    payload: { email, password },
  })
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const statuses = () =>
    Promise.all(
      nodes.map(async ({ http }) => {
        const { statusCode } = await http.inject({ url: '/api/me', headers: { cookie } })
        return statusCode
      }),
    )
  expect(await statuses()).toEqual([200, 200])
  await disablePerson(desk, lead, { personId })
  expect(await statuses()).toEqual([401, 401])
})

test('an ended key says that it has ended, and nothing to who only guesses', async () => {
  const { key } = await newKey(lead, 1)
  expect((await ask(key)).statusCode).toBe(200)
  desk.clock.advance(days)
  expect((await ask(key)).json()).toMatchObject({ status: 401, reason: 'key.expired' })
  expect((await ask(`${key}x`)).json()).toMatchObject({ status: 401, reason: 'key.unknown' })
})

test('where a key is used is known, and each new network is on record with the address', async () => {
  const { id, key } = await newKey()
  for (const address of [
    '192.0.2.7',
    '192.0.2.9',
    '::ffff:192.0.2.8',
    '2001:db8:1:2::3',
    '2001:db8:1:9::3',
  ]) {
    expect((await ask(key, address)).statusCode).toBe(200)
  }
  await Promise.all(Array.from({ length: 8 }, () => ask(key, '198.51.100.1')))
  const events = await desk.db
    .selectFrom('event')
    .select(['actor_id', 'data'])
    .where('name', '=', 'api_key.used_from_new_network')
    .where('actor_id', '=', id)
    .orderBy('id')
    .execute()
  const seen = events.map(({ data }) => data as { network: string; address: string })
  expect(seen.map(({ network, address }) => [network, address])).toEqual([
    ['192.0.2.0/24', '192.0.2.7'],
    ['2001:db8:1::/48', '2001:db8:1:2::3'],
    ['198.51.100.0/24', '198.51.100.1'],
  ])
  const { keys } = await getTeam({ ...desk, ...withSignIn() }, lead, {})
  expect(keys.find((each) => each.id === id)).toMatchObject({
    lastUsedFrom: '198.51.100.0/24',
    lastUsedAt: desk.clock.now().toISOString(),
    state: 'active',
  })
})

test('who answers for a key is told 14 and 3 days before it ends, once each, on record and by mail', async () => {
  const sent: { to: { address: string }; text: string }[] = []
  const mailer = {
    isConnected: true,
    send: async (mail: (typeof sent)[number]) => void sent.push(mail),
  }
  const { app } = nodes[0]
  const told = { ...app, mailer }
  const owner = await createPerson(desk, { role: 'lead' })
  const { id } = await newKey(owner, 20)
  const sleeping = await createPerson(desk, { role: 'lead' })
  await newKey(sleeping, 20)
  await disablePerson(desk, lead, { personId: sleeping.id })
  const events = async () => {
    const rows = await desk.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'api_key.ending')
      .orderBy('id')
      .execute()
    return rows.map(({ data }) => data as { key: string; owner: string; days: number })
  }
  await warnOfEndingKeys(told)
  expect(await events()).toEqual([])
  desk.clock.advance(6 * days)
  await Promise.all([warnOfEndingKeys(told), warnOfEndingKeys(told)])
  await warnOfEndingKeys(told)
  expect(await events()).toMatchObject([{ key: id, owner: owner.id, days: 14 }])
  const own = await getSignInSecurity(app, owner, {})
  expect(own.keys).toMatchObject([{ id, kind: 'key', name: 'watcher' }])
  desk.clock.advance(11 * days)
  await warnOfEndingKeys(told)
  await warnOfEndingKeys(told)
  expect(await events()).toMatchObject([{ days: 14 }, { key: id, days: 3 }])
  const { rows: jobs } = await desk.pool.query<{ key: string }>(
    `select key from graphile_worker._private_jobs where key like 'key-ending:%' order by key`,
  )
  expect(jobs.map(({ key }) => key)).toEqual([`key-ending:${id}:14`, `key-ending:${id}:3`])
  await mailKeyEnding(told, { table: 'api_key', id })
  expect(sent).toMatchObject([{ text: expect.stringContaining('“watcher”, which you answer for') }])
  await revokeApiKey(desk, lead, { keyId: id })
  await mailKeyEnding(told, { table: 'api_key', id })
  expect(sent).toHaveLength(1)
})

test('a key made for less than the last warning is told of once', async () => {
  const owner = await createPerson(desk, { role: 'lead' })
  const { id } = await newKey(owner, 2)
  const told = { ...nodes[0].app, mailer: createMailer({ smtpUrl: undefined, dkim: undefined }) }
  await warnOfEndingKeys(told)
  desk.clock.advance(days)
  await warnOfEndingKeys(told)
  const rows = await desk.db
    .selectFrom('event')
    .select('data')
    .where('name', '=', 'api_key.ending')
    .execute()
  expect(rows.filter(({ data }) => (data as { key: string }).key === id)).toHaveLength(1)
})
