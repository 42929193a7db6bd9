import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requeueAs } from '#server/actions/testing/project.ts'

/** What the action of a cell has beyond the least: only the guard in question may refuse. */
export type Limit =
  | 'cooldown'
  | 'rate'
  | 'breaker'
  | 'two-person'
  | 'sender'
  | 'by-id'
  | 'search'
  | 'metric'

type Change = [from: string, to: string]

const proven = `  - { id: proven, cel: "ticket.sender_verified", say: "Nobody knows who wrote this" }\n`

/** `waited_s` is an age: it passes without making a preview stale, so only the guard can refuse. */
const source = `
apiVersion: firstline/v1
kind: Source
id: proof.by_id
title: One export
connection: shop
sql: |
  select id, account_id, status, size_mb, requested_by, attempts * 60 as waited_s
  from shop.export where account_id = :account_id and id = :id
account_column: account_id
single: true
params: { id: { type: string } }
mask: { requested_by: email }
`

/** The same record, found by a POST of the target. `held_s` is an age too. */
const search = `
apiVersion: firstline/v1
kind: Source
id: proof.search
title: One export, searched
connection: shop-admin
operation: searchExports
read_only: { reviewed: searchExports, by: the proofs }
body: { account: scope.account_id, id: params.id }
rows: found
account_column: account_id
single: true
params: { id: { type: string } }
mask: { requested_by: email }
`

/** How much of the account waits. */
const metric = `
apiVersion: firstline/v1
kind: Source
id: proof.metric
title: Waiting
connection: proof-metrics
promql: sum(queue_length)
account_label: account_id
unit: count
before: 1h
`
const metricsUrl = 'proof-metrics-url.txt'
const metricsConnection = `  proof-metrics: { kind: prometheus, base_url: file:${metricsUrl} }\n`

const common: Change[] = [
  ['source: exports.by_id, with', 'source: proof.by_id, with'],
  ['verify: { source: exports.by_id', 'verify: { source: proof.by_id'],
  ['exp.attempts < 5', 'exp.waited_s < 300.0'],
  ['timeout: 3s', 'timeout: 60s'],
]
/** The target is told the record only. */
const byId: Change[] = [
  ['admin.yaml#requeueExport\n  connection', 'admin.yaml#requeueById\n  connection'],
  ['admin.yaml#requeueExport, query', 'admin.yaml#requeueById, query'],
  ['params: { account_id: scope.account_id, ', 'params: { '],
]
const reading = (read: string, guard: string): Change[] => [
  ['guards:\n', `  ${read}\nguards:\n`],
  ['limits:\n', `  ${guard}\nlimits:\n`],
]
const searched = reading(
  'found: { source: proof.search, with: { id: input.export_id } }',
  '- { id: free, cel: "found.held_s < 60", say: "It is held back" }',
)
const measured = reading(
  'load: { source: proof.metric }',
  '- { id: idle, cel: "load.last < 5.0", say: "Too much waits" }',
)
const cooldown = '  cooldown: { key: [input.export_id], max: 1, window: 10m }\n'

/** As the file of export.requeue is changed to be one that takes it back. */
const cancelling: Change[] = [
  ["exp.status == 'failed'", "exp.status in ['queued','running']"],
  ["exp.status in ['queued','running','completed']", "exp.status == 'cancelled'"],
  ['run:\n  openapi: admin.yaml#requeueExport', 'run:\n  openapi: admin.yaml#cancelExport'],
  ['{ action: export.cancel, within: 10m }', '{ none: "They can ask for it again" }'],
]

function byIdAs(isUndo: boolean): Change[] {
  if (!isUndo) return byId
  const undoing = [['cancelExport\n  connection', 'cancelById\n  connection']] as Change[]
  return [...undoing, ...byId.slice(1)]
}

export function proofAction(id: string, limits: ReadonlySet<Limit>, isUndo: boolean): string {
  return requeueAs(
    id,
    ...common,
    ...(isUndo ? cancelling : []),
    ...(limits.has('by-id') ? byIdAs(isUndo) : []),
    ...(limits.has('search') ? searched : []),
    ...(limits.has('metric') ? measured : []),
    ...(limits.has('cooldown') ? [] : ([[cooldown, '']] as Change[])),
    ...(limits.has('rate') ? ([['per: all, max: 1000', 'per: all, max: 1']] as Change[]) : []),
    ...(limits.has('breaker') ? ([['failures: 50', 'failures: 1']] as Change[]) : []),
    ...(limits.has('sender') ? ([['limits:\n', `${proven}limits:\n`]] as Change[]) : []),
    ...(limits.has('two-person') ? ([['tier: safe', 'tier: two_person']] as Change[]) : []),
  )
}

/** What is done first where the action of a cell takes it back. */
export function undoneBy(undo: string): string {
  return requeueAs(
    `base.${undo}`,
    ...common,
    [cooldown, ''],
    ['{ action: export.cancel, within: 10m }', `{ action: ${undo}, within: 10m }`],
  )
}

export function writeFiles(folder: string, metrics: string, actions: readonly string[]): void {
  for (const [id, text] of Object.entries({ by_id: source, search, metric }))
    writeFileSync(join(folder, 'sources', `proof.${id}.yaml`), text)
  writeFileSync(join(folder, metricsUrl), metrics)
  const project = join(folder, 'firstline.yaml')
  const text = readFileSync(project, 'utf8')
  writeFileSync(project, text.replace('connections:\n', `connections:\n${metricsConnection}`))
  mkdirSync(join(folder, 'actions', 'proofs'), { recursive: true })
  actions.forEach((text, n) => writeFileSync(join(folder, 'actions', 'proofs', `${n}.yaml`), text))
}
