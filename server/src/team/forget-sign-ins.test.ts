import { expect, test } from 'vitest'
import { days, hours, later } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { forgetSignIns } from './forget-sign-ins.ts'
import { countTry } from './slow-down.ts'

const desk = await createTestDesk()

test('addresses, devices and half sign-ins are forgotten when nothing needs them any more', async () => {
  const { id } = await createPerson(desk)
  const { user_id: userId } = await desk.db
    .selectFrom('person')
    .select('user_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const now = desk.clock.now()
  const [ended, open] = [later(now, -1 * hours), later(now, 1 * days)]
  for (const [name, expiresAt] of [
    ['ended', ended],
    ['open', open],
  ] as const) {
    const about = { ipAddress: '198.51.100.7', userAgent: 'a browser' }
    await desk.db
      .insertInto('auth.session')
      .values({ id: name, token: name, userId, expiresAt, updatedAt: ended, ...about })
      .execute()
    await desk.db
      .insertInto('auth.verification')
      .values({ id: name, identifier: name, value: userId, expiresAt })
      .execute()
    const lastRequest = String(later(expiresAt, -1 * days).getTime())
    const key = `198.51.100.7|/${name}`
    await desk.db
      .insertInto('auth.rateLimit')
      .values({ id: name, key, count: 1, lastRequest })
      .execute()
  }
  await countTry(desk, 'account:ada@desk.example')
  await forgetSignIns(desk)
  for (const table of ['auth.session', 'auth.verification', 'auth.rateLimit'] as const) {
    expect([table, await desk.db.selectFrom(table).select('id').execute()]).toEqual([
      table,
      [{ id: 'open' }],
    ])
  }
  expect(await desk.db.selectFrom('sign_in_attempt').select('attempts').execute()).toHaveLength(1)
})
