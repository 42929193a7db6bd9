import { afterAll, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createActionDesk, openCase, preview, run } from '#server/actions/testing/factory.ts'
import { confirm } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { projectFiles, requeueAs } from '#server/actions/testing/project.ts'
import { openStoreApi } from '#server/actions/testing/store-api.ts'

const api = await openStoreApi()
afterAll(() => api.close())
const desk = await createActionDesk(await createTestDesk())
await desk.shop.query(`
  create table shop.known_as (account_id text, code text);
  create table shop.ledger (code text, mark text)`)
await desk.write(
  'store.yaml',
  `openapi: 3.0.3
info: { title: Store, version: '1' }
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
paths: { '/customers/{customer}/orders/{id}/cancel': { post: { operationId: cancelOf } } }
`,
)
await desk.write(
  'firstline.yaml',
  `${projectFiles['firstline.yaml']}  store: { kind: http, base_url: ${api.url}, openapi: store.yaml, credential: file:token.txt, identifier: code }
  books: { kind: postgres, url: env:SHOP_URL, identifier: code }
directory:
  connection: shop
  by_id: select account_id, account_id as account_name, code from shop.known_as where account_id = :account_id
  identifiers: { code: code }
`,
)
const calling = (lines: string): [string, string] => [
  `run:
  openapi: admin.yaml#requeueExport
  connection: shop-admin
  credential: file:token.txt
  params: { account_id: scope.account_id, export_id: input.export_id }
`,
  `run:\n${lines}`,
]
const noPreview: [string, string] = [
  'preview: { openapi: admin.yaml#requeueExport, query: { dry_run: true } }\n',
  '',
]
const ownGuard: [string, string] = ["exp.status == 'failed'", 'exp.account_id == scope.account_id']
await desk.write(
  'actions/store.cancel.yaml',
  requeueAs(
    'store.cancel',
    calling(`  openapi: store.yaml#cancelOf
  connection: store
  params: { customer: scope.account_id, id: input.export_id }
`),
    noPreview,
    ownGuard,
  ),
)
const statement = (id: string, where: string) =>
  requeueAs(
    id,
    calling(`  connection: books
  sql: "update shop.ledger set mark = 'seen' where ${where} returning code"
  account_column: code
`),
    noPreview,
  )
await desk.write('actions/books.mark.yaml', statement('books.mark', 'code = :account_id'))
await desk.write('actions/books.all.yaml', statement('books.all', ":account_id <> ''"))

/** An account that the store and the books know by a code. */
async function knownAs(code: string): Promise<Case> {
  const on = await openCase(desk)
  await desk.shop.query('insert into shop.known_as values ($1, $2)', [on.account, code])
  await desk.shop.query('insert into shop.ledger values ($1, null)', [code])
  return on
}

async function marks(...codes: string[]) {
  const { rows } = await desk.shop.query<{ code: string; mark: string | null }>(
    'select code, mark from shop.ledger where code = any($1) order by code',
    [codes],
  )
  return rows.map(({ code, mark }) => [code, mark])
}

test('all of the files load', () => {
  expect(desk.sources.project.problems()).toEqual([])
})

test('a system is called by the id that it knows, and conditions read the directory’s', async () => {
  const on = await knownAs('shop-7')
  const shown = await preview(desk, on, 'store.cancel')
  const path = `/customers/shop-7/orders/${on.exportId}/cancel`
  expect(shown).toMatchObject({ isRunnable: true, request: { url: `store:${path}` } })
  await confirm(desk, on, shown)
  expect(api.seen.map(({ url }) => url)).toEqual([path])
})

test('what was previewed for another id is not done', async () => {
  const on = await knownAs('shop-8')
  const shown = await preview(desk, on, 'store.cancel')
  await desk.shop.query('update shop.known_as set code = $2 where account_id = $1', [
    on.account,
    'shop-9',
  ])
  const before = api.seen.length
  await expect(confirm(desk, on, shown)).rejects.toMatchObject({ kind: 'conflict' })
  expect(api.seen).toHaveLength(before)
})

test('of an account that a system knows by no id nothing is done', async () => {
  const on = await openCase(desk)
  const before = api.seen.length
  await expect(preview(desk, on, 'store.cancel')).rejects.toMatchObject({
    reason: 'source.unavailable',
  })
  expect(api.seen).toHaveLength(before)
})

test('a statement changes what is of that id, and is taken back where it changed another’s', async () => {
  const on = await knownAs('book-1')
  await knownAs('book-2')
  expect((await run(desk, on, 'books.all')).answer).toBeNull()
  expect(await marks('book-1', 'book-2')).toEqual([
    ['book-1', null],
    ['book-2', null],
  ])
  const other = await knownAs('book-3')
  expect(await run(desk, other, 'books.mark')).toMatchObject({ state: 'verifying' })
  expect(await marks('book-2', 'book-3')).toEqual([
    ['book-2', null],
    ['book-3', 'seen'],
  ])
})
