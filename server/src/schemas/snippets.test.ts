import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { openProject } from '#server/open-project.ts'
import { createActionStore } from '#server/actions/compile/store.ts'
import { compileCel } from '#server/conditions/cel.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { factNames } from '#server/rules/facts.ts'
import { createRuleStore } from '#server/rules/rule-store.ts'
import { publishedSchemas } from './published-schemas.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'firstline-snippets-'))
afterAll(() => rm(folder, { recursive: true }))
type Parts = Record<string, unknown>

/** What the documents talk about beside the example company: a webshop. */
const shopYaml = `
openapi: 3.0.3
info: { title: Shop, version: '1' }
security: [{ client: [] }]
components:
  securitySchemes: { client: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } } }
paths:
  /accounts/{account_id}/orders/{order_id}:
    put:
      operationId: changeOrder
      parameters: [{ name: notify, in: query, schema: { type: boolean } }, { name: expand, in: query, schema: { type: array, items: { type: string } } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { shipping_address: { type: object, properties: { street: { type: string }, city: { type: string } } }, note: { type: string }, tags: { type: array, items: { type: string } } } } } } }
  /contacts:
    get: { operationId: findContacts, parameters: [{ name: email, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }] }
  /companies/{id}: { get: { operationId: getCompany } }
  /orders/{id}/cancel: { post: { operationId: cancelOrder } }
  /orders/search:
    post: { operationId: searchOrders, requestBody: { content: { application/json: { schema: { type: object, properties: { filter: { type: object, properties: { customer: { type: string }, states: { type: array, items: { type: string } } } }, page: { type: object, properties: { size: { type: integer }, after: { type: string } } } } } } } } }
  /graphql:
    post: { operationId: graphql, requestBody: { content: { application/json: { schema: { type: object, properties: { query: { type: string }, variables: { type: object } } } } } } }
  /customers/{id}/subscriptions: { get: { operationId: listSubscriptions, parameters: [{ name: id, in: path, required: true }] } }
  /invoices: { get: { operationId: listInvoices, parameters: [{ name: subscription, in: query, schema: { type: string } }] } }
  /refunds:
    post: { operationId: refundOrder, requestBody: { content: { application/json: { schema: { type: object, properties: { order_id: { type: string }, note: { type: string } } } } } } }
`
/** A whole action that parts of one are tried in. */
const action = `
apiVersion: firstline/v1
kind: Action
id: order.change
title: Change an order
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  properties:
    order_id: { type: string, x-pick: exports.recent.id }
    invoice_id: { type: string }
    street: { type: string }
    city: { type: string }
    note: { type: string }
read: { order: { source: exports.by_id, with: { id: input.order_id } } }
limits: { timeout: 10s }
run: { openapi: shop.yaml#changeOrder, connection: shop, params: { account_id: scope.account_id, order_id: input.order_id } }
verify: { source: exports.by_id, cel: "order.status == 'queued'", within: 60s }
undo: { none: "a test that needs none" }
`
const shopConnection = {
  shop: {
    kind: 'http',
    base_url: 'env:SHOP_URL',
    openapi: 'shop.yaml',
    oauth: { client_id: 'firstline', client_secret: 'env:SHOP_SECRET' },
  },
  'acme-db': { kind: 'postgres', url: 'env:ACME_DB_URL' },
  metrics: { kind: 'prometheus', base_url: 'env:PROMETHEUS_URL' },
  loki: { kind: 'loki', base_url: 'env:LOKI_URL' },
  clickhouse: { kind: 'clickhouse', base_url: 'env:CLICKHOUSE_URL' },
  elastic: { kind: 'elasticsearch', base_url: 'env:ELASTIC_URL' },
  victoria: { kind: 'victorialogs', base_url: 'env:VICTORIA_URL' },
  cloudwatch: { kind: 'cloudwatch', base_url: 'env:CLOUDWATCH_URL' },
  datadog: { kind: 'datadog', base_url: 'env:DATADOG_URL' },
  jaeger: { kind: 'jaeger', base_url: 'env:JAEGER_URL' },
  cache: { kind: 'redis', url: 'env:CACHE_URL' },
}

const acme = join(root, 'examples/acme/firstline')
await cp(acme, folder, { recursive: true })
const acmeProject = parse(await readFile(join(acme, 'firstline.yaml'), 'utf8')) as Parts
const project = {
  ...acmeProject,
  connections: { ...(acmeProject.connections as Parts), ...shopConnection },
}
await write('shop.yaml', shopYaml)
await write(
  'sources/shop.subscriptions.yaml',
  stringify({
    apiVersion: 'firstline/v1',
    kind: 'Source',
    id: 'shop.subscriptions',
    title: 'Subscriptions',
    connection: 'shop',
    operation: 'listSubscriptions',
    bind: { id: 'scope.account_id' },
    account_column: 'customer',
  }),
)

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** What the loader says of one file, in a folder where all else is in order. */
async function problemsWith(path: string, definition: Parts): Promise<string[]> {
  await write('firstline.yaml', stringify(project))
  const before = await readFile(join(folder, path), 'utf8').catch(() => null)
  await write(path, stringify(definition))
  const opened = await openProject(folder, pino({ level: 'silent' }))
  opened.stop()
  createActionStore(opened)
  createRuleStore(opened)
  const problems = opened.problems()
  await (before === null ? rm(join(folder, path)) : write(path, before))
  return problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
}

/** Of one into the other, as deep as both are objects. */
function merged(base: unknown, part: unknown): unknown {
  const isBoth = [base, part].every(
    (each) => typeof each === 'object' && each !== null && !Array.isArray(each),
  )
  if (!isBoth) return part
  const entries = Object.entries(part as Parts).map(([name, value]) => [
    name,
    merged((base as Parts)[name], value),
  ])
  return { ...(base as Parts), ...(Object.fromEntries(entries) as Parts) }
}

/** A part says in its first line of what it is one. */
async function problemsOf(text: string): Promise<string[]> {
  const given = parse(text) as Parts | null
  if (given === null) return []
  const [, what, under] = /^# (\S+?)(?:, (.+))?\n/.exec(text) ?? []
  if (what === 'firstline.yaml') return problemsWith(what, merged(project, given) as Parts)
  if (what === 'runbooks/*.md') return runbookProblems(text)
  if (what === 'sources/*.yaml') {
    const path = 'sources/exports.by_id.yaml'
    const base = parse(await readFile(join(acme, path), 'utf8')) as Parts
    return problemsWith(path, merged(base, given) as Parts)
  }
  if (what === 'actions/*.yaml') {
    const base = parse(action) as Parts
    // a call is one thing: parts of another do not go with it
    const whole = under === 'under run' ? merged(base, { run: given }) : { ...base, ...given }
    return problemsWith('actions/order.change.yaml', whole as Parts)
  }
  const { kind, id } = given
  if (kind === 'Project')
    return problemsWith('firstline.yaml', {
      ...project,
      ...given,
      connections: project.connections,
    })
  if (kind === 'Source') return problemsWith(`sources/${String(id)}.yaml`, given)
  if (kind === 'Action') return problemsWith(`actions/${String(id)}.yaml`, given)
  if (kind === 'Rule') return problemsWith(`rules/${String(id)}.yaml`, given)
  return [
    `Nobody knows what this is of: a part says so in its first line, such as “# firstline.yaml”`,
  ]
}

const aRunbook = `---
apiVersion: firstline/v1
kind: Runbook
id: a-runbook
title: A runbook
type: orders.wrong
owner: orders
symptom: [it is wrong]
`

/** Of its form: what it names is nothing of the example's. */
function runbookProblems(text: string): string[] {
  const whole = text.startsWith('---') ? text : `${aRunbook}${text}---\n`
  return parseRunbook(whole).problems.map(({ line, reason }) => `${line}: ${reason}`)
}

const documents = (await readdir(join(root, 'docs'), { recursive: true }))
  .filter((name) => name.endsWith('.md') && !name.startsWith('decisions'))
  // each against its vendor's shape: cookbook.test.ts
  .filter((name) => name !== 'cookbook.md')
  .toSorted()
const snippets = (
  await Promise.all(
    documents.map(async (name) => {
      const text = await readFile(join(root, 'docs', name), 'utf8')
      return [...text.matchAll(/^```(yaml|markdown)\n([\s\S]*?)^```/gm)].map((found) => ({
        where: `${name}:${text.slice(0, found.index).split('\n').length}`,
        language: found[1],
        text: found[2]!,
      }))
    }),
  )
).flat()

test('the documents have snippets of every kind', () => {
  expect(snippets.length).toBeGreaterThan(15)
})

test.each(snippets)('the loader takes the snippet at $where', async ({ language, text }) => {
  const isRunbook = language === 'markdown'
  expect(isRunbook ? runbookProblems(text) : await problemsOf(text)).toEqual([])
})

type Example = { schema: string; path: string; form: Parts; example: unknown }

/** Every example of a schema, with the form of the value that it is one of. */
function examplesIn(schema: string, at: unknown, path = ''): Example[] {
  if (typeof at !== 'object' || at === null) return []
  const { examples = [], ...form } = at as { examples?: unknown[] }
  const own = Array.isArray(examples) ? examples : []
  return [
    ...own.map((example) => ({ schema, path, form, example })),
    ...Object.entries(form).flatMap(([name, inner]) =>
      examplesIn(schema, inner, `${path}/${name}`),
    ),
  ]
}

const ofProject = [
  'firstline.json',
  'source.json',
  'action.json',
  'runbook.json',
  'rule.json',
] as const
const ofActions = ['exp', 'input', 'scope', 'before', 'job', 'status']
const examples = ofProject.flatMap((name) => examplesIn(name, publishedSchemas[name]))

/** What mappings may name, where they stand. */
const roots: [RegExp, string[]][] = [
  [/source\.json.*bind$/, ['scope', 'params']],
  [/action\.json.*undo.*with$/, ['before', 'input']],
  [/action\.json.*poll.*(params|query)$/, ['answer', 'input', 'scope']],
  [/action\.json.*(params|query|headers|body|with)$/, ['input', 'scope', 'exp']],
]

test.each(examples)('the example of $schema at $path is one', ({ schema, path, form, example }) => {
  const validate = new Ajv2020({ strict: false }).compile(form)
  validate(example)
  expect(validate.errors ?? []).toEqual([])
  const where = `${schema}${path}`
  // in a rule “when” names events
  if ((schema === 'rule.json' ? /\/if$/ : /(cel|when|done|failed)$/).test(path)) {
    expect(() =>
      compileCel(String(example), schema === 'rule.json' ? factNames : ofActions),
    ).not.toThrow()
  }
  const known = roots.find(([at]) => at.test(where))?.[1]
  if (known) for (const named of pathsIn(example)) expect(known).toContain(named.split('.')[0])
})

test('there are examples of every kind', () => {
  expect(examples.length).toBeGreaterThan(20)
})
