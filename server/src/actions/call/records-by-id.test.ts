import { afterAll, describe, expect, it } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
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
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
paths:
  /admin/orders/{id}/cancel:
    post: { operationId: PostOrdersIdCancel, parameters: [{ name: dry_run, in: query, schema: { type: boolean } }] }
  /{region}/orders/{id}/notes/{note}:
    post: { operationId: note }
  /customers/{customer}/orders/{id}/cancel:
    post: { operationId: cancelOf }
  /refunds:
    post:
      operationId: refund
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [reason], properties: { order: { type: object, properties: { id: { type: string } } }, reason: { type: string } } } } } }
`
const list = (id: string, where: string, more = '') => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: shop
sql: select id, account_id, status, nullif(status, 'failed') as tracking from shop.export where ${where}
account_column: account_id
values: { status: [failed, queued] }
${more}
`
const single = 'single: true\nparams: { id: { type: string } }'

await desk.write('sources/any.list.yaml', list('any.list', ":account_id <> ''"))
await desk.write('sources/any.one.yaml', list('any.one', ":account_id <> '' and id = :id", single))
await desk.write(
  'sources/own.one.yaml',
  list('own.one', 'account_id = :account_id and id = :id', single),
)
await desk.write(
  'sources/lines.yaml',
  'apiVersion: firstline/v1\nkind: Source\nid: lines\ntitle: Lines\nbuiltin: logs\n',
)
await desk.write('store.yaml', storeYaml)
await desk.write(
  'firstline.yaml',
  `${projectFiles['firstline.yaml']}  store: { kind: http, base_url: ${api.url}, openapi: store.yaml, credential: file:token.txt }\n`,
)

type Asked = { run: string; operation?: string; input?: string; read?: string; more?: string }

/** An action that cancels an order whose API is told no account. */
async function write({ run, operation = 'PostOrdersIdCancel', input, read, more = '' }: Asked) {
  const path = 'actions/by-id.yaml'
  await desk.write(
    path,
    `
apiVersion: firstline/v1
kind: Action
id: by-id
title: Cancel an order
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [id]
  properties: { id: { type: string${input ?? ', x-pick: exports.recent.id'} }, other: { type: string, x-pick: exports.recent.id }, words: { type: string } }
read: { order: { source: ${read ?? 'own.one'}, with: { id: input.id } } }
limits: { timeout: 20s }
run:
  openapi: store.yaml#${operation}
  connection: store
  ${run}
${more}
verify: { source: ${read ?? 'own.one'}, cel: "order.status == 'queued'", within: 3s }
undo: { none: "a test that needs none" }
`,
  )
  return desk.sources.project.problems().filter((p) => p.file === path)
}

const reasonsOf = async (asked: Asked) => (await write(asked)).map(({ reason }) => reason)
const previewOf = (on: Case, input: Record<string, unknown> = {}) =>
  previewAction(desk, someAgent, {
    ticketId: on.ticketId,
    action: 'by-id',
    input: { id: on.exportId, ...input },
  })

describe('an API that names the record only is called', () => {
  it.each([
    ['by what was picked', { run: 'params: { id: input.id }' }],
    ['by a field of what was read', { run: 'params: { id: order.id }', input: '' }],
  ])('%s', async (_how, asked) => {
    expect(await reasonsOf(asked)).toEqual([])
    const on = await openCase(desk)
    const shown = await previewOf(on)
    expect(shown.request.url).toBe(`store:/admin/orders/${on.exportId}/cancel`)
    await confirm(desk, on, shown)
    expect(api.seen.at(-1)).toMatchObject({ url: `/admin/orders/${on.exportId}/cancel` })
  })

  it('by a value of its body that the file names, and a constant of its path', async () => {
    const run = 'body: { order: { id: order.id }, reason: input.words }\n  record: body.order.id'
    expect(await reasonsOf({ run, operation: 'refund', input: '' })).toEqual([])
    const on = await openCase(desk)
    expect((await previewOf(on, { words: 'broken' })).request.body).toEqual({
      order: { id: on.exportId },
      reason: 'broken',
    })
    const params = 'params: { region: eu, id: order.id, note: input.other }'
    expect(await reasonsOf({ run: params, operation: 'note' })).toEqual([])
  })
})

describe('is refused by check', () => {
  const nobody = /^Nobody knows whose “(.+)” is/
  it.each<[string, Asked, RegExp]>([
    ['with what was typed', { run: 'params: { id: input.id }', input: '' }, nobody],
    [
      'with one value proven and another typed',
      { run: 'params: { region: eu, id: order.id, note: input.words }', operation: 'note' },
      nobody,
    ],
    [
      'with constants alone',
      { run: 'params: { region: eu, id: ord_1, note: a }', operation: 'note' },
      /does not say whose account/,
    ],
    [
      'with a fixed account beside a proven record',
      { run: 'params: { customer: cus_1, id: input.id }', operation: 'cancelOf' },
      /“customer” of cancelOf is the same for all/,
    ],
    [
      'with what a source picked whose rows are nobody’s',
      { run: 'params: { id: input.id }', input: ', x-pick: lines.trace_id' },
      /rows of “lines” do not say whose/,
    ],
    [
      'with a word that every account has',
      { run: 'params: { id: order.status }' },
      /names no record/,
    ],
    [
      'with a body whose record is not named',
      { run: 'body: { order: { id: order.id }, reason: a }', operation: 'refund' },
      /does not say whose account/,
    ],
    [
      'with a record that was typed',
      {
        run: 'body: { order: { id: input.words }, reason: order.id }\n  record: body.order.id',
        operation: 'refund',
      },
      nobody,
    ],
    [
      'with a record that may be left out',
      {
        run: 'body: { order: { id: { $from: order.id, $missing: omit } }, reason: a }\n  record: body.order.id',
        operation: 'refund',
      },
      /is no value of this call that is always sent/,
    ],
    [
      'with a record that is not sent',
      { run: 'body: { reason: order.id }\n  record: body.order.id', operation: 'refund' },
      /is no value of this call/,
    ],
    [
      'with a preview that asks about another record',
      {
        run: 'params: { id: input.id }',
        more: 'preview: { openapi: store.yaml#refund, query: { dry_run: true } }',
      },
      /does not say whose account/,
    ],
  ])('%s', async (_how, asked, expected) => {
    expect((await reasonsOf(asked)).join('\n')).toMatch(expected)
  })
})

describe('is not called', () => {
  it('with an id of another customer, of nobody, or none', async () => {
    await write({ run: 'params: { id: input.id }' })
    const [on, other] = [await openCase(desk), await openCase(desk)]
    const before = api.seen.length
    for (const id of [other.exportId, 'exp_99999999', '', '..', `${on.exportId} `])
      await expect(previewOf(on, { id })).rejects.toMatchObject({
        reason: 'action.value-not-offered',
      })
    expect(api.seen).toHaveLength(before)
  })

  it('when what it reads is another customer’s', async () => {
    await write({ run: 'params: { id: order.id }', input: '', read: 'any.one' })
    const [on, other] = [await openCase(desk), await openCase(desk)]
    await expect(previewOf(on, { id: other.exportId })).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
    await write({ run: 'params: { id: input.id }', input: ', x-pick: any.list.id' })
    await expect(previewOf(on)).rejects.toMatchObject({ reason: 'source.foreign-row' })
  })

  it('when the field that names the record is empty', async () => {
    await write({ run: 'params: { id: order.tracking }' })
    await expect(previewOf(await openCase(desk))).rejects.toMatchObject({
      reason: 'action.value-not-offered',
    })
  })

  it('when the record has gone to another customer since the preview', async () => {
    for (const id of ['input.id', 'order.id']) {
      await write({ run: `params: { id: ${id} }` })
      const [on, other] = [await openCase(desk), await openCase(desk)]
      const { token } = await previewOf(on)
      const sql = 'update shop.export set account_id = $2 where id = $1'
      await desk.shop.query(sql, [on.exportId, other.account])
      const before = api.seen.length
      const wish = { ticketId: on.ticketId, token: token!, reason: 'As asked' }
      await expect(confirmAction(desk, someAgent, wish)).rejects.toMatchObject({
        reason: 'action.value-not-offered',
      })
      expect(api.seen).toHaveLength(before)
    }
  })

  it('when the source that proved it has stopped saying whose its rows are', async () => {
    await write({ run: 'params: { id: input.id }', input: ', x-pick: any.list.id' })
    const on = await openCase(desk)
    const own = list('any.list', 'account_id = :account_id')
    await desk.write('sources/any.list.yaml', own)
    const { token } = await previewOf(on)
    const builtin =
      'apiVersion: firstline/v1\nkind: Source\nid: any.list\ntitle: Lines\nbuiltin: logs\n'
    await desk.write('sources/any.list.yaml', builtin)
    const before = api.seen.length
    const wish = { ticketId: on.ticketId, token: token!, reason: 'As asked' }
    await expect(confirmAction(desk, someAgent, wish)).rejects.toMatchObject({
      reason: 'action.not-found',
    })
    expect(api.seen).toHaveLength(before)
  })
})
