import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { pino } from 'pino'
import { maskRows } from '#server/accounts/mask.ts'
import { routes } from '@firstline/contract/routes'
import { parseMail } from '#server/channels/parse-mail.ts'
import { checkStates } from '#server/conditions/cel-states.ts'
import { compileCel } from '#server/conditions/cel.ts'
import { completeChange } from '#server/changes/hooks/complete-change.ts'
import type { HookKind } from '#server/changes/hooks/hooks-section.ts'
import { readers } from '#server/changes/hooks/read-message.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { keepOperations } from '#server/project/keep-operations.ts'
import { parseProjectFile } from '#server/project/project-document.ts'
import { historyOf, inspectFiles } from '#server/imports/history/open-history.ts'
import { describeValues } from '#server/runbooks/causes/describe-values.ts'
import { lintThoroughly } from '#server/runbooks/lint/lint-runbook.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { testRunbook } from '#server/runbooks/lint/test-fixtures.ts'
import { readConfig } from '#server/core/config.ts'
import { answerMcp } from '#server/mcp/answer-mcp.ts'
import { tools } from '#server/mcp/tools.ts'
import { rowsOf } from '#server/telemetry/adapters/copy-logs.ts'
import { receiveOtlp } from '#server/telemetry/receive-otlp.ts'
import { createRoom } from '#server/telemetry/room.ts'
import type { NewLog } from '#server/telemetry/store.ts'

/** What every object leads to, names that objects inherit, and names that only look harmless. */
const names = (
  '__proto__ __proto__ __proto__ prototype constructor __defineGetter__ __lookupSetter__ ' +
  'toString valueOf hasOwnProperty authorization then length a x'
).split(' ')

const sharedObjects: readonly object[] = [
  ...[Object, Array, Function, Error, String, Number, Boolean, Map, Set, Promise].flatMap(
    (kind) => [kind as object, kind.prototype as object],
  ),
  RegExp.prototype,
  Date.prototype,
]

type Way = (name: () => string) => unknown
const accepting = { ...readConfig({}), telemetryRetentionDays: 3650 }

/** Everything that reads what others wrote, with names nobody should use. */
const ways: Record<string, Way> = {
  'a condition': (name) => {
    const text = `acc.${name()}.${name()} == 'Bearer x' || row.${name()}.x.${name()} != 1`
    const program = compileCel(text, ['acc', 'row'])
    program.evaluate({ acc: recordOf(name, 'x'), row: recordOf(name, recordOf(name, 1)) })
    return checkStates({ programs: new Map([[name(), program]]) })
  },
  'an index that is put together': (name) => {
    const half = name()
    const text = `acc["${half.slice(0, 4)}" + "${half.slice(4)}"] == acc.x`
    return compileCel(text, ['acc']).evaluate({ acc: recordOf(name, 1) })
  },
  'a runbook': (name) => {
    // declared by harmless names it gets further
    for (const declared of [name, () => 'late']) {
      const parsed = parseRunbook(runbookOf(name, declared))
      lintThoroughly(parsed, nothingNamed)
      testRunbook(parsed)
    }
  },
  'a project file': (name) =>
    parseProjectFile(
      'sources/a.yaml',
      `apiVersion: firstline/v1\nkind: Source\nid: ${name()}\nmask: { ${name()}: hidden }\n? ${name()}\n: { ${name()}: { ${name()}: &a { ${name()}: 1 } } }\n<<: { ${name()}: 2 }\n`,
      ['Source'],
    ),
  'a row': (name) => [
    maskRows({ mask: { [name()]: 'hidden' } }, [recordOf(name, 'x'), recordOf(name, null)]),
    describeValues([`${name()}.${name()}`], recordOf(name, 'x')),
  ],
  'a mail': (name) =>
    parseMail(
      Buffer.from(
        `From: "${name()}" <${name()}@${name()}.example>\r\n${name()}: ${name()}\r\nSubject: ${name()}\r\nContent-Type: multipart/mixed; ${name()}=1; boundary=${name()}\r\n\r\n--${name()}\r\nContent-Type: text/html; ${name()}=${name()}\r\n${name()}: x\r\n\r\n<p ${name()}="1">${name()}</p>`,
      ),
    ),
  'logs as JSON': (name) => sendOtlp('application/json', otlpOf(name)),
  'logs as protobuf': (name) => {
    const writer = new BinaryWriter()
    for (let field = 1; field < 5; field++) writer.tag(field, 2).string(name())
    return sendOtlp('application/x-protobuf', Buffer.from(writer.finish()))
  },
  'a call of a tool': (name) => callMcp(name, callOf(name)),
  'a call of a tool, and its answer': (name) =>
    callMcp(name, { method: 'tools/call', params: { name: 'list_teams', arguments: {} } }),
  'a table of a history': (name) =>
    inFile('csv', (path) => {
      const row = () => [name(), '2026-01-01T00:00:00Z', name(), name()].join(',')
      writeFileSync(path, `case,time,${name()},status\n${row()}\n${row()}\n`)
    }),
  'a message of a hook': (name) => {
    const message = parseExactJson(JSON.stringify(hookMessageOf(name)))
    const leaf = { path: `${name()}.${name()}`, mayBeMissing: true }
    const map = new Map([['service', leaf] as const])
    const services = new Map([[name(), name()]])
    const about = { services, environments: services, runs: new Set([name()]), map }
    const onlyWhen = new Map([[`${name()}.${name()}`, [name()]]])
    return Object.entries(readers).map(([kind, read]) => {
      const hook = { name: 'a', kind: kind as HookKind, secrets: [], ...about, onlyWhen }
      const reading = read(message, { ...headersOf(name), ...hookHeaders }, hook)
      if (!Array.isArray(reading)) return reading
      return reading.map((draft) => completeChange(hook, draft, message, new Date(0)))
    })
  },
  'a description of an API': (name) => keepOperations(apiOf(name), () => true),
  'records of a history': (name) =>
    inFile('json', (path) =>
      writeFileSync(path, JSON.stringify([recordOf(name, recordOf(name, 'x')), { [name()]: 1 }])),
    ),
}

/** @returns what went wrong: in which way what all objects share was changed */
export async function tryHostileNames(rounds: number, seed: number): Promise<string[]> {
  const findings: string[] = []
  const next = randomFrom(seed)
  const name = () => names[Math.floor(next() * names.length)]!
  let before = sharedNow()
  for (let round = 0; round < rounds; round++) {
    for (const [way, go] of Object.entries(ways)) {
      // a refusal is as good as an answer
      await Promise.resolve()
        .then(() => go(name))
        .catch(() => undefined)
      const now = sharedNow()
      if (now.join() === before.join()) continue
      findings.push(
        `${way}, round ${round}: ${now.filter((line) => !before.includes(line)).join()}`,
      )
      before = now
    }
  }
  return findings
}

/** Every name that objects share, and which value it has. */
function sharedNow(): string[] {
  return sharedObjects.flatMap((shared, index) =>
    Reflect.ownKeys(shared).map((key) => {
      const { value, get, set } = Object.getOwnPropertyDescriptor(shared, key)!
      return `${index}.${String(key)}=${numberOf(value)}/${numberOf(get)}/${numberOf(set)}`
    }),
  )
}

const numbers = new Map<unknown, number>()

function numberOf(value: unknown): number {
  const number = numbers.get(value) ?? numbers.size
  numbers.set(value, number)
  return number
}

function recordOf(name: () => string, value: unknown): Record<string, unknown> {
  return JSON.parse(
    `{${[name(), name(), 'x'].map((key) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join()}}`,
  ) as Record<string, unknown>
}

const nothingNamed = { sources: new Map(), actions: new Map(), types: new Set<string>() }

function runbookOf(name: () => string, declared: () => string): string {
  return `---
apiVersion: firstline/v1
kind: Runbook
id: late
type: late
owner: shop
symptom: [${name()}]
pick: { ${declared()}: orders.${name()} }
checks:
  ${declared()}: { source: orders, with: { ${declared()}: pick.${name()} } }
  acc: { ask: who, type: text }
causes:
  ${declared()}: { when: "acc.${name()}.${name()} != 'Bearer x'", reply: r }
  b: { when: "${declared()}.${name()} == 1 || acc.${name()} == 'y'", escalate: ${declared()} }
fixtures:
  - { given: { ${declared()}: { ${declared()}: 1 }, acc: { ${declared()}: { x: y } } }, expect: ${declared()} }
---
## ${name()}
text {{${name()}.${name()}}}
### Say
{{acc.${name()}}}
`
}

/** As Node has them: in an object that inherits. */
function headersOf(name: () => string): Record<string, string> {
  return Object.fromEntries([[name(), name()]])
}

const hookHeaders = { 'x-github-event': 'deployment_status', 'x-gitlab-event': 'Deployment Hook' }

/** What several senders have in their messages, each with such names within and beside. */
function hookMessageOf(name: () => string): object {
  const part = () => ({ ...recordOf(name, recordOf(name, 1)), id: 1, name: name(), state: 'done' })
  const alert = { ...part(), status: 'firing', labels: recordOf(name, 'x'), fingerprint: name() }
  return {
    ...recordOf(name, 'x'),
    status: 'success',
    alerts: [alert],
    groupLabels: recordOf(name, 'x'),
    event: part(),
    deployment: part(),
    deployment_status: part(),
    repository: part(),
    project: part(),
    context: part(),
    subject: { ...part(), content: part() },
    data: part(),
    environment: name(),
  }
}

/** An operation refers to what has such a name, in a place that has one. */
function apiOf(name: () => string): object {
  const [place, thing] = [name(), name()]
  const schema = { $ref: `#/components/${place}/${thing}` }
  const operation = { operationId: name(), parameters: [{ name: name(), schema }] }
  const things = Object.fromEntries([[thing, { type: 'object', properties: recordOf(name, {}) }]])
  return {
    openapi: '3.1.0',
    paths: Object.fromEntries([[`/${name()}`, { get: operation, [name()]: operation }]]),
    components: Object.fromEntries([[place, things]]),
  }
}

function otlpOf(name: () => string): Buffer {
  const attribute = () =>
    `{"key":"${name()}","value":{"${name()}":1,"kvlistValue":{"values":[{"key":"${name()}","value":{"stringValue":"x"}}]}}}`
  const record = `{"timeUnixNano":"1772442000000000000","${name()}":{"${name()}":1},"body":{"stringValue":"x"},"attributes":[${attribute()},${attribute()}]}`
  return Buffer.from(
    `{"${name()}":{"x":1},"resourceLogs":[{"resource":{"attributes":[${attribute()}]},"scopeLogs":[{"${name()}":{"x":1},"logRecords":[${record}]}]}]}`,
  )
}

const silent = pino({ level: 'silent' })

function sendOtlp(contentType: string, body: Buffer) {
  const telemetry = {
    writeLogs: async (logs: Iterable<NewLog>) => void rowsOf(logs),
    writeSpans: async () => undefined,
  } as never
  const clock = { now: () => new Date('2026-03-02T09:00:00Z') }
  const telemetryRoom = createRoom(1024 * 1024)
  const desk = { clock, log: silent, telemetry, telemetryRoom, config: accepting }
  return receiveOtlp(desk, 'logs', {
    contentType,
    contentEncoding: undefined,
    body: Readable.from([body]),
  })
}

/** By an AI agent, of any tool or of none, with its arguments and much beside them. */
function callOf(name: () => string): object {
  const tool = [...Object.keys(tools), name()][name().length % (Object.keys(tools).length + 1)]
  const given = { ticketId: name(), input: recordOf(name, recordOf(name, 1)) }
  return {
    ...recordOf(name, 'x'),
    method: 'tools/call',
    params: { name: tool, arguments: { ...recordOf(name, 1), ...given }, _meta: recordOf(name, 1) },
  }
}

/** The whole door, before handlers whose answers have such names too. */
async function callMcp(name: () => string, call: object): Promise<unknown> {
  const answer = { handle: async () => [recordOf(name, recordOf(name, 'x'))] }
  const handlers = Object.fromEntries(Object.keys(routes).map((route) => [route, answer]))
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, ...call }))
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const request = { query: recordOf(name, 'x'), url: '/mcp', headers, body }
  const config = { origins: [], publicUrl: 'http://localhost' }
  let said: unknown
  const reply = {
    code: () => {},
    type: () => {},
    send: async (sent: unknown) => void (said = sent),
  }
  const limits = { tools: null, lines: null, types: null }
  const actor = { kind: 'ai_agent', id: name(), name: name(), limits }
  const desk = { config, log: silent, clock: { now: () => new Date(0) } }
  await answerMcp(desk as never, handlers, { request, reply } as never, actor as never)
  return said
}

async function inFile(extension: string, write: (path: string) => void): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-names-'))
  try {
    const path = join(folder, `history.${extension}`)
    write(path)
    return await historyOf(await inspectFiles([path], {}), {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
