import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createActionStore } from '#server/actions/compile/store.ts'
import { openProject } from '#server/open-project.ts'
import { createFolder, projectFile, sourceFile } from './testing/factory.ts'
import { searchYaml } from './testing/search-api.ts'

const reviewed = 'read_only: { reviewed: searchOrders, by: Kim }'
const body = 'body: { filter: { customer: scope.account_id } }'
const search = (...lines: string[]) => ['operation: searchOrders', ...lines]
const query = (text: string, ...lines: string[]) => [
  'operation: graphql',
  `graphql: ${JSON.stringify(text)}`,
  ...lines,
]
const ofCustomer = 'query ($customer: ID!) { orders(customer: $customer) { id } }'
const variables = 'variables: { customer: scope.account_id }'

async function problemsOf(lines: readonly string[], more: Record<string, string> = {}) {
  const text = ['connection: shop', 'account_column: customer.id', ...lines].join('\n')
  const { path } = createFolder({
    'firstline.yaml': `${projectFile}  shop: { kind: http, base_url: env:SHOP_URL, openapi: api.yaml, credential: env:KEY }\n`,
    'api.yaml': searchYaml,
    'sources/x.yaml': sourceFile('x', text),
    ...more,
  })
  const project = await openProject(path, pino({ level: 'silent' }))
  afterAll(() => project.stop())
  createActionStore(project)
  return project.problems()
}

test.each([
  ['a search somebody answers for', search(reviewed, body)],
  ['a query', query(ofCustomer, variables)],
  [
    'a query with fragments and what has a default',
    query(
      'query A($customer: ID!, $first: Int! = 5) { orders(c: $customer, n: $first) { ...F } } fragment F on Order { id }',
      variables,
    ),
  ],
  [
    'a search that pages in its body',
    search(reviewed, body, 'pages: { by: cursor, param: page.after, next: next }'),
  ],
])('%s is in order', async (_, lines) => {
  expect(await problemsOf(lines)).toEqual([])
})

test.each([
  [
    'a POST nobody answers for',
    search(body),
    7,
    /only reads.*read_only: \{ reviewed: searchOrders/,
  ],
  [
    'a review of another operation',
    ['operation: cancelOrder', reviewed, 'bind: { id: scope.account_id }'],
    8,
    /“searchOrders” was reviewed and “cancelOrder” is called/,
  ],
  [
    'what answers that it did something',
    [
      'operation: cancelOrder',
      'read_only: { reviewed: cancelOrder, by: Kim }',
      'bind: { id: scope.account_id }',
    ],
    7,
    /answers 202: what only reads answers 200/,
  ],
  [
    'a PUT, whoever answers for it',
    ['operation: putOrder', 'read_only: { reviewed: putOrder, by: Kim }'],
    7,
    /is PUT: a source only reads/,
  ],
  [
    'a word that is needless',
    [
      'operation: listOrders',
      'read_only: { reviewed: listOrders, by: Kim }',
      'bind: { customer: scope.account_id }',
    ],
    8,
    /A GET has no read_only/,
  ],
  ['a body of SQL', ['sql: select 1 where :account_id = 1', body], 8, /by sql has no body/],
  [
    'a search without the account',
    search(reviewed, 'body: { filter: { customer: x } }'),
    9,
    /body: never asks for the account/,
  ],
  [
    'a field that is not known',
    search(reviewed, 'body: { filter: { customer: scope.account_id, sate: paid } }'),
    9,
    /knows no field “sate”/,
  ],
  [
    'a field that is missing',
    search(reviewed, 'body: { page: { after: scope.account_id } }'),
    9,
    /needs the field “filter”/,
  ],
  [
    'a constant of another type',
    search(reviewed, 'body: { filter: { customer: scope.account_id }, page: { size: many } }'),
    9,
    /must be integer/,
  ],
  [
    'a path that names nothing',
    search(reviewed, 'body: { filter: { customer: scope.account_id, state: params.state } }'),
    9,
    /params.state/,
  ],
  [
    'no body',
    search(reviewed, 'bind: { id: scope.account_id }'),
    9,
    /knows no parameter|needs a body/,
  ],
  ['too long a time', search(reviewed, body, 'timeout: 31s'), 10, /at most 30s/],
  ['pages by links', search(reviewed, body, 'pages: { by: link }'), 10, /leads to a GET/],
  [
    'a page where the body says something',
    search(
      reviewed,
      'body: { filter: { customer: scope.account_id }, page: { after: x } }',
      'pages: { by: cursor, param: page.after, next: next }',
    ),
    10,
    /bound already/,
  ],
  [
    'a page in a field that is not known',
    search(reviewed, body, 'pages: { by: cursor, param: page.aftr, next: next }'),
    9,
    /knows no field “aftr”/,
  ],
  ['variables without a query', search(reviewed, body, variables), 10, /Only a query of GraphQL/],
  [
    'a mutation',
    query('mutation ($customer: ID!) { cancel(id: $customer) { id } }', variables),
    8,
    /this is a mutation/,
  ],
  [
    'a subscription',
    query('subscription ($customer: ID!) { orders(c: $customer) { id } }', variables),
    8,
    /this is a subscription/,
  ],
  [
    'a mutation behind a query',
    query(`${ofCustomer} mutation M { cancelAll }`, variables),
    8,
    /must be one query/,
  ],
  ['what is no GraphQL', query('query ($customer: ID!) { orders(', variables), 8, /Syntax Error/],
  [
    'a variable nobody declares',
    query(ofCustomer, 'variables: { customer: scope.account_id, stat: x }'),
    9,
    /declares no “\$stat”/,
  ],
  [
    'a variable that is needed',
    query('query ($customer: ID!, $n: Int!) { o(c: $customer, n: $n) { id } }', variables),
    9,
    /needs “\$n”/,
  ],
  [
    'a query that does not ask for the account',
    query('query { orders { id } }'),
    1,
    /variables: never asks for the account/,
  ],
  [
    'a word for a query',
    query(ofCustomer, variables, 'read_only: { reviewed: graphql, by: Kim }'),
    10,
    /GraphQL has no read_only/,
  ],
])('%s is refused at load', async (_, lines, line, reason) => {
  const problems = await problemsOf(lines)
  expect(problems[0]).toMatchObject({
    file: 'sources/x.yaml',
    line,
    reason: expect.stringMatching(reason),
  })
})

test('what a source reads by is what no action does', async () => {
  const action = `
apiVersion: firstline/v1
kind: Action
id: search
title: Search
version: 1
tier: safe
target: { max_records: 1 }
input: { type: object, additionalProperties: false, properties: {} }
read: { one: { source: one } }
limits: { timeout: 5s }
run: { openapi: api.yaml#searchOrders, connection: shop, body: { filter: { customer: scope.account_id } } }
verify: { source: one, cel: "one.state == 'paid'", within: 60s }
undo: { none: "It is a search" }
`
  const one = sourceFile(
    'one',
    'connection: shop\naccount_column: customer.id\nsingle: true\noperation: listOrders\nbind: { customer: scope.account_id }',
  )
  const found = await problemsOf(search(reviewed, body), {
    'sources/one.yaml': one,
    'actions/search.yaml': action,
  })
  expect(found).toMatchObject([
    {
      file: 'actions/search.yaml',
      reason: expect.stringMatching(/“x” reads by “searchOrders” and says that it changes nothing/),
    },
  ])
})
