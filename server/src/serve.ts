import { readFileSync } from 'node:fs'
import { operateRoutes } from '@firstline/contract/operate'
import { routes } from '@firstline/contract/routes'
import { mostWebhooks } from '@firstline/contract/webhooks'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { frameOriginsOf } from './beside/frame-origins.ts'
import { fetchMailboxes } from './channels/imap/fetch-mailboxes.ts'
import { listenForMail } from './channels/smtp-listener.ts'
import type { Actor } from './core/actor.ts'
import { messageOf } from './core/errors.ts'
import { deriveSecret } from './core/derive-secret.ts'
import { createHttp } from './core/http.ts'
import { sayingPort } from './core/ports.ts'
import { serveWeb } from './core/web.ts'
import { startWorker } from './core/worker.ts'
import type { Worker } from './core/worker.ts'
import { reactionsOf, reactionsTogether } from './reactions.ts'
import { aiKeyOf, authenticateAi } from './mcp/authenticate-ai.ts'
import { refuseStreams } from './mcp/refuse-streams.ts'
import { handlersOf } from './routes.ts'
import { schedule } from './schedule.ts'
import { tasksOf } from './tasks.ts'
import { authenticate } from './team/authenticate.ts'
import { mountAuth } from './team/mount-auth.ts'
import { mountProviders } from './team/providers/mount-providers.ts'

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string }

export type Role = 'web' | 'worker' | 'all'
export type Running = { stop(): Promise<void> }

/** Starts what this node does; stop() finishes what is under way, then lets go. */
export async function serve(app: App, role: Role = 'all'): Promise<Running> {
  const started = new AsyncDisposableStack()
  const add = async (part: Promise<Running>) => {
    const running = await part
    started.defer(() => running.stop())
  }
  try {
    if (role !== 'web') await add(serveJobs(app))
    if (role !== 'web') await add(serveWebhooks(app))
    if (role !== 'web') started.use(fetching(app))
    if (role === 'worker') await add(serveProbes(app))
    if (role !== 'worker') {
      const { port, smtpIn } = app.config
      await add(sayingPort(serveHttp(app), port, 'PORT'))
      await add(sayingPort(listenForMail(app, smtpIn), smtpIn.port, 'SMTP_IN_PORT'))
    }
  } catch (error) {
    await started.disposeAsync()
    throw error
  }
  return { stop: () => started.disposeAsync() }
}

async function serveHttp(app: App): Promise<Running> {
  const http = await createHttpOf(app)
  await http.listen({ port: app.config.port, host: app.config.host })
  return { stop: () => http.close() }
}

/** The HTTP server, not yet listening: tests inject into it. */
export async function createHttpOf(app: App) {
  const http = await createHttp({
    log: app.log,
    routes,
    handlers: handlersOf(app),
    authenticate: (request, reply) => whoAsks(app, request, reply),
    keys: { db: app.db, secret: deriveSecret(app.secret, 'request key') },
    origins: app.config.origins,
    trustProxy: app.config.trustProxy,
    isHttps: app.config.publicUrl.startsWith('https:'),
    version,
  })
  app.metrics.observe(http)
  refuseStreams(http)
  await mountAuth(http, app)
  await mountProviders(http, app)
  await serveWeb(http, app.config.webFolder, (path) => frameOriginsOf(app, path))
  return http
}

function whoAsks(app: App, request: FastifyRequest, reply?: FastifyReply): Promise<Actor> {
  const aiKey = aiKeyOf(request)
  return aiKey ? authenticateAi(app, request, aiKey) : authenticate(app, request, reply)
}

/** A node that only works is looked after too: is it alive, does it work, how much. */
async function serveProbes(app: App): Promise<Running> {
  const { healthPort, port, host } = app.config
  const http = await createHttp({
    log: app.log,
    routes: operateRoutes,
    handlers: handlersOf(app),
    authenticate: (request) => authenticate(app, request),
    origins: app.config.origins,
    trustProxy: app.config.trustProxy,
    version,
  })
  if (healthPort !== null) {
    await sayingPort(http.listen({ port: healthPort, host }), healthPort, 'HEALTH_PORT')
  } else {
    // nobody asked for it: a second worker on one machine starts all the same
    await http.listen({ port: port === 0 ? 0 : port + 50, host }).catch((error: unknown) => {
      app.log.warn({ err: messageOf(error) }, 'no probes are answered: set HEALTH_PORT')
    })
  }
  return { stop: () => http.close() }
}

/** Mail that is fetched by this node, where no other one fetches it. */
function fetching(app: App): AsyncDisposable {
  const running = fetchMailboxes(workingOf(app))
  return { [Symbol.asyncDispose]: () => running.stop() }
}

function workingOf(app: App): App {
  return { ...app, db: app.jobDb, readDb: app.jobReadDb }
}

async function serveJobs(app: App): Promise<Worker> {
  const working = workingOf(app)
  const { deliver_webhook: _, ...tasks } = tasksOf(working)
  const worker = await startWorker({
    url: app.url,
    db: working.db,
    log: app.log,
    tasks,
    reactions: reactionsOf(working),
    together: reactionsTogether(working),
    schedule,
  })
  app.readiness.watch(worker)
  return worker
}

/** Apart from all else, and one for each endpoint: another's server that does not answer holds up nothing but itself. */
async function serveWebhooks(app: App): Promise<Worker> {
  const working = workingOf(app)
  const worker = await startWorker({
    url: app.url,
    db: working.db,
    log: app.log,
    tasks: { deliver_webhook: tasksOf(working).deliver_webhook },
    schedule: [],
    concurrency: mostWebhooks,
  })
  app.readiness.watch(worker)
  return worker
}
