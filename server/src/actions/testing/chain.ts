/** For tests: a chain of three calls, each about an export of its own. */
export function chainFile(id: string, ...changes: [string, string][]): string {
  const start = file.replace('id: export.three', `id: ${id}`)
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The chain has no “${from}”`)
    return text.replace(from, to)
  }, start)
}

const step = (id: string, n: number) => `
  - id: ${id}
    title: Requeue the ${id}
    run:
      openapi: admin.yaml#requeueExport
      connection: shop-admin
      credential: file:token.txt
      params: { account_id: scope.account_id, export_id: input.id_${n} }
    verify: { source: exp_${n}, cel: "exp_${n}.status == 'queued'", within: 60s }
    undo: { action: export.take_back, with: { export_id: before.exp_${n}.id }, within: 10m }`

const file = `
apiVersion: firstline/v1
kind: Action
id: export.three
title: Requeue three exports
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [id_1, id_2, id_3]
  properties:
    id_1: { type: string, title: First, x-pick: exports.recent.id }
    id_2: { type: string, title: Second, x-pick: exports.recent.id }
    id_3: { type: string, title: Third, x-pick: exports.recent.id }
read:
  exp_1: { source: exports.by_id, with: { id: input.id_1 } }
  exp_2: { source: exports.by_id, with: { id: input.id_2 } }
  exp_3: { source: exports.by_id, with: { id: input.id_3 } }
guards:
  - { id: failed, cel: "exp_1.status == 'failed'", say: "Only failed exports can be requeued" }
limits:
  lock: account
  cooldown: { key: [input.id_1], max: 1, window: 10m }
  timeout: 3s
  retry: { max: 1, on: [timeout, 5xx] }
steps:${step('first', 1)}${step('second', 2)}${step('third', 3)}
audit: { require: [reason] }
`

/** Takes one step back. */
export const takeBackFile = `
apiVersion: firstline/v1
kind: Action
id: export.take_back
title: Cancel an export
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [export_id]
  properties:
    export_id: { type: string, title: Export, x-pick: exports.recent.id }
read:
  exp: { source: exports.by_id, with: { id: input.export_id } }
guards:
  - { id: waits, cel: "exp.status == 'queued'", say: "Only a waiting export can be cancelled" }
limits: { lock: account, timeout: 3s, retry: { max: 1, on: [timeout, 5xx] } }
run:
  openapi: admin.yaml#cancelExport
  connection: shop-admin
  credential: file:token.txt
  params: { account_id: scope.account_id, export_id: input.export_id }
verify: { source: exports.by_id, cel: "exp.status == 'cancelled'", within: 60s }
undo: { none: "The customer can ask for it again" }
`
