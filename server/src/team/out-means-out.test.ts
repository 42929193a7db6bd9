import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#server/core/config.ts'
import { days } from '#server/core/clock.ts'
import { createApp } from '#server/create-app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createApiKey } from './create-api-key.ts'
import { disablePerson } from './manage-person.ts'
import { getTeam } from './queries.ts'

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
  const { keys } = await getTeam(desk, lead, {})
  expect(keys.find((each) => each.id === id)).toMatchObject({
    lastUsedFrom: '198.51.100.0/24',
    lastUsedAt: desk.clock.now().toISOString(),
    state: 'active',
  })
})
