import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { createFolder, projectFile, sourceFile } from './testing/factory.ts'

const start = `${projectFile}  cache: { kind: redis, url: env:CACHE_URL }\n`

async function problemsOf(lines: string): Promise<string[]> {
  const folder = createFolder({
    'firstline.yaml': start,
    'sources/one.yaml': sourceFile('one', `connection: cache\n${lines}`),
  })
  const project = await openProject(folder.path, pino({ level: 'silent' }))
  project.stop()
  return project
    .problems()
    .map(({ reason, suggestion }) => `${reason}${suggestion === null ? '' : ` → ${suggestion}`}`)
}

const params = 'params: { id: { type: string } }'

test.each([
  ['redis: { read: hash, key: "cart:{scope.account_id}" }\naccount_column: customer'],
  ['redis: { read: set, key: "{scope.account_id}:tags", owner: key }'],
  [
    `redis: { read: list, json: true, key: "a-{scope.account_id}-{params.id}" }\n${params}\naccount_column: customer.id`,
  ],
])('%s is a source', async (lines) => {
  expect(await problemsOf(lines)).toEqual([])
})

test.each([
  [
    'without the account',
    `redis: { read: hash, key: "cart:{params.id}" }\naccount_column: c\n${params}`,
    'redis.key: never asks for the account → key: cart:{scope.account_id}',
  ],
  [
    'of text alone',
    'redis: { read: hash, key: "carts" }\naccount_column: c',
    'redis.key: never asks for the account → key: cart:{scope.account_id}',
  ],
  [
    'with a misspelt name',
    'redis: { read: hash, key: "cart:{scope.acount_id}" }\naccount_column: c',
    'redis.key: “scope.acount_id” names nothing (known: scope.account_id) → scope.account_id',
  ],
  [
    'with nothing between two values',
    `redis: { read: hash, key: "{scope.account_id}{params.id}" }\naccount_column: c\n${params}`,
    "redis.key: nothing stands between “scope.account_id” and “params.id”: one account's key could be another's",
  ],
  [
    'with a letter after a value',
    'redis: { read: hash, key: "{scope.account_id}cart" }\naccount_column: c',
    'redis.key: “cart” follows a value and begins with a letter or a digit: nothing says where the value ends',
  ],
  [
    'with half a place',
    'redis: { read: hash, key: "cart:{scope.account_id}:{" }\naccount_column: c',
    'redis.key: a brace stands alone',
  ],
])('a key %s is refused', async (_, lines, said) => {
  expect(await problemsOf(lines)).toEqual([said])
})

test.each([
  [
    'nothing does',
    'redis: { read: hash, key: "cart:{scope.account_id}" }',
    /“account_column” is missing.* → owner: key$/,
  ],
  [
    'both do',
    'redis: { read: hash, owner: key, key: "cart:{scope.account_id}" }\naccount_column: c',
    /^redis\.owner: account_column says already/,
  ],
  [
    'a value has no fields',
    'redis: { read: string, key: "cart:{scope.account_id}" }\naccount_column: c',
    /^account_column: a value without fields/,
  ],
])('whose a row is must be said once: %s', async (_, lines, said) => {
  expect(await problemsOf(lines)).toEqual([expect.stringMatching(said)])
})

test('what the kind of value has not is refused', async () => {
  const wrong =
    'redis: { read: hash, json: true, last_first: true, owner: key, key: "c:{scope.account_id}" }'
  expect(await problemsOf(wrong)).toEqual([
    'redis.json: “read: hash” has no such thing',
    'redis.last_first: “read: hash” has no such thing',
  ])
  expect(
    await problemsOf(
      'redis: { read: hash, owner: key, key: "c:{scope.account_id}" }\nbody: { a: 1 }',
    ),
  ).toEqual(['A source that reads a key has no body'])
})

test('a redis connection takes no SQL', async () => {
  expect(await problemsOf('sql: select 1 as c where :account_id = 1\naccount_column: d')).toEqual([
    expect.stringContaining('“cache” is of kind redis'),
  ])
})
