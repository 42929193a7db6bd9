import { afterAll, describe, expect, it } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { confirm, createActionDesk, openCase } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { projectFiles } from '#server/actions/testing/project.ts'
import { openStoreApi } from '#server/actions/testing/store-api.ts'

const api = await openStoreApi()
afterAll(() => api.close())
const desk = await createActionDesk(await createTestDesk())

const storeYaml = `
openapi: 3.0.3
info: { title: Store, version: '1' }
security: [{ bearer: [] }]
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Address:
      type: object
      required: [address_1, city]
      properties:
        address_1: { type: string, minLength: 3 }
        city: { type: string }
        postal_code: { type: string, nullable: true }
        floor: { type: integer }
    OrderChange:
      allOf:
        - type: object
          properties: { shipping_address: { $ref: '#/components/schemas/Address' }, email: { type: string, format: email } }
        - type: object
          properties: { tags: { type: array, items: { type: string } }, priority: { type: string, enum: [low, high] }, metadata: { type: object, additionalProperties: true }, status: { type: string, readOnly: true } }
paths:
  /accounts/{account_id}/orders/{id}:
    parameters: [{ name: account_id, in: path, required: true, schema: { type: string } }, { name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: changeOrder
      parameters: [{ name: X-Region, in: header, schema: { type: string } }, { name: Authorization, in: header, schema: { type: string } }, { name: expand, in: query, schema: { type: array, items: { type: string } } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/OrderChange' } } } }
  /groups/{id}/customers:
    post:
      operationId: addToGroup
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { add: { type: array, items: { type: string } } } } } } }
  /accounts/{account_id}/poke/{thing_id}:
    post:
      operationId: poke
      parameters: [{ name: account_id, in: path, required: true, schema: { type: string } }, { name: thing_id, in: path, required: true, schema: { type: string } }, { name: session, in: cookie, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, additionalProperties: false, required: [amount], properties: { amount: { type: integer, minimum: 1 } } } } } }
  /upload/{account_id}:
    post: { operationId: upload, requestBody: { content: { multipart/form-data: { schema: { type: object } } } } }
  /ping/{account_id}:
    post: { operationId: ping }
`

await desk.write('store.yaml', storeYaml)
await desk.write(
  'firstline.yaml',
  `${projectFiles['firstline.yaml']}  store: { kind: http, base_url: ${api.url}, openapi: store.yaml, credential: file:token.txt }\n`,
)

type Asked = { run: string; input?: string; required?: string[]; source?: string }

/** An action on the export of the case, with a call of its own. */
async function write({ run, input = '', required = [], source = 'exports.by_id' }: Asked) {
  // one file for all: each new one would be read again with every later one
  const path = 'actions/sent.yaml'
  await desk.write(
    path,
    `
apiVersion: firstline/v1
kind: Action
id: sent.test
title: A call
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [${['export_id', ...required].join(', ')}]
  properties:
    export_id: { type: string, x-pick: exports.recent.id }
    ${input.trim()}
read: { exp: { source: ${source}, with: { id: input.export_id } } }
limits: { timeout: 20s }
${run.trim()}
verify: { source: ${source}, cel: "exp.status == 'queued'", within: 3s }
undo: { none: "a test that needs none" }
`,
  )
  const problems = desk.sources.project.problems().filter((p) => p.file === path)
  return { id: 'sent.test', reasons: problems.map((p) => p.reason), problems }
}

async function previewOf(on: Case, id: string, input: Record<string, unknown> = {}) {
  return previewAction(desk, someAgent, {
    ticketId: on.ticketId,
    action: id,
    input: { export_id: on.exportId, ...input },
  })
}

const address = `
    street: { type: string }
    city: { type: string }
    postal_code: { type: string }
    note: { type: string }`

const order = (more: string) =>
  `run:\n  openapi: store.yaml#changeOrder\n  connection: store\n  params: { account_id: scope.account_id, id: input.export_id }\n${more}`

describe('what is previewed is what is sent', () => {
  it('with paths at every depth of objects and lists, and texts that look like paths', async () => {
    const { id, reasons } = await write({
      run: order(
        `  query: { expand: [items, input.city] }
  headers: { x-region: input.city }
  body:
    shipping_address: { address_1: input.street, city: input.city, postal_code: { $from: input.postal_code, $missing: omit } }
    tags: [moved, scope.account_id, exp.status, { $text: "input.street" }]
    metadata: { deep: [{ er: [{ note: exp.attempts }] }], flag: true }`,
      ),
      input: address,
    })
    expect(reasons).toEqual([])
    const on = await openCase(desk)
    const shown = await previewOf(on, id, { street: 'Main Street 5', city: 'Rome' })
    const body = {
      shipping_address: { address_1: 'Main Street 5', city: 'Rome' },
      tags: ['moved', on.account, 'failed', 'input.street'],
      metadata: { deep: [{ er: [{ note: 1 }] }], flag: true },
    }
    expect(shown.request.body).toEqual(body)
    await confirm(desk, on, shown)
    const call = api.seen.at(-1)!
    expect(JSON.parse(call.body)).toEqual(body)
    const path = `/accounts/${on.account}/orders/${on.exportId}?expand=items&expand=Rome`
    expect([call.method, call.url, shown.request.url]).toEqual(['POST', path, `store:${path}`])
    expect(call.headers['x-region']).toBe('Rome')
  })

  it('and scope.account_id in a list says whose account it is', async () => {
    const { reasons } = await write({
      run: 'run:\n  openapi: store.yaml#addToGroup\n  connection: store\n  params: { id: group_1 }\n  body: { add: [scope.account_id] }',
    })
    expect(reasons).toEqual([])
  })

  it('or it is refused: a value that is not there', async () => {
    const { id } = await write({
      run: order('  body: { email: input.note, metadata: { typo: [exp.status_typo] } }'),
      input: address,
      source: 'exports.loose',
    })
    const on = await openCase(desk)
    const before = api.seen.length
    await expect(previewOf(on, id, { note: 'a@b.example' })).rejects.toMatchObject({
      reason: 'action.request-incomplete',
      message: expect.stringContaining('“metadata.typo.0” has no value (exp.status_typo)'),
    })
    expect(api.seen.length).toBe(before)
  })

  it('or it is refused: a value the operation does not take', async () => {
    const { id, reasons } = await write({
      run: order('  body: { email: input.note, tags: [exp.status] }'),
      input: address,
    })
    expect(reasons).toEqual([])
    const on = await openCase(desk)
    await expect(previewOf(on, id, { note: 'not an address' })).rejects.toMatchObject({
      reason: 'action.request-unfit',
      message: expect.stringContaining('“email” must match format "email"'),
    })
  })
})

it('a number keeps the digits that no double holds, from the input to the wire', async () => {
  const { id, reasons } = await write({
    run: 'run:\n  openapi: store.yaml#poke\n  connection: store\n  params: { account_id: scope.account_id, thing_id: input.big }\n  body: { amount: input.big }',
    input: 'big: { type: [string, number] }',
  })
  expect(reasons).toEqual([])
  const on = await openCase(desk)
  await confirm(desk, on, await previewOf(on, id, { big: '1909198862420847982' }))
  const { url, body } = api.seen.at(-1)!
  expect([url, body]).toEqual([
    `/accounts/${on.account}/poke/1909198862420847982`,
    '{"amount":1909198862420847982}',
  ])
  await expect(previewOf(on, id, { big: '190919886242084798x' })).rejects.toMatchObject({
    reason: 'action.request-unfit',
  })
})

describe('check refuses a call', () => {
  const cases: [string, Asked, string[]][] = [
    [
      'with a path that names nothing, at any depth',
      {
        run: order(
          '  body: { tags: [input.stret], metadata: { a: { b: exq.id, c: [scope.acount_id] } } }',
        ),
        input: address,
      },
      [
        '“input.stret” names nothing',
        '“exq” is not declared (declared: input, scope, exp)',
        '“scope.acount_id” names nothing',
      ],
    ],
    [
      'with text that begins like a path',
      { run: order('  body: { tags: ["input.street[0]", "input.", "exp.a-b"] }'), input: address },
      [
        '“input.street[0]” begins like a path and names nothing',
        '“input.” begins like a path and names nothing',
        '“exp.a-b” begins like a path and names nothing',
      ],
    ],
    [
      'with a bare name that was to be a value',
      { run: order('  body: { tags: [street, exp, "for {input.city}"] }'), input: address },
      [
        '“street” would be sent as these characters, and is also the name of input.street',
        '“exp” is a name, not a value: say which field',
        '“for {input.city}”: nothing is filled in inside a text',
      ],
    ],
    [
      'with fields its body does not know or lacks',
      {
        run: 'run:\n  openapi: store.yaml#poke\n  connection: store\n  params: { account_id: scope.account_id, thing_id: input.export_id }\n  body: { amuont: exp.attempts }',
      },
      ['poke needs the field “amount”', 'poke knows no field “amuont”'],
    ],
    [
      'with a misspelt field where nothing says that others may come',
      {
        run: order('  body: { shipping_address: { address_1: input.street, citty: input.city } }'),
        input: address,
      },
      ['changeOrder needs the field “city”', 'changeOrder knows no field “citty”'],
    ],
    [
      'with constants that do not fit',
      {
        run: order(
          '  body: { priority: urgent, shipping_address: { address_1: x, city: input.city, floor: "third" } }',
        ),
        input: address,
      },
      [
        'changeOrder: must be equal to one of the allowed values',
        'changeOrder: must NOT have fewer than 3 characters',
        'changeOrder: must be integer',
      ],
    ],
    [
      'with a path to a value of another type',
      {
        run: order(
          '  body: { tags: input.street, shipping_address: { address_1: input.street, city: input.city, floor: input.city } }',
        ),
        input: address,
      },
      [
        'changeOrder: must be array, and “input.street” is string',
        'changeOrder: must be integer, and “input.city” is string',
      ],
    ],
    [
      'with a required field that may be left out',
      {
        run: order(
          '  body: { shipping_address: { address_1: { $from: input.street, $missing: omit }, city: input.city } }',
        ),
        input: address,
      },
      ['changeOrder needs the field “address_1”: it cannot be left out'],
    ],
    [
      'with a parameter in the wrong place, of the wrong type or set by us',
      {
        run: 'run:\n  openapi: store.yaml#addToGroup\n  connection: store\n  params: { id: g, limit: 3, authorization: x }\n  query: { limit: many }\n  body: { add: [scope.account_id] }',
      },
      [
        'addToGroup knows no parameter “limit” here: it is in the query',
        'addToGroup knows no parameter “authorization”',
        'addToGroup: the query parameter “limit” must be integer',
      ],
    ],
    [
      'without a parameter of its path, and without the body it needs',
      {
        run: 'run:\n  openapi: store.yaml#changeOrder\n  connection: store\n  params: { account_id: scope.account_id }',
      },
      ['changeOrder needs the path parameter “id”', 'changeOrder needs a body'],
    ],
    [
      'with a body that the operation does not have, or not as JSON',
      {
        run: 'run:\n  openapi: store.yaml#ping\n  connection: store\n  params: { account_id: scope.account_id }\n  body: { a: 1 }',
      },
      ['ping knows no body'],
    ],
    [
      'with a body of a form that cannot be sent',
      {
        run: 'run:\n  openapi: store.yaml#upload\n  connection: store\n  params: { account_id: scope.account_id }\n  body: { a: 1 }',
      },
      ['upload takes multipart/form-data body; only JSON can be sent'],
    ],
    [
      'with a form of a value that does not exist',
      {
        run: order(
          '  body: { tags: [{ $text: a, $missing: omit }, { $from: street }, { $from: input.city, $missing: null }] }',
        ),
        input: address,
      },
      [
        '“$missing” does not go with $text',
        '$from: must be a path such as input.note',
        '$missing: must be omit',
      ],
    ],
  ]
  it.each(cases)('%s', async (_name, asked, expected) => {
    const { reasons } = await write(asked)
    expect(reasons.toSorted()).toEqual(expected.toSorted())
  })
})
