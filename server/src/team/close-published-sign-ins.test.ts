import { pino } from 'pino'
import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createAuth } from './auth.ts'
import { closePublishedSignIns } from './close-published-sign-ins.ts'
import { demoSignIns } from './demo-sign-ins.ts'
import { addPerson } from './add-person.ts'

const desk = await createTestDesk()
const publicUrl = 'https://desk.example'
const secret = 'a secret of thirty-two characters or more'
const auth = createAuth(desk.db, pino({ level: 'silent' }), { publicUrl, secret })

async function signIn(email: string, password: string): Promise<number> {
  const headers = { origin: publicUrl, 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify({ email, password }) }
  return (await auth.handler(new Request(`${publicUrl}/api/auth/sign-in/email`, request))).status
}

test('passwords of the example open nothing where the example does not run; others stay', async () => {
  const [published, changed] = demoSignIns as [(typeof demoSignIns)[0], (typeof demoSignIns)[0]]
  const own = 'a password of their own'
  const people = [published, { ...changed, password: own }]
  for (const { email, name, password } of people) {
    await addPerson({ ...desk, auth }, system('setup'), {
      email,
      name,
      role: 'agent',
      line: 'L1',
      password,
    })
  }
  expect(await signIn(published.email, published.password)).toBe(200)
  await closePublishedSignIns({ ...desk, auth })
  expect(await signIn(published.email, published.password)).toBe(401)
  expect(await signIn(changed.email, own)).toBe(200)
  const sessions = await desk.db
    .selectFrom('auth.session')
    .innerJoin('auth.user', 'auth.user.id', 'auth.session.userId')
    .select('auth.user.email')
    .execute()
  expect(sessions).toEqual([{ email: changed.email }])
})
