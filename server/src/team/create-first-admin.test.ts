import { afterAll, beforeEach, expect, test } from 'vitest'
import { hours, minutes } from '#server/core/clock.ts'
import { readConfig } from '#server/core/config.ts'
import { createApp } from '#server/create-app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { createPerson } from '#server/testing/people.ts'
import { makeSetupCode } from './setup-code.ts'

const publicUrl = 'http://localhost:3999'
const testDesk = await createTestDesk()
const { clock } = testDesk
const made = await createApp(
  readConfig({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  testDesk.url,
)
const app = { ...made, clock }
const http = await createHttpOf(app)
afterAll(async () => {
  await http.close()
  await made.close()
})

beforeEach(async () => {
  await app.db.deleteFrom('person').execute()
  await app.db.deleteFrom('auth.user').execute()
  await app.db.deleteFrom('sign_in_attempt').execute()
})

const good = 'tangerine-kettle-voltage-42'
let asked = 0

/** From an address of its own each time: the limit of one is the route's. */
function post(url: string, payload: object, remoteAddress = `10.2.${(asked += 1)}.1`) {
  return http.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { origin: publicUrl },
    payload,
  })
}

function createBy(code: string | null, more: object = {}, address?: string) {
  const wish = { code, name: 'Mira Holm', email: 'mira@desk.example', password: good, ...more }
  return post('/api/setup/first-admin', wish, address)
}

async function countPeople() {
  return (await app.db.selectFrom('person').select('id').execute()).length
}

test('whoever has the code of the start becomes the first administrator, on record', async () => {
  const code = await makeSetupCode(app)
  const before = await app.db.selectFrom('event').select('id').execute()
  expect((await createBy(code)).statusCode).toBe(200)
  const signedIn = await post('/api/auth/sign-in/email', {
    email: 'mira@desk.example',
    password: good,
  })
  expect(signedIn.statusCode).toBe(200)
  const { role } = await app.db.selectFrom('person').select('role').executeTakeFirstOrThrow()
  expect(role).toBe('admin')
  const events = await app.db.selectFrom('event').selectAll().orderBy('id').execute()
  const since = events.slice(before.length)
  expect(since.map(({ name }) => name)).toEqual([
    'person.invited',
    'person.password_set',
    'person.signed_in',
  ])
  const kept = JSON.stringify([events, await app.db.selectFrom('setting').selectAll().execute()])
  for (const secret of [code, code?.replaceAll('-', ''), good]) expect(kept).not.toContain(secret)
})

test('a code is read however it was typed', async () => {
  const code = await makeSetupCode(app)
  const typed = ` ${code?.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')}`
  expect((await createBy(typed)).statusCode).toBe(200)
})

test('a wrong code, one of an earlier start, or an old one makes nobody', async () => {
  const earlier = await makeSetupCode(app)
  const code = await makeSetupCode(app)
  const wrong = { status: 403, reason: 'setup.code-wrong' }
  expect((await createBy('0000-0000-0000-0000')).json()).toMatchObject(wrong)
  expect((await createBy(earlier)).json()).toMatchObject(wrong)
  clock.advance(25 * hours)
  expect((await createBy(code)).json()).toMatchObject(wrong)
  expect(await countPeople()).toBe(0)
})

test('a password that is guessed is refused, and the code goes on working', async () => {
  const code = await makeSetupCode(app)
  for (const password of ['aaaaaaaaaaaa', 'mira-holm-123']) {
    expect((await createBy(code, { password })).statusCode).toBe(400)
  }
  expect((await createBy(code)).statusCode).toBe(200)
})

test('of many at once one becomes the first, and the code is used up', async () => {
  const code = await makeSetupCode(app)
  // nobody is added until all of them have been found right
  const others = await app.pool.connect()
  await others.query('begin; lock table "auth"."user" in share mode')
  const asking = [1, 2, 3, 4].map((n) => createBy(code, { email: `mira${n}@desk.example` }))
  const waiting = `select count(*)::int from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  await eventually(async () => {
    expect((await app.pool.query(waiting)).rows).toEqual([{ count: 4 }])
  })
  await others.query('commit')
  others.release()
  const statuses = (await Promise.all(asking)).map(({ statusCode }) => statusCode)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  expect(await countPeople()).toBe(1)
})

test('once somebody is there it is over, also when nobody of them may come in any more', async () => {
  const code = await makeSetupCode(app)
  await createPerson(app)
  await app.db.updateTable('person').set({ disabled_at: clock.now() }).execute()
  expect((await createBy(code)).json()).toMatchObject({ status: 409, reason: 'setup.done' })
  expect(await makeSetupCode(app)).toBeNull()
  expect(await countPeople()).toBe(1)
})

test('guesses are slowed down, of one address and of all together', async () => {
  const code = await makeSetupCode(app)
  const ofOne = []
  for (let n = 0; n < 11; n++) ofOne.push((await createBy('wrong', {}, '10.3.0.1')).statusCode)
  expect(ofOne.filter((status) => status === 429)).toHaveLength(1)
  for (let n = 0; n < 10; n++) await createBy('wrong')
  const slowed = await createBy(code)
  expect(slowed.json()).toMatchObject({ status: 429, reason: 'sign-in.slowed' })
  clock.advance(2 * minutes)
  expect((await createBy(code)).statusCode).toBe(200)
})
