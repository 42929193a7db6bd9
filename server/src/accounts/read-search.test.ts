import { beforeEach, describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { readSource } from './read-source.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { ordersOf, searchYaml, startSearchApi } from './testing/search-api.ts'

const api = await startSearchApi()
beforeEach(() => {
  api.orders = [...ordersOf('acc_a', 5), ...ordersOf('acc_b', 3)]
  api.careless = false
  api.broken = false
  api.asked.length = 0
})

const desk = await createTestDesk()
const head = 'connection: shop\naccount_column: customer.id\n'
const word = 'read_only: { reviewed: searchOrders, by: Kim }\n'
const search = (id: string, lines: string) =>
  sourceFile(id, `${head}operation: searchOrders\n${word}rows: result.orders\n${lines}`)
const query = (id: string, lines: string) => sourceFile(id, `${head}operation: graphql\n${lines}`)
const orders = `graphql: |
  query Orders($customer: ID!, $state: String, $after: String) {
    customer(id: $customer) {
      orders(state: $state, after: $after, first: 2) {
        nodes { id state customer { id } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
rows: data.customer.orders.nodes
`
const folder = createFolder({
  'firstline.yaml': `${projectFile}  shop: { kind: http, base_url: "${api.url}", openapi: api.yaml, credential: env:KEY }\n`,
  'api.yaml': searchYaml,
  'sources/some.yaml': search(
    'some',
    'params: { state: { type: string } }\nbody: { filter: { customer: scope.account_id, state: params.state }, page: { size: 50 } }',
  ),
  'sources/paged.yaml': search(
    'paged',
    'body: { filter: { customer: scope.account_id } }\npages: { by: cursor, param: page.after, next: result.next }',
  ),
  'sources/exact.yaml': search(
    'exact',
    'params: { total: {} }\nbody: { filter: { customer: scope.account_id, total: params.total } }',
  ),
  'sources/query.yaml': query(
    'query',
    `${orders}params: { state: { type: string } }\nvariables: { customer: scope.account_id, state: params.state }`,
  ),
  'sources/connection.yaml': query(
    'connection',
    `${orders}variables: { customer: scope.account_id }\npages: { by: cursor, param: after, next: data.customer.orders.pageInfo.endCursor, more: data.customer.orders.pageInfo.hasNextPage }`,
  ),
  'sources/partial.yaml': query(
    'partial',
    'graphql: "query ($customer: ID!) { secret customer(id: $customer) { orders { nodes { id customer { id } } } } }"\nvariables: { customer: scope.account_id }\nrows: data.customer.orders.nodes',
  ),
})
const sources = await createTestSources(desk, folder, { KEY: 'token-canary' })
const scope = await createScope(desk, 'acc_a')
const read = (id: string, params = {}) => readSource(sources, scope, id, params)
const ids = async (id: string, params = {}) => (await read(id, params)).rows.map((row) => row.id)

test('the files are in order', () => expect(sources.project.problems()).toEqual([]))

describe('a search by POST', () => {
  test('sends its body with the account of the scope, signed like any call', async () => {
    expect(await ids('some', { state: 'open' })).toEqual(['acc_a-1', 'acc_a-3'])
    expect(api.asked).toHaveLength(1)
    expect(api.asked[0]).toMatchObject({
      method: 'POST',
      url: '/orders/search',
      headers: { 'content-type': 'application/json', authorization: 'Bearer token-canary' },
      text: '{"filter":{"customer":"acc_a","state":"open"},"page":{"size":50}}',
    })
  })

  test('has every row looked at: one of another account refuses all of them', async () => {
    api.careless = true
    await expect(read('some', { state: 'open' })).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
  })

  test('takes values as values: nothing in them becomes a part of the body', async () => {
    const state = '"}, "page": {"size": 1000'
    expect(await ids('some', { state })).toEqual([])
    expect(JSON.parse(api.asked[0]!.text)).toEqual({
      filter: { customer: 'acc_a', state },
      page: { size: 50 },
    })
  })

  test('pages by a field of its body, at its place', async () => {
    expect(await ids('paged')).toEqual([0, 1, 2, 3, 4].map((n) => `acc_a-${n}`))
    expect(api.asked.map(({ text }) => text)).toEqual([
      '{"filter":{"customer":"acc_a"},"page":{}}',
      '{"filter":{"customer":"acc_a"},"page":{"after":"acc_a-1"}}',
      '{"filter":{"customer":"acc_a"},"page":{"after":"acc_a-3"}}',
    ])
  })

  test('is not sent with more than 64 kB', async () => {
    await expect(read('some', { state: 'x'.repeat(65 * 1024) })).rejects.toMatchObject({
      reason: 'source.unavailable',
    })
    expect(api.asked).toEqual([])
  })

  test('sends numbers with all their digits, and nothing that the operation does not take', async () => {
    await read('exact', { total: '12345678901234567.89' })
    expect(api.asked.map(({ text }) => text)).toEqual([
      '{"filter":{"customer":"acc_a","total":12345678901234567.89}}',
    ])
    await expect(read('exact', { total: 'many' })).rejects.toMatchObject({
      reason: 'source.unavailable',
    })
    expect(api.asked).toHaveLength(1)
  })
})

describe('a query of GraphQL', () => {
  test('is sent as the file says it, with its variables apart', async () => {
    expect(await ids('query', { state: 'open' })).toEqual(['acc_a-1', 'acc_a-3'])
    expect(JSON.parse(api.asked[0]!.text)).toMatchObject({
      query: expect.stringContaining('query Orders($customer: ID!'),
      variables: { customer: 'acc_a', state: 'open' },
    })
  })

  test('goes on by its cursor for as long as it says that there is more', async () => {
    expect(await ids('connection')).toEqual([0, 1, 2, 3, 4].map((n) => `acc_a-${n}`))
    expect(api.asked).toHaveLength(3)
  })

  test('has every row looked at', async () => {
    api.careless = true
    await expect(read('connection')).rejects.toMatchObject({ reason: 'source.foreign-row' })
  })

  test('that finds nobody has no rows', async () => {
    api.orders = []
    expect(await ids('query', { state: 'open' })).toEqual([])
  })

  test('of which a part failed is no answer, and nothing of it is said', async () => {
    const refused = { reason: 'source.unavailable', message: expect.not.stringContaining('canary') }
    await expect(read('partial')).rejects.toMatchObject(refused)
    api.broken = true
    await expect(read('query', { state: 'open' })).rejects.toMatchObject(refused)
  })
})
