import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { present } from '@firstline/contract/present'
import { importIntoDesk } from '@firstline/server/imports/record/import-into-desk'
import { ensureApiKey, startDesk } from '@firstline/server/start'
import { readConfig } from '@firstline/server/core/config'
import { requireFreePort } from '@firstline/server/core/ports'
import { startEmbedded } from '@firstline/server/database/postgres/embedded'
import { demoSignIns } from '@firstline/server/team/demo-sign-ins'
import type { Config } from '@firstline/server/core/config'
import { beginPart } from '../progress.ts'
import type { Progress } from '../progress.ts'
import { projectFolder, startAcme } from './acme.ts'
import { writeGeneratedHistory } from './history.ts'
import { examplePorts } from './ports.ts'
import { startWorkday } from './start-workday.ts'
import { readState, writeState } from './state.ts'
import type { ExampleState } from './state.ts'

const loopback = '127.0.0.1'

type Starting = {
  progress: Progress
  /** Everything begun goes here at once: what was started is stopped when a later part is not. */
  started: AsyncDisposableStack
  buildWeb: () => Promise<string>
}

/**
 * The desk, and beside it the company it is connected to, as any customer's system would be.
 * @returns the address of the company
 */
export async function startExample(
  given: NodeJS.ProcessEnv,
  { progress, started, buildWeb }: Starting,
): Promise<string> {
  // its sign-ins are known to everybody: whatever HOST says, only this machine reaches it
  const env: NodeJS.ProcessEnv = { ...given, HOST: loopback }
  const config = readConfig(env)
  const ports = await freePorts(env, config)
  const acmeUrl = `http://localhost:${ports.http}`
  const starting = startEmbedded(join(config.home, 'postgres'), progress)
  started.defer(async () => (await starting.catch(() => null))?.leave())
  const [cluster, web] = await Promise.all([progress.step('PostgreSQL', starting), buildWeb()])
  const acmeDatabase = env.ACME_DATABASE_URL ?? (await cluster.database('acme'))
  const state = readState(config.home)
  state.adminToken ??= randomBytes(24).toString('base64url')
  // where the desk's own folder of connections finds its secrets
  Object.assign(process.env, {
    ACME_REPLICA_URL: readerUrl(acmeDatabase),
    ACME_ADMIN_URL: acmeUrl,
    ACME_ADMIN_TOKEN: state.adminToken,
    ACME_ALERTS_TOKEN: state.adminToken,
    ACME_STATUS_URL: `${acmeUrl}/status.json`,
  })
  const opening = startDesk(
    { ...deskEnv(env, ports, acmeUrl), FIRSTLINE_WEB: web },
    demoAt(acmeUrl),
  )
  const desk = await beginPart(progress, started, 'Desk', opening)
  const owner = present(demoSignIns.find(({ role }) => role === 'lead')).email
  state.apiKey = await ensureApiKey(desk.app, state.apiKey, {
    name: 'Acme (example)',
    permissions: ['telemetry:write', 'change:write'],
    owner,
  })
  // one that is about to end, as every desk has one some day
  state.reportKey = await ensureApiKey(desk.app, state.reportKey, {
    name: 'Monthly report (example)',
    permissions: ['scorecard:read'],
    owner,
    expiresInDays: 10,
  })
  writeState(config.home, state)
  const acme = startAcme({ ...env, ...acmeEnv(acmeDatabase, ports, config, state) }, progress.say)
  await Promise.all([
    beginPart(progress, started, 'Acme, the example company', acme),
    progress.step('Six months of history', importHistory(desk.app, config)),
  ])
  if (env.ACME_WORKDAY !== 'off') {
    const workday = startWorkday(config, acmeUrl, progress)
    started.defer(() => workday.stop())
  }
  return acmeUrl
}

type Ports = ReturnType<typeof examplePorts>

async function freePorts(env: NodeJS.ProcessEnv, config: Config): Promise<Ports> {
  const ports = examplePorts(config, env)
  await requireFreePort(config.port, config.host, 'PORT')
  await requireFreePort(config.smtpIn.port, config.host, 'SMTP_IN_PORT')
  await requireFreePort(ports.http, '127.0.0.1', 'ACME_PORT')
  await requireFreePort(ports.smtp, '127.0.0.1', 'ACME_SMTP_PORT')
  return ports
}

function deskEnv(env: NodeJS.ProcessEnv, ports: Ports, acmeUrl: string): NodeJS.ProcessEnv {
  return {
    ...env,
    FIRSTLINE_PROJECT: env.ACME_PROJECT ?? projectFolder,
    // the company is on this machine, where no webhook goes unless told
    WEBHOOK_TO: [env.WEBHOOK_TO, acmeUrl].filter(Boolean).join(','),
    SMTP_URL: env.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
  }
}

function demoAt(url: string) {
  return { demo: { url, signIns: demoSignIns } }
}

function acmeEnv(database: string, ports: Ports, config: Config, state: ExampleState) {
  return {
    ACME_DATABASE_URL: database,
    ACME_PORT: String(ports.http),
    ACME_SMTP_PORT: String(ports.smtp),
    ACME_ADMIN_TOKEN: state.adminToken,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${config.port}`,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${state.apiKey}`,
    DEPLOY_WEBHOOK_URL: `http://127.0.0.1:${config.port}/v1/deploys`,
    DEPLOY_WEBHOOK_TOKEN: state.apiKey,
    SUPPORT_SMTP_URL: `smtp://127.0.0.1:${config.smtpIn.port}`,
  }
}

/** The same database as the role that may only read. */
function readerUrl(url: string): string {
  const reader = new URL(url)
  reader.username = 'acme_reader'
  return reader.href
}

type Desk = Awaited<ReturnType<typeof startDesk>>['app']

async function importHistory(app: Desk, config: Config): Promise<void> {
  const file = join(config.home, 'generated-history.csv')
  await writeGeneratedHistory(file)
  await importIntoDesk(app.url, [file], { format: 'event-log', origin: 'generated' })
}
