import { afterAll, describe, expect, test } from 'vitest'
import { isClickhouseHere, startClickhouse } from '#server/connections/testing/real-clickhouse.ts'
import { readShapes } from '#server/runbooks/lint/check-live.ts'
import '#server/testing/patient-reads.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { readSource } from './read-source.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'

const own = 'connection: warehouse\naccount_column: account_id'
const sql = (id: string, query: string, lines = '') =>
  sourceFile(id, `${own}\n${lines}\nsql: "${query}"`)

// skipped where chdb is not here: see FIRSTLINE_TEST_CHDB in connections/testing/real-clickhouse.ts
describe.runIf(isClickhouseHere)('ClickHouse', async () => {
  if (!isClickhouseHere) return
  const desk = await createTestDesk()
  const clickhouse = await startClickhouse()
  afterAll(() => clickhouse.stop())
  await clickhouse.run(`create table orders (id UInt64, account_id String, state LowCardinality(String),
    total Decimal(18, 2), paid Nullable(DateTime), tags Array(String), more Map(String, String), isGift Bool)
    engine = MergeTree order by (account_id, id)`)
  await clickhouse.run(`insert into orders values
    (1, 'acc_a', 'paid', 12.50, '2026-03-02 09:00:00', ['a'], {'k': 'v'}, true),
    (9007199254740993, 'acc_a', 'open', 1, null, [], {}, false),
    (3, 'acc_b', 'canary of b', 1, null, [], {}, false),
    (4, 'it\\'s \\\\ \\t mine', 'odd', 1, null, [], {}, false)`)
  const folder = createFolder({
    'firstline.yaml': `${projectFile.replace('  replica: { kind: postgres, url: env:REPLICA_URL }\n', '')}  warehouse: { kind: clickhouse, base_url: env:CLICKHOUSE_URL }\n`,
    'sources/list.yaml': sql(
      'list',
      'select *, 2 as three from orders where account_id = :account_id order by id -- :no',
    ),
    'sources/one.yaml': sql(
      'one',
      'select id, account_id from orders where id = toUInt64(:id) and state = :state and :account_id != :none',
      'params: { id: { type: integer }, state: { type: string }, none: { type: string } }',
    ),
    'sources/open.yaml': sql('open', "select * from orders where :account_id != ''"),
    'sources/two.yaml': sql(
      'two',
      'select account_id from orders where account_id = :account_id',
      'max_rows: 1',
    ),
    'sources/wrong.yaml': sql(
      'wrong',
      'select account_id, nothing from orders where account_id = :account_id',
    ),
  })
  const env = { CLICKHOUSE_URL: clickhouse.url }
  const sources = await createTestSources(desk, folder, env)
  const a = await createScope(desk, 'acc_a')
  const rowsOf = async (id: string, params = {}, scope = a) =>
    (await readSource(sources, scope, id, params)).rows

  test('the folder of these tests has no problems', () => {
    expect(sources.project.problems()).toEqual([])
  })

  test('rows are JSON: exact numbers as numbers, others as digits, times in UTC', async () => {
    expect(await rowsOf('list')).toEqual([
      {
        id: 1,
        account_id: 'acc_a',
        state: 'paid',
        total: 12.5,
        paid: '2026-03-02T09:00:00Z',
        tags: ['a'],
        more: { k: 'v' },
        isGift: true,
        three: 2,
      },
      expect.objectContaining({ id: '9007199254740993', paid: null }),
    ])
  })

  test('values are bound by their types, whatever characters they have', async () => {
    const params = { id: 1, state: 'paid', none: 'x' }
    expect(await rowsOf('one', params)).toEqual([{ id: 1, account_id: 'acc_a' }])
    for (const state of ["paid' or 1=1 --", "'", '\\', '{id:Int64}', '\n'])
      expect(await rowsOf('one', { ...params, state })).toEqual([])
    const odd = await createScope(desk, "it's \\ \t mine")
    expect(await rowsOf('list', {}, odd)).toMatchObject([{ state: 'odd' }])
  })

  test('a row of another account refuses the whole answer', async () => {
    const error = await rowsOf('open').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'source.foreign-row' })
    expect(JSON.stringify(error)).not.toContain('canary')
  })

  test('more rows than are shown are said', async () => {
    const answer = await readSource(sources, a, 'two')
    expect(answer.rows).toHaveLength(1)
    expect(answer.isTruncated).toBe(true)
  })

  test('what the system refuses is said without a word of it', async () => {
    await expect(rowsOf('wrong')).rejects.toThrow(/its system refuses the query/)
    expect(await rowsOf('list')).toHaveLength(2)
  })

  test('two customers at once each see their own', async () => {
    const b = await createScope(desk, 'acc_b')
    const reads = Array.from({ length: 40 }, (_, n) => rowsOf('two', {}, n % 2 === 0 ? a : b))
    const accounts = (await Promise.all(reads)).map(([row]) => row?.account_id)
    expect(accounts).toEqual(accounts.map((_, n) => (n % 2 === 0 ? 'acc_a' : 'acc_b')))
  })

  test('the fields of a source are known without a row of it', async () => {
    const { shapes, problems } = await readShapes(sources.project, env)
    expect([...(shapes.get('two') ?? [])]).toEqual(['account_id'])
    expect(shapes.get('list')?.has('three')).toBe(true)
    expect(problems.map(({ file }) => file)).toEqual(['sources/wrong.yaml'])
  })
})
