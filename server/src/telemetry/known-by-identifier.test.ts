import { afterAll, expect, test } from 'vitest'
import {
  createCustomerSystem,
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { startFakeLoki } from '#server/connections/testing/fake-loki.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { everything } from './adapters/conformance.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { createTelemetryReader } from './telemetry-reader.ts'

const desk = await createTestDesk()
const loki = await startFakeLoki()
afterAll(() => loki.stop())
const customer = await createCustomerSystem(`
  create table company (id text, tenant text);
  insert into company values ('acc_a', 'tenant-a'), ('acc_b', 'tenant-b'), ('acc_c', null)`)
const folder = createFolder({
  'firstline.yaml': `${projectFile}  loki: { kind: loki, base_url: "${loki.url}", identifier: tenant }
directory:
  connection: replica
  by_id: select id as account_id, id as account_name, tenant from company where id = :account_id
  identifiers: { tenant: tenant }
logs: { connection: loki, account_labels: [tenant] }
`,
})
const sources = await createTestSources(desk, folder, { REPLICA_URL: customer.url })
const logs = createTelemetryReader(createPostgresStore(desk.db, desk.pool), sources)
loki.keep(
  ['tenant-a', 'tenant-b', 'acc_a'].map((tenant) => ({
    at: 1_772_440_200_000_000_000n,
    labels: { app: 'shop', tenant },
    text: `a line of ${tenant}`,
  })),
)

const linesOf = async (account: string) => {
  const { items } = await logs.searchLogs(await createScope(desk, account), everything)
  return items.map(({ message }) => message)
}

test('logs are searched by the id that their system knows, not by the directory’s', async () => {
  expect(await linesOf('acc_a')).toEqual(['a line of tenant-a'])
  expect(await linesOf('acc_b')).toEqual(['a line of tenant-b'])
})

test('and each line must be of that id', async () => {
  const result = [
    {
      stream: { app: 'shop', tenant: 'acc_a' },
      values: [['1772440200000000000', 'of whom the directory calls so']],
    },
  ]
  const body = { status: 'success', data: { resultType: 'streams', result } }
  loki.answerWith({ status: 200, body: JSON.stringify(body) })
  await expect(linesOf('acc_a')).rejects.toMatchObject({ reason: 'source.foreign-row' })
  loki.answerWith(null)
})

test('of an account without such an id there are none', async () => {
  await expect(linesOf('acc_c')).rejects.toMatchObject({ reason: 'source.unavailable' })
})
