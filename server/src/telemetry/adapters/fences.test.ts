import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { everything } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'

const desk = await createTestDesk()
const store = createPostgresStore(desk.db, desk.pool)
const logs = {
  loki: 'account_labels: [account_id]',
  clickhouse: 'account_fields: [account.id]',
  elasticsearch: 'account_fields: [account.id]',
  victorialogs: 'account_fields: [account.id]',
  datadog: 'account_fields: [account.id]',
  cloudwatch: 'account_fields: [account.id], log_groups: [/shop]',
}
const traces = {
  clickhouse: 'account_fields: [account.id]',
  tempo: 'account_fields: [account.id]',
  jaeger: 'account_fields: [account.id]',
}
const all = [
  ...Object.entries(logs).map(([kind, says]) => ['logs', kind, says] as const),
  ...Object.entries(traces).map(([kind, says]) => ['traces', kind, says] as const),
]
const megabyte = 'x'.repeat(1024 * 1024)

describe.each(all)('%s of %s', (section, kind, says) => {
  const reading = async (url: string, tls = '') => {
    const signed = kind === 'cloudwatch' ? ', credential: env:KEY, region: eu-central-1' : ''
    const folder = createFolder({
      'firstline.yaml': `${projectFile}  system: { kind: ${kind}, base_url: env:SYSTEM_URL${signed}${tls} }
${section}: { connection: system, ${says}, timeout: 1s }
`,
      'not-a-certificate.pem': 'nothing of the kind',
    })
    const sources = await createTestSources(desk, folder, { SYSTEM_URL: url, KEY: 'id:secret' })
    expect(sources.project.problems()).toEqual([])
    const reader = createTelemetryReader(store, sources)
    const scope = await createScope(desk, `acc_${randomUUID()}`)
    const { from, to } = everything
    const failing = (answer: Promise<unknown>) => answer.catch((error: unknown) => error)
    return {
      sources,
      search: failing(
        section === 'logs'
          ? reader.searchLogs(scope, everything)
          : reader.listTraces(scope, { from, to, isFailed: false, limit: 10 }),
      ),
    }
  }
  const faultIn = ({ answers }: Awaited<ReturnType<typeof reading>>['sources']) =>
    answers.take().map(({ last }) => last.fault?.code)

  test('a system that takes its time is given up', async () => {
    const { sources, search } = await reading(await serve(() => undefined))
    expect(await search).toMatchObject({ reason: 'source.timeout' })
    expect(faultIn(sources)).toEqual(['timeout'])
  })

  test('an answer beyond all measure is not held', async () => {
    const url = await serve((_, response) => {
      response.on('error', () => undefined)
      for (let n = 0; n < 20; n++) response.write(megabyte)
      response.end()
    })
    const { sources, search } = await reading(url)
    // of traces it is a matter of the window that was asked for
    expect(await search).toMatchObject({ reason: expect.stringMatching(/^(?:source|input)\./) })
    expect(faultIn(sources).filter((code) => code !== 'too-large')).toEqual([])
  })

  test('it leads nowhere else', async () => {
    const url = await serve((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    })
    const { sources, search } = await reading(url)
    expect(await search).toMatchObject({ reason: 'source.unavailable' })
    expect(faultIn(sources)).toEqual(['fence'])
  })

  test('an address that nobody may call is not called', async () => {
    const { sources, search } = await reading('http://169.254.169.254')
    expect(await search).toMatchObject({ reason: 'source.unavailable' })
    expect(faultIn(sources)).toEqual(['fence'])
  })

  test('its certificates are those of the connection', async () => {
    const tls = ', tls: { ca: file:not-a-certificate.pem }'
    const { sources, search } = await reading('https://127.0.0.1:1', tls)
    expect(await search).toMatchObject({ reason: 'source.unavailable' })
    expect(faultIn(sources)).toEqual(['certificate'])
  })
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
