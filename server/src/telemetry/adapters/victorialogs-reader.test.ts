import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { startFakeVictorialogs } from '#server/connections/testing/fake-victorialogs.ts'
import type { VictoriaLine } from '#server/connections/testing/fake-victorialogs.ts'
import { checkConnections } from '#server/runbooks/lint/check-live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { newLog } from '../factory.ts'
import type { Attributes, NewLog } from '../store.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { describeLogs, everything } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'

const desk = await createTestDesk()
const newScope = () => createScope(desk, `acc_${randomUUID()}`)
const store = createPostgresStore(desk.db, desk.pool)
const levelOf = new Map([
  [9, 'INFO'],
  [13, 'warning'],
  [17, 'Error'],
  [21, 'critical'],
])
const section =
  '{ connection: victoria, streams: { env: live }, account_fields: [account.id, tenant.id], search: [_msg, export.id] }'

describe('VictoriaLogs', async () => {
  const world = await createWorld()
  const { logs, victoria, sources } = world
  beforeEach(() => victoria.answerWith(null))
  const keep = (to: { victoria: typeof victoria }, ...given: NewLog[]) =>
    to.victoria.keep(given.map(lineOf))

  describeLogs('VictoriaLogs', () => ({
    logs,
    writeLogs: async (given) => victoria.keep(given.map(lineOf)),
    newScope,
    kept: (attributes) => textsOf(attributes),
  }))

  test('a line of another account spoils the whole answer, and is a security event', async () => {
    const careless = await createWorld({ isCareless: () => true })
    const [own, other] = [await newScope(), await newScope()]
    keep(careless, newLog({ accountKey: own.externalId, message: 'own' }))
    expect((await careless.logs.searchLogs(own, everything)).items).toHaveLength(1)
    keep(careless, newLog({ accountKey: other.externalId, message: 'canary' }))
    for (const read of [
      () => careless.logs.searchLogs(own, everything),
      () => careless.logs.listServices(own, everything),
    ]) {
      await expect(read()).rejects.toMatchObject({ reason: 'source.foreign-row' })
    }
    const events = await desk.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'security.foreign_row')
      .where('account_id', '=', own.accountId)
      .execute()
    const event = expect.objectContaining({ source: 'logs', rows: 2, foreign: 1 })
    expect(events.map(({ data }) => data)).toEqual([event, event])
  })

  test('a line of nobody is a fault of the system, not of another customer', async () => {
    const careless = await createWorld({ isCareless: () => true })
    keep(careless, newLog({ accountKey: null }))
    await expect(careless.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('a line that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const [mine, theirs] = [own.externalId, other.externalId]
    const line = (fields: Record<string, string>) => ({
      at: 1_772_440_200_000_000_000n,
      stream: { env: 'live' },
      fields: { _msg: Object.keys(fields).join(), ...fields },
    })
    victoria.keep([
      line({ 'account.id': mine, 'tenant.id': theirs }),
      line({ 'account.id': mine, 'tenant.id': mine }),
      line({ 'tenant.id': mine }),
      { ...line({ 'account.id': mine, elsewhere: 'x' }), stream: { env: 'test' } },
    ])
    const { items } = await logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message).toSorted()).toEqual([
      'account.id,tenant.id',
      'tenant.id',
    ])
  })

  test('an account whose name is LogsQL is a text like any other', async () => {
    const names = ['"', '\\', '") or (_time:', '`', "'", '* | delete', '\n', 'ü 💥']
    for (const name of names) {
      const scope = await createScope(desk, `${name}${randomUUID()}`)
      keep(world, newLog({ accountKey: scope.externalId, message: 'own' }))
      const { items } = await logs.searchLogs(scope, everything)
      expect(items.map(({ message }) => message)).toEqual(['own'])
    }
  })

  test('pages of lines that all have the same time hold each of them once', async () => {
    const scope = await newScope()
    const all = Array.from({ length: 57 }, (_, n) => String(n))
    keep(world, ...all.map((message) => newLog({ accountKey: scope.externalId, message })))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await logs.searchLogs(scope, { ...everything, limit: 5, cursor })
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })

  test.each([
    [401, 'Unauthorized', 'source.unavailable', 'HTTP 401'],
    [400, 'cannot parse query', 'source.unavailable', null],
    [400, 'too big time range', 'source.unavailable', null],
    [429, 'too many concurrent requests', 'input.window', 'HTTP 429'],
    [503, 'cannot handle', 'source.unavailable', 'HTTP 503'],
    [200, '<html>', 'source.unavailable', null],
    [200, '{"_msg":"without a time"}', 'source.unavailable', null],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      sources.answers.take()
      victoria.answerWith({ status, body })
      const search = logs.searchLogs(await newScope(), everything)
      await expect(search).rejects.toMatchObject({ reason })
      const fault = detail === null ? expect.anything() : { detail }
      expect(sources.answers.take()).toMatchObject([
        { connection: 'victoria', thing: 'logs', asked: 1, failed: 1, last: { fault } },
      ])
    },
  )

  test('live: the credential decides, and the tenant is sent', async () => {
    const connection = ', credential: env:TOKEN, headers: { AccountID: "12", ProjectID: "3" }'
    const signed = await createWorld({ authorization: 'Bearer right', connection })
    const live = async (TOKEN: string, path = '') => {
      const env = { VICTORIA_URL: `${signed.victoria.url}${path}`, TOKEN }
      const [result] = await checkConnections(signed.sources.project, env)
      return result
    }
    expect(await live('right')).toMatchObject({
      isReachable: true,
      answer: '0 lines of “firstline-check”',
    })
    expect(signed.victoria.asked.at(-1)?.headers).toMatchObject({ accountid: '12', projectid: '3' })
    expect(await live('wrong')).toMatchObject({
      isReachable: false,
      answer: 'HTTP 401: the credential of the connection is not accepted',
    })
    expect((await live('right', '/nowhere'))?.answer).toMatch(/^HTTP 404: base_url/)
  })
})

type Given = NonNullable<Parameters<typeof startFakeVictorialogs>[0]> & { connection?: string }

async function createWorld({ connection = '', ...given }: Given = {}) {
  const victoria = await startFakeVictorialogs(given)
  afterAll(() => victoria.stop())
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  victoria: { kind: victorialogs, base_url: env:VICTORIA_URL${connection} }\nlogs: ${section}\n`,
  })
  const sources = await createTestSources(desk, folder, { VICTORIA_URL: victoria.url })
  expect(sources.project.problems()).toEqual([])
  return { victoria, sources, logs: createTelemetryReader(store, sources) }
}

/** Every value is kept as a text; what is nothing is not there. */
function textsOf(given: Attributes): Record<string, string> {
  const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    said.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

let turn = 0
function lineOf(log: NewLog): VictoriaLine {
  turn += 1
  const owner = log.accountKey === null ? {} : { 'account.id': log.accountKey }
  const tenant = log.accountKey === null ? {} : { 'tenant.id': log.accountKey }
  return {
    at: BigInt(log.atMicros) * 1_000n,
    stream: { env: 'live', 'service.name': log.service },
    fields: textsOf({
      _msg: log.message,
      severity: levelOf.get(log.severity),
      trace_id: log.traceId,
      span_id: log.spanId,
      ...(turn % 2 === 0 ? owner : tenant),
      ...(JSON.parse(log.attributes) as Attributes),
    }),
  }
}
