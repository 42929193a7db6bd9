import { requeueAs } from '#server/actions/testing/project.ts'

/** What a platform team would have to get wrong for one customer to see another: all of it. */
const sourceFile = (id: string, where: string, isSingle = false) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: shop
sql: select id, account_id, status, note, attempts, size_mb, requested_by from shop.export where ${where}
account_column: account_id
mask: { requested_by: email }
${isSingle ? 'single: true\nparams: { id: { type: string } }' : ''}
`

/** The query is bound to the account by construction: only its system can still get it wrong. */
const metricFile = (id: string, connection: string) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: ${connection}
promql: sum(queue_length)
account_label: account_id
unit: count
before: 1h
`

/** Read from a system that knows accounts by an id of its own; one without a filter is as wrong there. */
const billedFile = (id: string, where: string) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: billing
sql: select id, 'bill-' || account_id as payer, status, note, attempts, size_mb, requested_by from shop.export where ${where}
account_column: payer
mask: { requested_by: email }
`

/** A search by POST; one without a filter is as wrong as a query without one. */
const searchFile = (id: string, body: string, isSingle = false) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: ${id}
connection: shop-admin
operation: searchExports
read_only: { reviewed: searchExports, by: the proofs }
body: { account: scope.account_id${body} }
rows: found
account_column: account_id
mask: { requested_by: email }
${isSingle ? 'single: true\nparams: { id: { type: string } }' : ''}
`

const sources: Record<string, string> = {
  'own.bills': billedFile('own.bills', "'bill-' || account_id = :account_id"),
  'broken.bills': billedFile('broken.bills', ":account_id <> ''"),
  'own.metric': metricFile('own.metric', 'metrics'),
  'broken.metric': metricFile('broken.metric', 'careless-metrics'),
  'own.list': sourceFile('own.list', 'account_id = :account_id'),
  'own.one': sourceFile('own.one', 'account_id = :account_id and id = :id', true),
  'own.search': searchFile('own.search', ''),
  'own.found': searchFile('own.found', ', id: params.id', true),
  'broken.search': searchFile('broken.search', ', everybody: true'),
  'broken.found': searchFile('broken.found', ', id: params.id, everybody: true', true),
  'broken.list': sourceFile('broken.list', "account_id = :account_id or :account_id <> ''"),
  'broken.one': sourceFile('broken.one', "id = :id and :account_id <> ''", true),
}

const typed: [string, string] = [', x-pick: exports.recent.id', '']
const anyId: [string, string] = [', pattern: "^exp_[a-z0-9]{8}$"', '']
const cooldown: [string, string] = [
  '  cooldown: { key: [input.export_id], max: 1, window: 10m }\n',
  '',
]
const reading = (source: string): [string, string][] => [
  ['source: exports.by_id, with', `source: ${source}, with`],
  ['verify: { source: exports.by_id', `verify: { source: ${source}`],
]

/** The target is told the record and no account, and asks nobody whose it is. */
const byId = (value: string): [string, string][] => [
  ['admin.yaml#requeueExport\n  connection', 'admin.yaml#requeueById\n  connection'],
  ['admin.yaml#requeueExport, query', 'admin.yaml#requeueById, query'],
  ['{ account_id: scope.account_id, export_id: input.export_id }', `{ export_id: ${value} }`],
]

/** Takes any id, and asks for the account without looking at it. */
const careless = `
apiVersion: firstline/v1
kind: Action
id: careless
title: Mark an export
version: 1
tier: safe
target: { max_records: 5 }
input:
  type: object
  additionalProperties: false
  required: [export_id]
  properties: { export_id: { type: string } }
read: { exp: { source: own.one, with: { id: input.export_id } } }
limits: { timeout: 5s, lock: none }
run:
  connection: shop
  account_column: account_id
  sql: "update shop.export set touched_by = :account_id where id = :id returning account_id"
  params: { id: input.export_id }
verify: { source: own.one, cel: "exp.status == 'nothing of that kind'", within: 60s }
undo: { none: "It is a mark" }
`

const actions: Record<string, string> = {
  careless,
  typed: requeueAs('typed', typed, anyId, cooldown),
  'reads-broken': requeueAs('reads-broken', typed, anyId, cooldown, ...reading('broken.one')),
  'by-id': requeueAs('by-id', cooldown, ...byId('input.export_id')),
  // whatever is typed: what is sent is what the read answered, of a source that does not filter
  'by-id-read': requeueAs(
    'by-id-read',
    typed,
    anyId,
    cooldown,
    ...byId('exp.id'),
    ...reading('broken.one'),
  ),
  'by-id-own': requeueAs(
    'by-id-own',
    typed,
    anyId,
    cooldown,
    ...byId('exp.id'),
    ...reading('own.one'),
  ),
  // the same, where what is read is found by a POST
  'by-id-search': requeueAs(
    'by-id-search',
    typed,
    anyId,
    cooldown,
    ...byId('exp.id'),
    ...reading('broken.found'),
  ),
  'by-id-found': requeueAs(
    'by-id-found',
    typed,
    anyId,
    cooldown,
    ...byId('exp.id'),
    ...reading('own.found'),
  ),
  'by-id-picked': requeueAs(
    'by-id-picked',
    cooldown,
    ['x-pick: exports.recent.id', 'x-pick: broken.list.id'],
    ...byId('input.export_id'),
  ),
  two: requeueAs('two', cooldown, ['tier: safe', 'tier: two_person'], ...reading('own.one')),
}

const project = `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
portal: { enabled: true }
connections:
  shop: { kind: postgres, url: env:SHOP_URL }
  billing: { kind: postgres, url: env:SHOP_URL, identifier: billing }
  shop-admin: { kind: http, base_url: env:ADMIN_URL, openapi: admin.yaml }
  metrics: { kind: prometheus, base_url: file:metrics-url.txt }
  careless-metrics: { kind: prometheus, base_url: file:careless-metrics-url.txt }
  logs: { kind: loki, base_url: file:logs-url.txt }
  documents: { kind: elasticsearch, base_url: file:documents-url.txt }
  lines: { kind: victorialogs, base_url: file:lines-url.txt }
  groups: { kind: cloudwatch, base_url: file:groups-url.txt, credential: file:groups-key.txt, region: eu-central-1 }
  events: { kind: datadog, base_url: file:events-url.txt }
  traces: { kind: tempo, base_url: file:traces-url.txt }
  spans: { kind: jaeger, base_url: file:spans-url.txt }
directory:
  connection: shop
  by_email: select account_id, account_id as account_name, '' as domain, '' as contact_name, '' as contact_email from shop.export where note || '@shop.example' = :email
  search: select distinct account_id, account_id as account_name, '' as domain from shop.export where account_id like '%' || :q || '%'
  by_id: select distinct account_id, account_id as account_name, '' as domain, 'bill-' || account_id as billing_id from shop.export where account_id = :account_id
  identifiers: { billing: billing_id }
logs: { connection: logs, streams: { app: shop }, account_fields: [account.id, account_id] }
account_picture: [exports.recent, own.list, broken.list, own.search, broken.search, own.metric, broken.metric]
types:
  - { id: exports.missing, title: Export missing }
lines: { l1: [First], l2: [Exports] }
hooks:
  pipeline:
    kind: generic
    secret: file:hook-secret.txt
    map: { service: app, version: version, at: at }
`

export const sourceIds = ['exports.recent', 'exports.by_id', ...Object.keys(sources)]
export const actionIds = ['export.requeue', 'export.cancel', ...Object.keys(actions)]
export const runbookIds = ['looks-right', 'looks-wrong']

/** A runbook whose checks read these, by an id that is picked or written into it. */
export function runbookText(id: string, one: string, list: string, exportId: string): string {
  return `---
apiVersion: firstline/v1
kind: Runbook
id: ${id}
title: ${id}
type: exports.missing
owner: exports
symptom: [the export never arrived]
pick: { export_id: exports.recent.id }
checks:
  exp: { source: ${one}, with: { id: ${exportId} } }
  all: { source: ${list} }
  load: { source: own.metric }
causes:
  failed: { when: "exp.status == 'failed'", action: export.requeue }
  fine: { when: "exp.status != 'failed'", reply: fine }
fixtures:
  - { given: { exp: { status: failed } }, expect: failed }
  - { given: { exp: { status: queued } }, expect: fine }
---
## failed
It failed.

## fine
It did not.

### Say
It is under way.
`
}

/** A saved reply that every desk of these companies has. */
export const savedReply = {
  id: '00000000-0000-7000-8000-0000000000aa',
  title: 'What we found',
  folder: '',
  text: 'Of {{contact.email}}: {{run.exp.id}}, {{run.exp.note}}, {{run.exp.requested_by}}',
}

/** What whoever tells changes to these companies' hook sends. */
export const hookSecret = 'told-by-the-pipeline'

/** Asks a person, who alone can know. */
export const asksWhether = 'asks-whether'
const askingText = runbookText(asksWhether, 'own.one', 'own.list', 'pick.export_id')
  .replace('causes:', '  sure: { ask: "Is it still missing?", type: boolean }\ncauses:')
  .replace('the export never arrived', 'whether it arrived is not known')

/** Customers try these by themselves, in the portal; one of them reads what is not told from others'. */
function openedText(id: string, one: string, list: string, symptom: string): string {
  return runbookText(id, one, list, 'pick.export_id')
    .replace('the export never arrived', symptom)
    .replace(', action: export.requeue', ', reply: failed')
    .replace('It failed.\n', 'It failed.\n\n### Say\nIt failed: {{exp.note}}\n')
    .replace('It is under way.', 'It is under way: {{exp.note}}')
    .replace('fixtures:', 'customer: { show: [failed, fine] }\nfixtures:')
}

/** Does nothing, and can be switched off all the same. */
export const spareRule = `
apiVersion: firstline/v1
kind: Rule
id: spare
title: Spare
draft: true
when: [ticket.received]
if: ticket.subject.contains('late')
then: { priority: high }
`

export const customerFiles: Record<string, string> = {
  ...Object.fromEntries(Object.entries(sources).map(([id, text]) => [`sources/${id}.yaml`, text])),
  ...Object.fromEntries(Object.entries(actions).map(([id, text]) => [`actions/${id}.yaml`, text])),
  'runbooks/looks-right.md': runbookText('looks-right', 'own.one', 'own.list', 'pick.export_id'),
  'runbooks/looks-wrong.md': runbookText(
    'looks-wrong',
    'broken.one',
    'broken.list',
    'pick.export_id',
  ),
  'runbooks/asks-whether.md': askingText,
  'runbooks/tells-right.md': openedText(
    'tells-right',
    'own.one',
    'own.list',
    'my report stays grey',
  ),
  'runbooks/tells-wrong.md': openedText(
    'tells-wrong',
    'broken.one',
    'broken.list',
    'our archive lost a folder',
  ),
  'rules/spare.yaml': spareRule,
  'firstline.yaml': project,
  'hook-secret.txt': hookSecret,
}
