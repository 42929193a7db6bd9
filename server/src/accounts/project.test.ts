import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createFolder, projectFile, sourceFile } from './testing/factory.ts'
import { largeOpenApi } from '#server/project/testing/large-openapi.ts'
import { openProject } from '#server/open-project.ts'

const silent = pino({ level: 'silent' })
const own = 'connection: replica\naccount_column: account_id'
const sql = 'sql: select account_id from t where account_id = :account_id'

test("the example company's folder loads without a problem", async () => {
  const project = await open(
    fileURLToPath(new URL('../../../examples/acme/firstline', import.meta.url)),
  )
  expect(project.problems()).toEqual([])
  const { name, sources, accountPicture, types, status, support } = project.current()
  expect(name).toBe('Acme')
  expect(sources.get('exports.by_id')).toMatchObject({ kind: 'sql', isSingle: true, maxRows: 1 })
  expect(accountPicture.length).toBeGreaterThanOrEqual(6)
  expect(types.find(({ id }) => id === 'exports.email-missing')?.l1).toBe(true)
  expect(status).toMatchObject({ url: 'env:ACME_STATUS_URL', everyMs: 30_000 })
  expect(support.signature).toContain('Acme Support')
})

test.each([
  [
    'no account column',
    `connection: replica\n${sql}`,
    1,
    /account_column.* is missing/,
    'account_column: account_id',
  ],
  [
    'SQL that never asks for the account',
    `${own}\nsql: select account_id from t`,
    7,
    /never asks for the account/,
    'where account_id = :account_id',
  ],
  [
    'an account that is only what was given',
    `${own}\nsql: select :account_id as account_id, id from t`,
    7,
    /must be a column of the data/,
    null,
  ],
  [
    'a parameter that is not declared',
    `${own}\nparams: { export_id: { type: string } }\n${sql} and id = :exprt_id`,
    8,
    /:exprt_id.* is not declared/,
    'export_id',
  ],
  ['a misspelt key', `${own}\n${sql}\ntimout: 3s`, 8, /“timout” is not known here/, 'timeout'],
  [
    'a misspelt connection',
    `account_column: account_id\nconnection: replcia\n${sql}`,
    6,
    /declares no connection “replcia”/,
    'replica',
  ],
  [
    'a connection of another kind',
    `account_column: account_id\nconnection: api\n${sql}`,
    6,
    /is of kind http/,
    null,
  ],
  ['two ways to read', `${own}\n${sql}\nbuiltin: logs`, 1, /exactly one way/, null],
  ['no way to read', own, 1, /exactly one way/, null],
  ['a duration without unit', `${own}\n${sql}\ntimeout: "3"`, 8, /must be a duration/, null],
  ['an unknown mask', `${own}\n${sql}\nmask: { email: emial }`, 8, /must be one of email/, 'email'],
  ['too many rows', `${own}\n${sql}\nmax_rows: 5000`, 8, /<= 1000/, null],
  [
    'a connection of a built-in source',
    'builtin: logs\nconnection: replica',
    6,
    /has no connection/,
    null,
  ],
  [
    'an unknown operation',
    'connection: api\naccount_column: a\noperation: getExprt\nbind: { account_id: scope.account_id }',
    7,
    /no operation “getExprt”/,
    'getExport',
  ],
  [
    'an operation that writes',
    'connection: api\naccount_column: a\noperation: requeue\nbind: { account_id: scope.account_id }',
    7,
    /only reads/,
    null,
  ],
  [
    'an operation without the account',
    'connection: api\naccount_column: a\noperation: getExport',
    1,
    /never asks for the account/,
    'bind: { account_id: scope.account_id }',
  ],
])('%s is refused at load', async (_, lines, line, reason, suggestion) => {
  const project = await open(
    createFolder({
      'firstline.yaml': `${projectFile}  api: { kind: http, base_url: env:API_URL, openapi: api.yaml }\n`,
      'api.yaml': openapi,
      'sources/x.yaml': sourceFile('x', lines),
    }).path,
  )
  expect(project.problems()).toMatchObject([
    { file: 'sources/x.yaml', line, reason: expect.stringMatching(reason), suggestion },
  ])
  expect(project.current().sources.size).toBe(0)
})

test.each([
  ['a password in the file', 'postgresql://me:secret@host/db', /where the secret is/],
  ['a plain address of a database', 'postgresql://host/db', /where the secret is/],
])('%s is refused', async (_, url, reason) => {
  const project = await open(
    createFolder({ 'firstline.yaml': projectFile.replace('env:REPLICA_URL', url) }).path,
  )
  expect(project.problems()).toMatchObject([
    { file: 'firstline.yaml', line: 7, reason: expect.stringMatching(reason) },
  ])
  expect(JSON.stringify(project.problems())).not.toContain('me:secret')
})

test('a misspelt kind of connection is said with the nearest', async () => {
  const text = projectFile.replace('kind: postgres', 'kind: postgers')
  const project = await open(createFolder({ 'firstline.yaml': text }).path)
  expect(project.problems()).toMatchObject([
    {
      file: 'firstline.yaml',
      line: 7,
      reason:
        'connections.replica.kind: must be one of postgres, mysql, http, redis, prometheus, loki, clickhouse, elasticsearch, victorialogs, datadog, cloudwatch, tempo, jaeger',
      suggestion: 'postgres',
    },
  ])
})

test('a directory that asks with an unknown name, or over no database, is refused', async () => {
  const directory = (lines: string) => `${projectFile}directory:\n${lines}`
  const wrong = await open(
    createFolder({
      'firstline.yaml': directory('  connection: replica\n  by_email: select 1 where x = :mail\n'),
    }).path,
  )
  expect(wrong.problems()).toMatchObject([
    { line: 10, reason: expect.stringContaining(':mail'), suggestion: ':email' },
  ])
  const lookup = '  connection: replica\n  by_email: "select 1 # :mail\\n where x = :email"\n'
  const asMysql = directory(lookup).replace('kind: postgres', 'kind: mysql')
  const ofMysql = await open(createFolder({ 'firstline.yaml': asMysql }).path)
  expect(ofMysql.problems()).toEqual([]) // there a comment begins so
  const ofPostgres = await open(createFolder({ 'firstline.yaml': directory(lookup) }).path)
  expect(ofPostgres.problems()).toMatchObject([{ suggestion: ':email' }])
  const nowhere = await open(
    createFolder({ 'firstline.yaml': directory('  connection: replcia\n') }).path,
  )
  expect(nowhere.problems()).toMatchObject([{ line: 9, suggestion: 'replica' }])
})

test('a panel without its source is said and left out; the project stands', async () => {
  const project = await open(
    createFolder({
      'firstline.yaml': `${projectFile}account_picture:\n  - exports.recent\n  - exprots.recent\n`,
      'sources/x.yaml': sourceFile('exports.recent', `${own}\n${sql}`),
    }).path,
  )
  expect(project.current().accountPicture).toEqual(['exports.recent'])
  expect(project.problems()).toMatchObject([
    { file: 'firstline.yaml', line: 10, suggestion: 'exports.recent' },
  ])
})

test('a project file that breaks keeps the last good project, and sources go on loading', async () => {
  const folder = createFolder({
    'firstline.yaml': projectFile,
    'sources/x.yaml': sourceFile('x', `${own}\n${sql}`),
  })
  const project = await open(folder.path)
  folder.write('firstline.yaml', projectFile.replace('name: Test company', 'nmae: Test'))
  folder.write('sources/y.yaml', sourceFile('y', `${own}\n${sql}`))
  await project.reload()
  expect(project.current().name).toBe('Test company')
  expect([...project.current().sources.keys()]).toEqual(['x', 'y'])
  expect(project.problems()).toMatchObject([
    { file: 'firstline.yaml', suggestion: 'name: …' },
    { file: 'firstline.yaml', suggestion: 'name' },
  ])
})

test('without a folder the project is empty and nothing is wrong', async () => {
  const project = await openProject(null, silent)
  expect(project.current()).toMatchObject({
    name: 'Firstline',
    accountPicture: [],
    directories: [],
  })
  expect(project.problems()).toEqual([])
})

test('of a description as large as vendors have them sources call what they name, by any name', async () => {
  const large = JSON.stringify(largeOpenApi({ operations: 300, schemas: 200, propertiesOf: 20 }))
  const text = large.replace('"getThing7"', '"things/list-for:account"')
  const calling = (operation: string) =>
    sourceFile(
      'x',
      `connection: api\naccount_column: a\noperation: ${operation}\nbind: { id: scope.account_id }`,
    )
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  api: { kind: http, base_url: env:API_URL, openapi: api.json, credential: env:KEY }\n`,
    'api.json': text,
    'sources/x.yaml': calling('things/list-for:account'),
  })
  const project = await open(folder.path)
  expect(project.problems()).toEqual([])
  expect(project.current().sources.get('x')).toMatchObject({
    operation: { id: 'things/list-for:account', method: 'GET', path: '/area-7/things-7/{id}' },
  })
  folder.write('sources/x.yaml', calling('getThing77O'))
  await project.reload()
  expect(project.problems()).toMatchObject([
    { reason: 'api.json has no operation “getThing77O”', suggestion: 'getThing77' },
  ])
})

const openapi = `
openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /accounts/{account_id}/export:
    get: { operationId: getExport, parameters: [{ name: account_id, in: path, required: true }] }
    post: { operationId: requeue, parameters: [{ name: account_id, in: path, required: true }] }
`

async function open(folder: string) {
  const project = await openProject(folder, silent)
  afterAll(() => project.stop())
  return project
}
