import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { readSource } from './read-source.ts'

/** Seven things, two a page; `foreign`: whose the last one is. */
let things = 7
let lastOf = 'acc_a'
let circles = false
let linksTo = ''
const asked: string[] = []

function pageFrom(start: number) {
  const all = Array.from({ length: things }, (_, n) => ({
    id: n,
    account: n === things - 1 ? lastOf : 'acc_a',
  }))
  return all.slice(start, start + 2)
}

const server = createServer((request, response) => {
  const url = new URL(request.url!, 'http://shop')
  asked.push(url.pathname + url.search)
  const { searchParams: query } = url
  const after = Number(query.get('after') ?? 0)
  const page = Number(query.get('page') ?? 1)
  const offset = Number(query.get('offset') ?? 0)
  const start = after + (page - 1) * 2 + offset
  const hasNext = start + 2 < things
  const next = hasNext ? String(circles ? 2 : start + 2) : null
  const link = linksTo || `</admin/things?account=acc_a&after=${next}>; rel="next"`
  response.writeHead(200, hasNext ? { link: `<http://x/first>; rel="first", ${link}` } : {})
  response.end(JSON.stringify({ items: pageFrom(start), meta: { next } }))
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
beforeEach(() => {
  ;[things, lastOf, circles, linksTo] = [7, 'acc_a', false, '']
  asked.length = 0
})

const desk = await createTestDesk()
const source = (id: string, pages: string, more = '') =>
  sourceFile(
    id,
    `connection: api\naccount_column: account\nbind: { account: scope.account_id }\nrows: items\noperation: listThings\npages: ${pages}\n${more}`,
  )
const folder = createFolder({
  'firstline.yaml': `${projectFile}  api: { kind: http, base_url: env:API_URL, openapi: api.yaml }\n`,
  'api.yaml': `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      parameters: [{ name: account, in: query }, { name: after, in: query }, { name: page, in: query, schema: { type: integer } }, { name: offset, in: query, schema: { type: integer } }]
`,
  'sources/cursor.yaml': source('cursor', '{ by: cursor, param: after, next: meta.next }'),
  'sources/page.yaml': source('page', '{ by: page, param: page }'),
  'sources/offset.yaml': source('offset', '{ by: offset, param: offset }'),
  'sources/link.yaml': source('link', '{ by: link }'),
  'sources/few.yaml': source('few', '{ by: page, param: page, max: 2 }'),
  'sources/rows.yaml': source('rows', '{ by: link }', 'max_rows: 4'),
})
const { port } = server.address() as AddressInfo
const sources = await createTestSources(desk, folder, { API_URL: `http://127.0.0.1:${port}/admin` })
const scope = await createScope(desk, 'acc_a')
const read = (id: string) => readSource(sources, scope, id)

test.each([
  ['cursor', 4, '/admin/things?account=acc_a&after=2'],
  ['page', 5, '/admin/things?account=acc_a&page=2'],
  ['offset', 5, '/admin/things?account=acc_a&offset=2'],
  ['link', 4, '/admin/things?account=acc_a&after=2'],
])('by %s all rows are read', async (id, calls, second) => {
  expect(sources.project.problems()).toEqual([])
  const { rows, isTruncated } = await read(id)
  expect(rows.map((row) => row.id)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(isTruncated).toBe(false)
  expect(asked).toHaveLength(calls)
  expect(asked[1]).toBe(second)
})

test('there is more only where a further page has rows', async () => {
  expect(await read('few')).toMatchObject({ isTruncated: true, rows: { length: 4 } })
  things = 4
  expect(await read('few')).toMatchObject({ isTruncated: false, rows: { length: 4 } })
  expect(await read('rows')).toMatchObject({ isTruncated: false, rows: { length: 4 } })
  things = 7
  asked.length = 0
  expect(await read('rows')).toMatchObject({ isTruncated: true, rows: { length: 4 } })
  expect(asked).toHaveLength(3)
})

test('a foreign row on the last page spoils all of them', async () => {
  lastOf = 'acc_b'
  for (const id of ['cursor', 'page', 'offset', 'link']) {
    await expect(read(id)).rejects.toMatchObject({ reason: 'source.foreign-row' })
  }
})

test('pages that lead in a circle, or elsewhere, are no answer', async () => {
  circles = true
  await expect(read('cursor')).rejects.toMatchObject({ reason: 'source.unavailable' })
  expect(asked).toHaveLength(2)
  circles = false
  for (const address of ['http://127.0.0.1:9/admin/things', '/other/things', '../secrets']) {
    linksTo = `<${address}>; rel="next"`
    await expect(read('link')).rejects.toMatchObject({ reason: 'source.unavailable' })
  }
})

test.each([
  ['{ by: cursor, param: after }', 'by cursor needs “next”'],
  ['{ by: page }', 'by page needs “param”'],
  ['{ by: link, param: after }', 'by link has no “param”'],
  ['{ by: page, param: pag }', 'knows no parameter “pag” of its query'],
  ['{ by: page, param: account }', '“account” is bound already'],
  ['{ by: page, param: page, max: 500 }', 'must be <= 50'],
  ['{ by: link }\nsingle: true', 'one record has no pages'],
])('%s is refused', async (pages, reason) => {
  const wrong = createFolder({
    'firstline.yaml': `${projectFile}  api: { kind: http, base_url: env:API_URL, openapi: api.yaml }\n`,
    'api.yaml':
      'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: { /things: { get: { operationId: listThings, parameters: [{ name: account, in: query }, { name: after, in: query }, { name: page, in: query }] } } }\n',
    'sources/wrong.yaml': source('wrong', pages),
  })
  const { project } = await createTestSources(desk, wrong, { API_URL: 'http://127.0.0.1:9' })
  expect(project.problems().map((problem) => problem.reason)).toContainEqual(
    expect.stringContaining(reason),
  )
})
