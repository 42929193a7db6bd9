import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { createFolder, projectFile, sourceFile } from './testing/factory.ts'

const start = `${projectFile}  warehouse: { kind: clickhouse, base_url: env:CLICKHOUSE_URL }\n`

/** What the loader says, and the statement as it would be sent. */
async function loaded(sql: string, lines = '') {
  const own = 'connection: warehouse\naccount_column: account_id'
  const text = sourceFile('one', `${own}\n${lines}\nsql: |\n  ${sql.replaceAll('\n', '\n  ')}`)
  const folder = createFolder({ 'firstline.yaml': start, 'sources/one.yaml': text })
  const project = await openProject(folder.path, pino({ level: 'silent' }))
  project.stop()
  const source = project.current().sources.get('one')
  const problems = project.problems().map(({ reason }) => reason)
  return { problems, sent: source?.kind === 'sql' ? source.sql.text : null }
}

const params = `params: { id: { type: integer }, min: { type: number }, is_gift: { type: boolean }, state: { type: string } }`

test('each value has its place and its type; what is quoted or a comment is left alone', async () => {
  const { problems, sent } = await loaded(
    "select a, `b:c`, ':no', $x$:no$x$ from t -- :no\nwhere account_id = :account_id and id = :id and total > :min and g = :is_gift and s = :state and x::String != ''",
    params,
  )
  expect(problems).toEqual([])
  expect(sent).toBe(
    "select a, `b:c`, ':no', $x$:no$x$ from t -- :no\nwhere account_id = {account_id:String} and id = {id:Int64} and total > {min:Float64} and g = {is_gift:Bool} and s = {state:String} and x::String != ''",
  )
})

test.each([
  ['never asks for the account', 'select account_id from t', 'sql: never asks for the account'],
  [
    'vouches for itself',
    'select :account_id as account_id from t',
    '“account_id” must be a column of the data',
  ],
  [
    'is a statement of another kind',
    'insert into t select :account_id',
    'sql: a source only reads',
  ],
  [
    'is two',
    'select account_id from t where account_id = :account_id; drop table t',
    'sql: one query, and no more',
  ],
  [
    'leaves its parentheses',
    'select account_id from t where account_id = :account_id) as x, (select 1',
    'sql: one query, and no more',
  ],
  [
    'asks with what nobody declared',
    'select account_id from t where account_id = :account_id and id = :id',
    'sql: “:id” is not declared',
  ],
])('a query that %s is refused', async (_, sql, said) => {
  expect((await loaded(sql)).problems).toEqual([expect.stringContaining(said)])
})

test('a parameter that no type of ClickHouse is bound for is refused', async () => {
  const sql = 'select account_id from t where account_id = :account_id and id = :ids'
  const { problems } = await loaded(sql, 'params: { ids: { type: array } }')
  expect(problems).toEqual([expect.stringContaining('params.ids: only one of type string')])
})
