import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createScope } from '#server/accounts/testing/factory.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { newLog } from '../factory.ts'
import { describeLogs, describeStore, describeTraces } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'

const desk = await createTestDesk()

const store = createPostgresStore(desk.db, desk.pool)
const newScope = () => createScope(desk, `acc_${randomUUID()}`)
describeStore('the built-in store', () => ({ store, newScope }))
describeLogs('the built-in store', () => ({
  logs: store,
  writeLogs: (logs) => store.writeLogs(logs),
  newScope,
}))
describeTraces('the built-in store', () => ({
  traces: store,
  writeSpans: (spans) => store.writeSpans(spans),
  newScope,
}))

test('a store whose day was dropped by another node makes it again', async () => {
  const [one, other] = [
    createPostgresStore(desk.db, desk.pool),
    createPostgresStore(desk.db, desk.pool),
  ]
  const scope = await createScope(desk, `acc_${randomUUID()}`)
  const log = newLog({ accountKey: scope.externalId, at: '2026-01-01T12:00:00.000000Z' })
  await one.writeLogs([log])
  await other.retain(new Date('2026-01-02T00:00:00Z'), new Date('2026-01-20T00:00:00Z'))
  await one.writeLogs([log])
  expect(
    await one.listServices(scope, { from: new Date('2026-01-01'), to: new Date('2026-01-02') }),
  ).toEqual(['exports'])
})

test('a search reads the index of its account, not the days', async () => {
  const { rows } = await desk.pool.query(
    "explain select * from telemetry_log where account_key = 'x' and at >= now() - interval '1 day' order by at desc limit 50",
  )
  const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  expect(plan).not.toContain('Sort')
})
