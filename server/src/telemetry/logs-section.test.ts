import { afterAll, expect, test } from 'vitest'
import { createFolder, createTestSources, projectFile } from '#server/accounts/testing/factory.ts'
import { startFakeLoki } from '#server/connections/testing/fake-loki.ts'
import { checkConnections } from '#server/runbooks/lint/check-live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { connectedLogs } from './connected-logs.ts'

const desk = await createTestDesk()
const loki = await startFakeLoki({ authorization: 'Bearer right' })
afterAll(() => loki.stop())

async function opened(section: string, env: NodeJS.ProcessEnv = {}) {
  const connection =
    '  loki: { kind: loki, base_url: env:LOKI_URL, credential: env:TOKEN }\n  house: { kind: clickhouse, base_url: http://127.0.0.1:1 }\n  elastic: { kind: elasticsearch, base_url: http://127.0.0.1:1 }\n  tempo: { kind: tempo, base_url: http://127.0.0.1:1 }\n  cloud: { kind: cloudwatch, base_url: http://127.0.0.1:1 }\n'
  const folder = createFolder({
    'firstline.yaml': `${projectFile}${connection}logs: ${section}\n`,
  })
  return createTestSources(desk, folder, { LOKI_URL: loki.url, ...env })
}

test.each([
  ['{ connection: lokki, account_labels: [a] }', '“lokki” is not a loki, clickhouse', 'loki'],
  ['{ connection: replica, account_labels: [a] }', '“replica” is not a loki, clickhouse', null],
  [
    '{ connection: lokki, account_labels: [a] }\ntraces: { connection: loki, account_fields: [a] }',
    '“lokki” is not',
    'loki',
  ],
  [
    '{ connection: loki, account_labels: [a], table: x }',
    '“table” is nothing for a connection of the kind loki',
    null,
  ],
  ['{ connection: house }', '“account_fields” is missing', 'account_fields: [account.id]'],
  [
    '{ connection: house, account_fields: [a], level: [b] }',
    '“level” is nothing for a connection of the kind clickhouse',
    null,
  ],
  [
    '{ connection: house, account_fields: [a], table: "x`; drop" }',
    'must be the name of a table',
    null,
  ],
  [
    '{ connection: elastic, index: logs-* }',
    '“account_fields” is missing',
    'account_fields: [account.id]',
  ],
  [
    '{ connection: elastic, account_fields: [a], account_labels: [a] }',
    '“account_labels” is nothing for a connection of the kind elasticsearch',
    null,
  ],
  [
    '{ connection: elastic, account_fields: [a], index: "a/_delete_by_query?x=" }',
    'must be the name of an index',
    null,
  ],
  [
    '{ connection: cloud, account_fields: [a] }',
    '“log_groups” is missing',
    'log_groups: [/aws/lambda/checkout]',
  ],
  [
    '{ connection: cloud, account_fields: [a], log_groups: ["a b"] }',
    'must be the name or the ARN of a log group',
    null,
  ],
  ['{ connection: loki }', 'every line must say whose it is', 'account_labels: [account_id]'],
  [
    '{ connection: loki, account_fields: [account.id] }',
    '“streams” is missing',
    'streams: { app: shop }',
  ],
  [
    '{ connection: loki, account_labels: [a, b] }',
    '“streams” is missing',
    'streams: { app: shop }',
  ],
  ['{ connection: loki, account_labels: [a], streams: { a: x } }', 'leave it out of streams', null],
  ['{ connection: loki, account_labels: ["a b"] }', 'must be the name of a label', null],
  [
    '{ connection: loki, account_fields: ["a\\"]"], streams: { a: x } }',
    'must be the name of a field',
    null,
  ],
  ['{ connection: loki, account_labels: [a], streams: { "a-b": x } }', 'must match pattern', null],
])('%s is an error of check', async (section, reason, suggestion) => {
  const { project } = await opened(section)
  const [first] = project.problems()
  expect(first).toMatchObject({
    file: 'firstline.yaml',
    line: 13,
    reason: expect.stringContaining(reason),
    suggestion,
  })
  expect(project.current().logs).toBeNull()
})

test.each([
  ['right', true, '0 lines of “firstline-check”'],
  ['wrong', false, 'HTTP 401: the credential of the connection is not accepted'],
])('live: with the %s credential the search is run', async (TOKEN, isReachable, answer) => {
  const env = { LOKI_URL: loki.url, TOKEN }
  const { project } = await opened('{ connection: loki, account_labels: [account_id] }', env)
  const [result] = await checkConnections(project, env)
  expect(result).toMatchObject({ name: 'connection loki', isReachable, answer })
  const asked = loki.asked.at(-1)?.query.get('query')
  expect(asked).toBe('{account_id="firstline-check"}')
})

test('on Connections the logs are what asks it', async () => {
  const { project } = await opened('{ connection: loki, account_labels: [account_id] }')
  expect(connectedLogs(project)).toMatchObject([{ kind: 'logs', connection: 'loki', line: 13 }])
})

test('traces need a connection of their kinds, and what belongs to it', async () => {
  const problemsOf = async (traces: string) => {
    const logs = '{ connection: loki, account_labels: [account_id] }'
    const { project } = await opened(`${logs}\ntraces: ${traces}`)
    return project.problems()
  }
  expect(await problemsOf('{ connection: loki, account_fields: [a] }')).toMatchObject([
    { line: 14, reason: 'traces: “loki” is not a clickhouse, tempo or jaeger connection' },
  ])
  expect(
    await problemsOf('{ connection: tempo, account_fields: [a], services: [b] }'),
  ).toMatchObject([
    { line: 14, reason: 'traces: “services” is nothing for a connection of the kind tempo' },
  ])
})
