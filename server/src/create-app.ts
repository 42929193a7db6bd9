import { connectedSources } from './accounts/connected-sources.ts'
import { createSources } from './accounts/create-sources.ts'
import { openProject } from './open-project.ts'
import { followSecrets } from './project/follow-secrets.ts'
import { changesSource } from './changes/changes-source.ts'
import { keepCountsOften } from './connections/health/keep-counts.ts'
import { statusSource } from './changes/status-source.ts'
import { connectedActions } from './actions/connected-actions.ts'
import { createActionStore } from './actions/compile/store.ts'
import { seconds, systemClock } from './core/clock.ts'
import { countMails } from './outbound/mailer-metrics.ts'
import { createMailer } from './outbound/mailer.ts'
import type { Config } from './core/config.ts'
import { createDatabase, createPool } from './database/database.ts'
import { deriveSecret } from './core/derive-secret.ts'
import { messageOf } from './core/errors.ts'
import { createLive } from './core/live.ts'
import { createLog } from './core/log.ts'
import { createMetrics } from './core/metrics.ts'
import { createReadiness } from './core/readiness.ts'
import { readSecret } from './core/settings.ts'
import { createSockets } from './core/sockets.ts'
import type { Desk } from './core/verb.ts'
import { within } from './core/within.ts'
import { reactionsTo } from './reactions.ts'
import { createPostgresStore } from './telemetry/adapters/postgres-store.ts'
import { logsSource } from './telemetry/logs-source.ts'
import { createTelemetryReader } from './telemetry/telemetry-reader.ts'
import { connectedLogs } from './telemetry/connected-logs.ts'
import { createRoom } from './telemetry/room.ts'
import { tellMailCounts } from './channels/queries.ts'
import { tellNotificationCounts } from './notifications/count-notifications.ts'
import type { CountTellers } from './core/live-rows.ts'
import { createRowTeller, tellTicketCounts } from './tickets/tell-rows.ts'
import { declareRunbooks, followRunbookFiles } from './runbooks/publish/load-runbooks.ts'
import { createRuleStore } from './rules/rule-store.ts'
import { createAuth } from './team/auth.ts'
import type { Demo } from './team/get-setup.ts'
import { observeDesk } from './observe-desk.ts'
import type { App } from './app.ts'

const longestClose = 2 * seconds
/** Of telemetry that is on its way into the store: eight of the largest requests. */
const largestTelemetryBytes = 64 * 1024 * 1024

/** @param url a migrated database */
export async function createApp(
  config: Config,
  url: string,
  demo: Demo | null = null,
): Promise<App> {
  const log = createLog(config.logLevel)
  const sockets = createSockets()
  const pool = createPool(url, log, { max: 16, sockets, patience: 'short' })
  // two for each of eight jobs at once: one that reads while it writes must not wait for the others
  const jobPool = createPool(url, log, { max: 16, sockets, name: 'firstline work' })
  const [readPool, jobReadPool] = [
    createPool(url, log, { max: 16, sockets, patience: 'short', isReading: true }),
    createPool(url, log, { max: 8, sockets, name: 'firstline work', isReading: true }),
  ]
  // few, so that a flood of logs leaves the database to those who wait for an answer
  const logPool = createPool(url, log, {
    max: 3,
    sockets,
    name: 'firstline logs',
    patience: 'short',
  })
  const db = createDatabase(pool)
  const readDb = createDatabase(readPool)
  const secret = config.secret ?? (await readSecret(db))
  const desk: Desk = { db, readDb, log, config, clock: systemClock, reactionsTo }
  const project = await openProject(config.projectFolder ?? null, log)
  const secrets = await followSecrets(project, { env: process.env, log })
  const telemetry = createPostgresStore(db, logPool)
  const sources = createSources(desk, project, {
    status: statusSource(desk, project),
    changes: changesSource(desk),
  })
  const telemetryReader = createTelemetryReader(telemetry, sources)
  sources.builtins.logs = logsSource({ telemetry: telemetryReader, clock: desk.clock })
  const keeping = keepCountsOften(desk, sources.answers)
  const actions = createActionStore(project)
  declareRunbooks(project)
  const rules = createRuleStore(project)
  const stopFollowing = await followRunbookFiles({ ...desk, sources })
  const counts: CountTellers = {
    countTickets: tellTicketCounts(readDb),
    countInboundMails: tellMailCounts(readDb),
    countNotifications: tellNotificationCounts(readDb),
  }
  const live = await createLive(db, url, log, { teller: { ...createRowTeller(readDb), counts } })
  const metrics = createMetrics(pool)
  observeDesk(metrics, { ...desk, sources, actions })
  return {
    ...desk,
    url,
    pool,
    jobDb: createDatabase(jobPool),
    jobReadDb: createDatabase(jobReadPool),
    sources,
    mailer: countMails(metrics, createMailer(config)),
    telemetry,
    telemetryReader,
    telemetryRoom: createRoom(largestTelemetryBytes),
    actions,
    rules,
    connectedThings: async (reading) => [
      ...connectedSources(project),
      ...connectedLogs(project),
      ...(await connectedActions({ ...reading, sources, actions })),
    ],
    secret,
    auth: createAuth(db, log, {
      publicUrl: config.publicUrl,
      trustedOrigins: config.origins,
      secret: deriveSecret(secret, 'sign-in').toString('base64url'),
      settings: () => project.current().signIn,
    }),
    live,
    metrics,
    readiness: createReadiness(db),
    demo,
    async close() {
      stopFollowing()
      secrets.stop()
      project.stop()
      // while there are connections to write it with; a database that is away is not waited for
      await within(longestClose, keeping.stop()).catch((error: unknown) => {
        log.debug({ err: messageOf(error) }, 'how systems answered was not written in time')
      })
      const pools = [pool, readPool, jobPool, jobReadPool, logPool].map((one) => one.end())
      const ends = [live.stop(), sources.connections.stop(), ...pools]
      // a database that is away does not say goodbye
      await within(longestClose, Promise.all(ends)).catch((error: unknown) => {
        log.debug({ err: messageOf(error) }, 'connections were not ended in order')
      })
      sockets.closeAll()
    },
  }
}
