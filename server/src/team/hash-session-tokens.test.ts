import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createAuth } from './auth.ts'
import { hashOfToken } from './hash-session-tokens.ts'
import { addPerson } from './add-person.ts'

const desk = await createTestDesk()
const publicUrl = 'https://desk.example'
const secret = 'a secret of thirty-two characters or more'
const auth = createAuth(desk.db, pino({ level: 'silent' }), { publicUrl, secret })
const password = 'correct horse battery'
const email = 'sina@firstline.test'
await addPerson({ ...desk, auth }, system('setup'), {
  email,
  name: 'Sina',
  role: 'agent',
  line: 'L1',
  password,
})

async function post(path: string, body: object, cookie = '') {
  const headers = { origin: publicUrl, 'content-type': 'application/json', cookie }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await auth.handler(new Request(`${publicUrl}/api/auth/${path}`, request))
  const given = answer.headers.getSetCookie().map((one) => one.split(';')[0]!)
  return { status: answer.status, cookie: given.find((one) => one.includes('session_token')) ?? '' }
}

const signIn = async () => (await post('sign-in/email', { email, password })).cookie
const nameOf = async (cookie: string) =>
  (await auth.api.getSession({ headers: new Headers({ cookie }) }))?.user.name ?? null
const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
const tokens = async () =>
  (await desk.db.selectFrom('auth.session').select('token').execute()).map(({ token }) => token)

test('a session is kept as a hash, and its cookie signs in', async () => {
  const cookie = await signIn()
  expect(await nameOf(cookie)).toBe('Sina')
  expect(await tokens()).toContain(hashOfToken(tokenOf(cookie)))
  const all = await desk.db.selectFrom('auth.session').selectAll().execute()
  expect(JSON.stringify(all)).not.toContain(tokenOf(cookie))
})

test('what stands in the table does not sign in, not even for who has the secret', async () => {
  await signIn()
  const name = (await signIn()).split('=')[0]!
  for (const stored of await tokens()) {
    const signature = createHmac('sha256', secret).update(stored).digest('base64')
    expect(await nameOf(`${name}=${encodeURIComponent(`${stored}.${signature}`)}`)).toBeNull()
  }
})

test('a session that is old enough is prolonged, and stays the same for its browser', async () => {
  const cookie = await signIn()
  const stored = hashOfToken(tokenOf(cookie))
  await desk.db
    .updateTable('auth.session')
    .set({
      expiresAt: new Date(Date.now() + 3600_000),
      updatedAt: new Date(Date.now() - 6 * 86_400_000),
    })
    .where('token', '=', stored)
    .execute()
  expect(await nameOf(cookie)).toBe('Sina')
  const row = await desk.db
    .selectFrom('auth.session')
    .select('expiresAt')
    .where('token', '=', stored)
    .executeTakeFirstOrThrow()
  expect(row.expiresAt.getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000)
  expect(await nameOf(cookie)).toBe('Sina')
})

test('signing out ends this session and no other', async () => {
  const [mine, other] = [await signIn(), await signIn()]
  expect((await post('sign-out', {}, mine)).status).toBe(200)
  expect([await nameOf(mine), await nameOf(other)]).toEqual([null, 'Sina'])
})

test('a changed password ends the others where that is asked for', async () => {
  const [mine, other] = [await signIn(), await signIn()]
  const change = {
    currentPassword: password,
    newPassword: 'another horse battery',
    revokeOtherSessions: true,
  }
  const { status, cookie } = await post('change-password', change, mine)
  expect(status).toBe(200)
  expect([await nameOf(cookie || mine), await nameOf(other)]).toEqual(['Sina', null])
})
