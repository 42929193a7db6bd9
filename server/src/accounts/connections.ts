import pg from 'pg'
import { Unavailable } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { callOut } from '#server/core/outbound.ts'
import type { OutboundAnswer, OutboundRequest } from '#server/core/outbound.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { ProjectStore } from './project.ts'
import { rowTypes } from './row-types.ts'

/** The systems a project declares, opened when first needed. */
export type Connections = {
  /** @throws Unavailable `source.unavailable` */
  postgres(id: string): pg.Pool
  /** @throws Unavailable `source.unavailable` */
  http(id: string): HttpConnection
  stop(): Promise<void>
}

/** Calls the declared host and no other, with the connection's credential if it has one. */
export type HttpConnection = { call(request: OutboundRequest): Promise<OutboundAnswer> }

const poolSize = 6
const connectTimeoutMs = 3_000

export function createConnections(
  project: ProjectStore,
  log: Logger,
  env: NodeJS.ProcessEnv = process.env,
): Connections {
  const pools = new Map<string, { url: string; pool: pg.Pool }>()
  const secret = (reference: string) => resolveSecret(reference, { env, folder: project.folder })

  return {
    postgres(id) {
      const declared = declaredAs(project, id, 'postgres')
      const url = secret(declared.url)
      const open = pools.get(id)
      if (open?.url === url) return open.pool
      // a changed address or a rotated secret: new reads use it at once, running ones finish
      if (open) retire(open.pool, log)
      const pool = openPool(id, url, log)
      pools.set(id, { url, pool })
      return pool
    },
    http(id) {
      const declared = declaredAs(project, id, 'http')
      return {
        call(request) {
          const headers = { ...request.headers }
          if (declared.credential && !headers.authorization) {
            headers.authorization = `Bearer ${secret(declared.credential)}`
          }
          return callOut(secret(declared.base_url), { ...request, headers })
        },
      }
    },
    async stop() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.end()))
      pools.clear()
    },
  }
}

function declaredAs<Kind extends 'postgres' | 'http'>(
  project: ProjectStore,
  id: string,
  kind: Kind,
) {
  const declared = project.current().connections[id]
  if (declared?.kind === kind) return declared as Extract<typeof declared, { kind: Kind }>
  throw new Unavailable(
    'source.unavailable',
    `firstline.yaml declares no ${kind} connection “${id}”`,
  )
}

/** Small: the customer's system must not feel us, and one connection's queue delays no other's. */
function openPool(id: string, url: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: 'firstline source',
    options: '-c timezone=UTC',
    types: rowTypes,
  })
  const lost = (error: Error) =>
    log.warn({ connection: id, err: error.message }, 'source connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

function retire(pool: pg.Pool, log: Logger): void {
  pool
    .end()
    .catch((error: Error) => log.warn({ err: error.message }, 'old source connection not closed'))
}
