const admin = `
openapi: 3.1.0
info: { title: Shop admin, version: 1.0.0 }
security: [{ bearer: [] }]
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  parameters:
    account_id: { name: account_id, in: path, required: true, schema: { type: string } }
    export_id: { name: export_id, in: path, required: true, schema: { type: string } }
    dry_run: { name: dry_run, in: query, schema: { type: boolean } }
paths:
  /admin/accounts/{account_id}/exports/{export_id}/requeue:
    parameters: [{ $ref: '#/components/parameters/account_id' }, { $ref: '#/components/parameters/export_id' }, { $ref: '#/components/parameters/dry_run' }]
    post: { operationId: requeueExport, summary: Queue an export again, responses: { '200': { description: done } } }
  /admin/accounts/{account_id}/exports/{export_id}/cancel:
    parameters: [{ $ref: '#/components/parameters/account_id' }, { $ref: '#/components/parameters/export_id' }, { $ref: '#/components/parameters/dry_run' }]
    post: { operationId: cancelExport, summary: Cancel an export, responses: { '200': { description: done } } }
  /admin/exports/{export_id}/requeue:
    parameters: [{ $ref: '#/components/parameters/export_id' }, { $ref: '#/components/parameters/dry_run' }]
    post: { operationId: requeueById, summary: Queue an export again, responses: { '200': { description: done } } }
  /admin/exports/{export_id}/cancel:
    parameters: [{ $ref: '#/components/parameters/export_id' }, { $ref: '#/components/parameters/dry_run' }]
    post: { operationId: cancelById, summary: Cancel an export, responses: { '200': { description: done } } }
  /admin/exports/search:
    post:
      operationId: searchExports
      summary: Find exports
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [account], properties: { account: { type: string }, id: { type: string }, everybody: { type: boolean } } } } } }
      responses: { '200': { description: found } }
`

const columns =
  'id, account_id, status, attempts, size_mb, requested_by, extract(epoch from clock_timestamp())::float8 as age_s'

const source = (id: string, where: string, more: string) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id === 'exports.by_id' ? 'One export' : 'Exports'}
connection: shop
sql: select ${columns} from shop.export where account_id = :account_id${where}
account_column: account_id
mask: { requested_by: email }
${more}
`

/** An action file; the tests change a line of it. */
const requeueFile = `
apiVersion: firstline/v1
kind: Action
id: export.requeue
title: Requeue a failed export
version: 3
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [export_id]
  properties:
    export_id: { type: string, title: Export, pattern: "^exp_[a-z0-9]{8}$", x-pick: exports.recent.id }
read:
  exp: { source: exports.by_id, with: { id: input.export_id } }
guards:
  - { id: failed, cel: "exp.status == 'failed'", say: "Only a failed export can be requeued", holds: "It has failed" }
  - { id: not-looping, cel: "exp.attempts < 5", say: "Requeued 5 times already" }
limits:
  lock: account
  cooldown: { key: [input.export_id], max: 1, window: 10m }
  rate: [{ per: agent, max: 20, window: 1h }, { per: all, max: 1000, window: 1h }]
  timeout: 3s
  retry: { max: 2, on: [timeout, 5xx] }
  breaker: { failures: 50, window: 15m }
approval: { when: "exp.size_mb > 500", role: engineer, self: false, ttl: 15m }
preview: { openapi: admin.yaml#requeueExport, query: { dry_run: true } }
run:
  openapi: admin.yaml#requeueExport
  connection: shop-admin
  credential: file:token.txt
  params: { account_id: scope.account_id, export_id: input.export_id }
verify: { source: exports.by_id, cel: "exp.status in ['queued','running','completed']", within: 60s }
undo: { action: export.cancel, within: 10m }
audit: { require: [reason], redact: [exp.size_mb] }
`

const cancelFile = requeueFile
  .replace('id: export.requeue', 'id: export.cancel')
  .replace('Requeue a failed export', 'Cancel an export')
  .replace("exp.status == 'failed'", "exp.status in ['queued','running']")
  .replace('Only a failed export can be requeued', 'Only a waiting export can be cancelled')
  .replaceAll('requeueExport', 'cancelExport')
  .replace("exp.status in ['queued','running','completed']", "exp.status == 'cancelled'")
  .replace(
    'undo: { action: export.cancel, within: 10m }',
    'undo: { none: "The customer can ask for it again" }',
  )

/** An action on its own target file, so that its rate and its breaker count nobody else's runs. */
export function requeueAs(id: string, ...changes: [string, string][]): string {
  const start = requeueFile.replace('id: export.requeue', `id: ${id}`)
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The action file has no “${from}”`)
    return text.replace(from, to)
  }, start)
}

export const projectFiles: Record<string, string> = {
  'firstline.yaml': `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  shop: { kind: postgres, url: env:SHOP_URL }
  shop-admin: { kind: http, base_url: env:ADMIN_URL, openapi: admin.yaml }
`,
  'admin.yaml': admin,
  'sources/exports.recent.yaml': source('exports.recent', '', 'max_rows: 200'),
  'sources/exports.by_id.yaml': source(
    'exports.by_id',
    ' and id = :id',
    'single: true\nparams: { id: { type: string } }',
  ),
  // only its answer tells which columns there are
  'sources/exports.loose.yaml': `
apiVersion: firstline/v1
kind: Source
id: exports.loose
title: One export, whatever it is
connection: shop
single: true
params: { id: { type: string } }
sql: select * from shop.export where account_id = :account_id and id = :id
account_column: account_id
`,
  'actions/export.requeue.yaml': requeueFile,
  'actions/export.cancel.yaml': cancelFile,
}
