import { pino } from 'pino'
import { afterAll, expect, test, vi } from 'vitest'
import { startFakePrometheus } from '#server/connections/testing/fake-prometheus.ts'
import { metricSamples } from '#server/connections/testing/metric-samples.ts'
import { checkConnections, readShapes } from '#server/runbooks/lint/check-live.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createFolder, createScope, createTestSources, projectFile } from './testing/factory.ts'
import { openProject } from '#server/open-project.ts'
import { readSource } from './read-source.ts'

const desk = await createTestDesk()
const prometheus = await startFakePrometheus()
afterAll(() => prometheus.stop())
prometheus.keep(metricSamples(desk.clock.now(), 'acc_a', 'acc_b'))
const scope = await createScope(desk, 'acc_a')

const metric = (id: string, lines = 'promql: queue_length', connection = 'prom') => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: ${connection}
account_label: account_id
unit: count
${lines}
`
const withConnections = (lines: string) =>
  `${projectFile}${lines
    .trim()
    .split('\n')
    .map((line) => `  ${line.trim()}`)
    .join('\n')}\n`
const plain = withConnections('prom: { kind: prometheus, base_url: env:PROM_URL }')
const env = { PROM_URL: prometheus.url }

async function problemsOf(source: string, project = plain) {
  const folder = createFolder({ 'firstline.yaml': project, 'sources/m.yaml': source })
  const opened = await openProject(folder.path, pino({ level: 'silent' }))
  const problems = [...opened.problems()]
  opened.stop()
  return problems.map(({ file, line, reason, suggestion }) => [file, line, reason, suggestion])
}

test('a metric that is right has no faults', async () => {
  expect(await problemsOf(metric('m'))).toEqual([])
})

test.each([
  ['promql: sum(rat(queue_length[5m]))', 9, 'promql: there is no function “rat”', 'rad'],
  [
    'promql: queue_length{account_id="acc_b"}',
    9,
    'promql: “account_id” says whose series these are: leave it out, each ticket sets it',
    null,
  ],
  ['promql: queue_length\nmax_rows: 5', 10, 'A metric has no max_rows', null],
  ['promql: queue_length\nvalues: { last: [1] }', 10, 'A metric has no values', null],
  ['promql: queue_length\nbefore: 200h', 10, 'before: at most 168h', null],
  ['promql: queue_length\nmask: { last: hidden }', 10, 'A metric has no mask', null],
  ['promqll: queue_length', 9, '“promqll” is not known here', 'promql'],
])('%j is said with its line', async (lines, line, reason, suggestion) => {
  expect(await problemsOf(metric('m', lines))).toEqual([
    ['sources/m.yaml', line, reason, suggestion],
  ])
})

test('what a metric needs, and what others must not have, is said', async () => {
  const without = metric('m')
    .replace('account_label: account_id\n', '')
    .replace('unit: count\n', '')
  expect((await problemsOf(without)).map(([, , reason]) => reason)).toEqual([
    '“unit” is missing',
    '“account_label” is missing: the label that says whose a series is',
  ])
  const reasons = async (text: string) => (await problemsOf(text)).map(([, , , ...rest]) => rest)
  expect(await reasons(metric('m').replace('unit: count', 'unit: percents'))).toEqual([['percent']])
  const other = metric('m', 'sql: select 1 where :account_id = 1\naccount_column: a', 'replica')
  expect((await problemsOf(other)).map(([, , reason]) => reason)).toEqual([
    'Only a metric (promql) has “account_label”',
    'Only a metric (promql) has “unit”',
  ])
  expect((await problemsOf(metric('m', 'promql: x', 'replica'))).map(([, , r]) => r)).toEqual([
    '“replica” is of kind postgres, this source needs prometheus',
  ])
  const field = metric('m').replace('account_label: account_id', 'account_label: last')
  expect((await problemsOf(field)).map(([, , r]) => r)).toEqual([
    '“last” is a field of every metric',
  ])
})

test.each([
  ['credential: env:T, auth: { scheme: key }', 'a key needs the place and the name it is sent by'],
  [
    'credential: env:T, auth: { scheme: basic, in: header, name: X }',
    'basic has no place and name of its own',
  ],
  [
    'credential: env:T, oauth: { client_id: a, client_secret: env:S, token_url: "https://a.example" }',
    'there is a credential already',
  ],
])('a connection says in one way how it is signed: %s', async (lines, reason) => {
  const project = withConnections(`prom: { kind: prometheus, base_url: env:PROM_URL, ${lines} }`)
  const [[file, line, said] = []] = await problemsOf(metric('m'), project)
  expect({ file, line, said }).toEqual({
    file: 'firstline.yaml',
    line: 8,
    said: expect.stringContaining(reason),
  })
})

const sources = await createTestSources(
  desk,
  createFolder({
    'firstline.yaml': withConnections(`
      prom: { kind: prometheus, base_url: env:PROM_URL }
      bearer: { kind: prometheus, base_url: env:PROM_URL, credential: env:TOKEN, tenant: acme, headers: { X-Shop: one } }
      basic: { kind: prometheus, base_url: env:PROM_URL, credential: env:TOKEN, auth: { scheme: basic } }
      header: { kind: prometheus, base_url: env:PROM_URL, credential: env:TOKEN, auth: { scheme: key, in: header, name: X-Key } }
      query: { kind: prometheus, base_url: env:PROM_URL, credential: env:TOKEN, auth: { scheme: key, in: query, name: key } }
      local: { kind: prometheus, base_url: "http://169.254.169.254/latest" }
    `),
    ...Object.fromEntries(
      ['prom', 'bearer', 'basic', 'header', 'query', 'local'].map((name) => [
        `sources/${name}.yaml`,
        metric(name, 'promql: queue_length', name),
      ]),
    ),
    'sources/wrong.yaml': metric('wrong', 'promql: queue_length{a=~"("}'),
  }),
  { ...env, TOKEN: 'desk:canary-secret' },
)

test('calls are signed as the connection says, and ask for this account', async () => {
  expect(sources.project.problems()).toEqual([])
  const sent = async (name: string) => {
    await readSource(sources, scope, name)
    return prometheus.asked.at(-1)!
  }
  const bearer = await sent('bearer')
  expect(bearer.headers).toMatchObject({
    authorization: 'Bearer desk:canary-secret',
    'x-scope-orgid': 'acme',
    'x-shop': 'one',
  })
  expect(bearer.path).toBe('/api/v1/query_range')
  expect(bearer.query.get('query')).toBe('queue_length{account_id="acc_a"}')
  const basic = `Basic ${Buffer.from('desk:canary-secret').toString('base64')}`
  expect((await sent('basic')).headers).toMatchObject({ authorization: basic })
  expect((await sent('header')).headers).toMatchObject({ 'x-key': 'desk:canary-secret' })
  expect((await sent('query')).query.get('key')).toBe('desk:canary-secret')
})

test('addresses that are never called are not called for metrics either', async () => {
  await expect(readSource(sources, scope, 'local')).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: expect.stringContaining('gone where none may go'),
  })
})

const matrix = (...series: object[]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: series } })

async function answered(body: string, status = 200) {
  prometheus.answerWith({ status, body })
  try {
    return await readSource(sources, scope, 'prom')
  } finally {
    prometheus.answerWith(null)
  }
}

const values = [[1_772_442_000, '1']]

test('a system that answers another customer’s series spoils the whole answer, and it is recorded', async () => {
  const told = vi.spyOn(sources, 'onForeignRow')
  const body = matrix(
    { metric: { account_id: 'acc_a' }, values },
    { metric: { account_id: 'acc_b', note: 'canary' }, values },
  )
  await expect(answered(body)).rejects.toMatchObject({
    reason: 'source.foreign-row',
    message: expect.not.stringContaining('canary'),
  })
  expect(told).toHaveBeenCalledWith(
    expect.objectContaining({ source: 'prom', rows: 4, foreign: 2 }),
  )
  told.mockRestore()
})

test('a series that says nothing of whose it is is a fault of the definition', async () => {
  await expect(answered(matrix({ metric: {}, values }))).rejects.toMatchObject({
    reason: 'source.no-account',
  })
  const inherited = `{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__proto__":{"account_id":"acc_a"}},"values":[[1,"1"]]}]}}`
  await expect(answered(inherited)).rejects.toMatchObject({ reason: 'source.no-account' })
})

test.each([
  ['<html>', 200],
  ['{}', 200],
  [
    '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[["a"]]}]}}',
    200,
  ],
  [matrix({ metric: { account_id: 'acc_a' }, values: [[1, 'canary']] }), 200],
  [matrix({ metric: { account_id: 'acc_a' }, histograms: [] }), 200],
  [`"${'x'.repeat(2_200_000)}"`, 200],
  ['{"status":"error","error":"canary"}', 503],
  ['{"status":"error","error":"canary"}', 422],
])('what is no answer is unavailable, without its text (%#)', async (body, status) => {
  await expect(answered(body, status)).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: expect.not.stringContaining('canary'),
  })
})

test('an answer that says it is not all is told so', async () => {
  const body = JSON.stringify({
    status: 'success',
    warnings: ['one store did not answer'],
    data: { resultType: 'matrix', result: [] },
  })
  expect(await answered(body)).toMatchObject({ isTruncated: true, rows: [] })
})

test('live: the credential decides, and each query is run for an account that nobody has', async () => {
  const asked = { ...env, TOKEN: 'x' }
  const { results, problems } = await readShapes(sources.project, asked)
  const said = new Map(
    results.map(({ name, isReachable, answer }) => [name, { isReachable, answer }]),
  )
  expect(said.get('source prom')).toEqual({
    isReachable: true,
    answer: '0 series of “firstline-check”',
  })
  expect(said.get('source wrong')).toMatchObject({ isReachable: false })
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: 'sources/wrong.yaml',
      line: 9,
      reason: 'invalid regular expression',
    }),
  )
  const connections = await checkConnections(sources.project, asked)
  expect(connections).toContainEqual(
    expect.objectContaining({ name: 'connection prom', isReachable: true, answer: 'HTTP 200' }),
  )
  prometheus.answerWith({ status: 401, body: 'no' })
  const [refused] = await checkConnections(sources.project, asked)
  prometheus.answerWith(null)
  expect(refused).toMatchObject({
    isReachable: false,
    answer: 'HTTP 401: the credential of the connection is not accepted',
  })
})

test('runbooks know what a metric has', () => {
  const { sources: named } = namedIn((kind) => sources.project.files(kind))
  expect(named.get('prom')).toMatchObject({ isSingle: true, builtin: null })
  expect([...named.get('prom')!.fields!]).toContain('rate_change')
})
