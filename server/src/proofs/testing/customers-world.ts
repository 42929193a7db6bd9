import { randomInt } from 'node:crypto'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createActionDesk, openCase } from '#server/actions/testing/factory.ts'
import type { ActionTestDesk, Case } from '#server/actions/testing/factory.ts'
import type { App } from '#server/app.ts'
import { system } from '#server/core/actor.ts'
import type { PersonActor } from '#server/core/actor.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { recordEvents } from '#server/core/record-events.ts'
import { savedReplyCreated } from '#server/tickets/events.ts'
import { readConfig } from '#server/core/config.ts'
import { createHttp } from '#server/core/http.ts'
import { createApp } from '#server/create-app.ts'
import { aiKeyOf, authenticateAi } from '#server/mcp/authenticate-ai.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { handlersOf } from '#server/routes.ts'
import { newLog, newSpan } from '#server/telemetry/factory.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { compileLogs, compileTraces } from '#server/telemetry/logs-section.ts'
import { logsSource } from '#server/telemetry/logs-source.ts'
import type { TelemetryReader } from '#server/telemetry/store.ts'
import { createTelemetryReader } from '#server/telemetry/telemetry-reader.ts'
import type { DatadogLog } from '#server/connections/testing/evaluate-datadog.ts'
import type { KeptEvent } from '#server/connections/testing/evaluate-insights.ts'
import { startFakeCloudwatch } from '#server/connections/testing/fake-cloudwatch.ts'
import { startFakeDatadog } from '#server/connections/testing/fake-datadog.ts'
import { startFakeElasticsearch } from '#server/connections/testing/fake-elasticsearch.ts'
import type { KeptSpan } from '#server/connections/testing/evaluate-traceql.ts'
import { startFakeJaeger } from '#server/connections/testing/fake-jaeger.ts'
import { startFakeLoki } from '#server/connections/testing/fake-loki.ts'
import type { KeptLine } from '#server/connections/testing/fake-loki.ts'
import { startFakePrometheus } from '#server/connections/testing/fake-prometheus.ts'
import { startFakeTempo } from '#server/connections/testing/fake-tempo.ts'
import { startFakeVictorialogs } from '#server/connections/testing/fake-victorialogs.ts'
import type { VictoriaLine } from '#server/connections/testing/fake-victorialogs.ts'
import type { KeptSeries } from '#server/connections/testing/metric-samples.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createRuleStore } from '#server/rules/rule-store.ts'
import { customerFiles, savedReply } from './customers-files.ts'

export type Customer = Case & {
  ticketNumber: number
  traceId: string
  /** In everything of theirs that may be shown on their own ticket. */
  shownCanary: string
  /** A number in their metrics: on their own ticket and nowhere else. */
  metricCanary: string
  /** In what is masked: nowhere, unless somebody unmasks it on their own ticket. */
  maskedCanary: string
  /** What was made on their ticket; others try their luck with it. */
  tokens: string[]
  runs: string[]
  approvals: string[]
  followed: string[]
  openings: string[]
  escalations: string[]
  replies: string[]
  updates: string[]
  contactId: string
  /** What their contact tried by themselves. */
  attempts: string[]
  /** By which their contact is signed in to the portal. */
  session: string
}

export type World = {
  company: ActionTestDesk
  app: App
  customers: readonly [Customer, Customer]
  people: readonly PersonActor[]
  aiKey: string
  /** What was logged, a line each; who looks empties it. */
  logged: string[]
  /** The API as it is, where a header says who asks. */
  serve(app: App): Promise<FastifyInstance>
}

export async function createWorld(): Promise<World> {
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const company = await createActionDesk({ ...(await createTestDesk()), log })
  company.clock.set(new Date())
  await company.shop.query(
    `alter table shop.export add note text not null default '', add touched_by text`,
  )
  const last = Object.entries(customerFiles).at(-1)!
  const metrics = await startFakePrometheus()
  const careless = await startFakePrometheus({ isCareless: true })
  // as wrong as it can be, now and then
  const logs = await startFakeLoki({ isCareless: everyThird() })
  const documents = await startFakeElasticsearch({ isCareless: everyThird() })
  const traces = await startFakeTempo({ isCareless: everyThird() })
  const spans = await startFakeJaeger({ isCareless: everyThird() })
  const lines = await startFakeVictorialogs({ isCareless: everyThird() })
  const events = await startFakeDatadog({ isCareless: everyThird() })
  const groups = await startFakeCloudwatch({ isCareless: everyThird() })
  const systems = [metrics, careless, logs, documents, lines, events, groups, traces, spans]
  afterAll(() => Promise.all(systems.map((system) => system.stop())))
  await company.write('logs-url.txt', logs.url)
  await company.write('documents-url.txt', documents.url)
  await company.write('lines-url.txt', lines.url)
  await company.write('events-url.txt', events.url)
  await company.write('groups-url.txt', groups.url)
  await company.write('groups-key.txt', groups.credential)
  await company.write('traces-url.txt', traces.url)
  await company.write('spans-url.txt', spans.url)
  await company.write('metrics-url.txt', metrics.url)
  await company.write('careless-metrics-url.txt', careless.url)
  for (const [path, text] of Object.entries(customerFiles)) await company.write(path, text)
  await company.write(...last)
  const problems = company.sources.project.problems()
  if (problems.length > 0) throw new Error(JSON.stringify(problems))

  Object.assign(process.env, company.place.env)
  const config = readConfig({
    FIRSTLINE_PROJECT: company.place.folder,
    FIRSTLINE_HOME: company.place.folder,
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost:3999',
  })
  const whole = await createApp(config, company.url)
  const { clock, actions, secret } = company
  const sources = { ...company.sources, log, clock, builtins: { ...whole.sources.builtins } }
  const readerOf = (project: ProjectStore) =>
    createTelemetryReader(whole.telemetry, { ...sources, project })
  const telemetryReader = byTurns([
    whole.telemetry,
    readerOf(keptElsewhere(sources.project, { traces: 'traces' })),
    readerOf(keptElsewhere(sources.project, { logs: 'documents', traces: 'spans' })),
    readerOf(keptElsewhere(sources.project, { logs: 'lines' })),
    readerOf(keptElsewhere(sources.project, { logs: 'events' })),
    readerOf(keptElsewhere(sources.project, { logs: 'groups' })),
  ])
  sources.builtins.logs = logsSource({ telemetry: telemetryReader, clock })
  const rules = createRuleStore(sources.project)
  const app = { ...whole, log, clock, sources, actions, rules, secret, telemetryReader }
  afterAll(() => whole.close())

  const people = [
    await createPerson(company),
    await createPerson(company, { role: 'lead', name: 'Lena' }),
    await createPerson(company, { role: 'engineer', name: 'Emil' }),
  ]
  await inTransaction(company.db, async (tx) => {
    const { id, ...words } = savedReply
    await tx
      .insertInto('saved_reply')
      .values({ ...savedReply, changed_at: company.clock.now() })
      .execute()
    const events = [savedReplyCreated(id, words)]
    await recordEvents(tx, system('test'), company, { events })
  })
  const host = await createPerson(company, { role: 'lead', name: 'Host' })
  const wish = { name: 'Robo', callsPerMinute: 6_000, actionsPerHour: 1_000 }
  const { key } = await createAiAgent(app, host, wish)
  const customers = [
    await createCustomer(company, app),
    await createCustomer(company, app),
  ] as const
  for (const system of [metrics, careless]) system.keep(customers.map(loadOf))
  logs.keep(customers.map((customer) => lineOf(customer, company.clock.now())))
  documents.keep(customers.map((customer) => documentOf(customer, company.clock.now())))
  lines.keep(customers.map((customer) => victoriaLineOf(customer, company.clock.now())))
  events.keep(customers.map((customer) => eventOf(customer, company.clock.now())))
  groups.keep(customers.map((customer) => groupedOf(customer, company.clock.now())))
  for (const system of [traces, spans])
    system.keep(customers.map((customer) => spanOf(customer, company.clock.now())))
  const serve = (which: App) => serveTo(which, people)
  return { company, app, customers, people, aiKey: key, logged, serve }
}

function everyThird(): () => boolean {
  let turns = 0
  return () => ++turns % 3 === 0
}

/** The same project, but that its logs or its traces are in another system. */
function keptElsewhere(
  project: ProjectStore,
  at: { logs?: string; traces?: string },
): ProjectStore {
  const account_fields = ['account.id', 'account_id']
  const said = {
    search: ['message', '_msg', 'account.id', 'trace.id'],
    log_groups: ['/shop/production'],
  }
  const placed = (connection: string | undefined) => connection && { connection, account_fields }
  const [logs, traces] = [placed(at.logs), placed(at.traces)]
  const current = () => {
    const now = project.current()
    return {
      ...now,
      ...(logs && { logs: compileLogs({ ...logs, ...said }, now.connections) }),
      ...(traces && { traces: compileTraces(traces, now.connections) }),
    }
  }
  return { ...project, current }
}

/** Logs as the desk keeps them, and as systems of the company's do. */
function byTurns(readers: readonly [TelemetryReader, ...TelemetryReader[]]): TelemetryReader {
  const turning = () => {
    let turns = 0
    return () => readers[++turns % readers.length] ?? readers[0]
  }
  const [search, list, trace] = [turning(), turning(), turning()]
  const [spans, traces] = [turning(), turning()]
  return {
    searchLogs: (...given) => search().searchLogs(...given),
    listServices: (...given) => list().listServices(...given),
    readTraceLogs: (...given) => trace().readTraceLogs(...given),
    readSpans: (...given) => spans().readSpans(...given),
    listTraces: (...given) => traces().listTraces(...given),
  }
}

function lineOf({ account, shownCanary, traceId }: Customer, now: Date): KeptLine {
  const said = { message: `${shownCanary} line`, trace_id: traceId, account: { id: account } }
  const at = BigInt(now.getTime()) * 1_000_000n
  return { at, labels: { app: 'shop' }, text: JSON.stringify(said) }
}

function documentOf({ account, shownCanary, traceId }: Customer, now: Date): object {
  return {
    '@timestamp': now.toISOString(),
    message: `${shownCanary} line`,
    trace: { id: traceId },
    account: { id: account },
  }
}

function victoriaLineOf({ account, shownCanary, traceId }: Customer, now: Date): VictoriaLine {
  const fields = { _msg: `${shownCanary} line`, 'account.id': account, 'trace.id': traceId }
  return { at: BigInt(now.getTime()) * 1_000_000n, stream: { app: 'shop' }, fields }
}

function eventOf({ account, shownCanary, traceId }: Customer, now: Date): DatadogLog {
  const attributes = { account: { id: account }, trace_id: traceId }
  return { id: traceId, timestamp: now.toISOString(), message: `${shownCanary} line`, attributes }
}

function groupedOf({ account, shownCanary, traceId }: Customer, now: Date): KeptEvent {
  const said = { message: `${shownCanary} line`, account: { id: account }, trace_id: traceId }
  return { at: now.getTime(), stream: 'shop', message: JSON.stringify(said) }
}

function spanOf({ account, shownCanary, traceId }: Customer, now: Date): KeptSpan {
  const start = BigInt(now.getTime()) * 1_000_000n
  return {
    traceId,
    spanId: traceId.slice(16),
    parentSpanId: null,
    name: `${shownCanary} span`,
    kind: 'server',
    status: 'error',
    statusMessage: '',
    start,
    end: start + 1_000_000n,
    attributes: [['account.id', account]],
    events: [],
    resource: [['service.name', 'exports']],
  }
}

function loadOf({ account, metricCanary }: Customer): KeptSeries {
  const labels = { __name__: 'queue_length', account_id: account }
  return { labels, samples: [], always: Number(metricCanary) }
}

export async function createCustomer(company: ActionTestDesk, app: App): Promise<Customer> {
  const on = await openCase(company)
  const name = crypto.randomUUID().slice(0, 8)
  const [shownCanary, maskedCanary] = [`shown${name}`, `masked${name}`]
  await company.shop.query('update shop.export set note = $2, requested_by = $3 where id = $1', [
    on.exportId,
    shownCanary,
    `${maskedCanary}@shop.example`,
  ])
  const span = newSpan({
    at: app.clock.now().toISOString(),
    accountKey: on.account,
    name: shownCanary,
  })
  await app.telemetry.writeSpans([span])
  await app.telemetry.writeLogs([
    newLog({
      at: app.clock.now().toISOString(),
      accountKey: on.account,
      message: `${shownCanary} log`,
      traceId: span.traceId,
    }),
  ])
  const { number } = await app.db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', on.ticketId)
    .executeTakeFirstOrThrow()
  const made = {
    tokens: [],
    runs: [],
    approvals: [],
    followed: [],
    openings: [],
    escalations: [],
    replies: [],
    updates: [],
    attempts: [],
    contactId: '00000000-0000-7000-8000-000000000000',
    session: '',
  }
  const ticketNumber = Number(number)
  const metricCanary = String(randomInt(100_000_000_000, 1_000_000_000_000))
  return {
    ...on,
    metricCanary,
    ticketNumber,
    traceId: span.traceId,
    shownCanary,
    maskedCanary,
    ...made,
  }
}

async function serveTo(app: App, people: readonly PersonActor[]): Promise<FastifyInstance> {
  const http = await createHttp({
    log: app.log,
    routes,
    handlers: handlersOf(app),
    // signing in is not what is shown here, and would take most of the time
    authenticate: async (request) => {
      const key = aiKeyOf(request)
      return key ? authenticateAi(app, request, key) : people[Number(request.headers['x-person'])]!
    },
    origins: app.config.origins,
    rateLimit: 1_000_000_000,
    version: '0',
  })
  afterAll(() => http.close())
  return http
}
