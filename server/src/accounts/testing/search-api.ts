import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textIn } from 'node:stream/consumers'
import { buildSchema, graphql } from 'graphql'
import { afterAll } from 'vitest'

type Order = { id: string; customer: { id: string }; total: string; state: string }
type Asked = { method: string; url: string; headers: Record<string, unknown>; text: string }

/**
 * A shop that is searched by POST, and by a real server of GraphQL. `careless`: it forgets the filter;
 * `broken`: it answers GraphQL with errors beside the data, as it may.
 */
export type SearchApi = {
  url: string
  asked: Asked[]
  orders: Order[]
  careless: boolean
  broken: boolean
}

export const ordersOf = (account: string, count: number): Order[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${account}-${n}`,
    customer: { id: account },
    total: `${n}.50`,
    state: n % 2 === 0 ? 'paid' : 'open',
  }))

export async function startSearchApi(): Promise<SearchApi> {
  const api: SearchApi = { url: '', asked: [], orders: [], careless: false, broken: false }
  const found = (customer: string, state?: string | null) =>
    api.orders.filter(
      (order) =>
        (api.careless || order.customer.id === customer) && (!state || order.state === state),
    )
  const page = (all: Order[], after: string | null = null, first = 2) => {
    const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
    const nodes = all.slice(start, start + first)
    return { nodes, end: nodes.at(-1)?.id ?? after, hasNext: start + first < all.length }
  }
  const schema = buildSchema(`
    type Customer { id: ID!, orders(state: String, after: String, first: Int): Orders }
    type Orders { nodes: [Order!]!, pageInfo: PageInfo! }
    type PageInfo { endCursor: String, hasNextPage: Boolean! }
    type Order { id: ID!, total: String, state: String, customer: Customer! }
    type Query { customer(id: ID!): Customer, secret: String }
    type Mutation { cancel(id: ID!): Order }
  `)
  const root = {
    secret: () => {
      throw new Error('canary of an error')
    },
    customer: ({ id }: { id: string }) =>
      found(id).length === 0
        ? null
        : {
            id,
            orders: (wish: { state?: string; after?: string; first?: number }) => {
              const { nodes, end, hasNext } = page(found(id, wish.state), wish.after, wish.first)
              return { nodes, pageInfo: { endCursor: end, hasNextPage: hasNext } }
            },
          },
  }
  const answer = async (url: string, text: string): Promise<unknown> => {
    const body = JSON.parse(text) as Search & Query
    if (url === '/graphql') {
      const { query, variables } = body
      const said = await graphql({
        schema,
        source: query,
        rootValue: root,
        variableValues: variables,
      })
      return api.broken ? { ...said, errors: [{ message: 'canary of an error' }] } : said
    }
    const { nodes, end, hasNext } = page(
      found(body.filter.customer, body.filter.state),
      body.page?.after,
      body.page?.size,
    )
    return { result: { orders: nodes, next: hasNext ? end : null } }
  }
  const server = createServer((request, response) => {
    void (async () => {
      const text = await textIn(request)
      const { method = '', url = '', headers } = request
      api.asked.push({ method, url, headers, text })
      const said = await answer(url, text).catch(() => null)
      response.writeHead(said === null ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(said))
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => void server.close())
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return api
}

type Search = {
  filter: { customer: string; state?: string }
  page?: { after?: string; size?: number }
}
type Query = { query: string; variables: Record<string, unknown> }

export const searchYaml = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /orders/search:
    post:
      operationId: searchOrders
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [filter]
              properties:
                filter: { type: object, required: [customer], properties: { customer: { type: string }, state: { type: string }, total: { type: number } } }
                page: { type: object, properties: { after: { type: string }, size: { type: integer } } }
      responses: { '200': { description: Orders } }
  /orders/{id}/cancel:
    post: { operationId: cancelOrder, responses: { '202': { description: Accepted } } }
    put: { operationId: putOrder }
  /orders:
    get: { operationId: listOrders, parameters: [{ name: customer, in: query, schema: { type: string } }] }
  /graphql:
    post:
      operationId: graphql
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [query], properties: { query: { type: string }, variables: { type: object } } }
`
