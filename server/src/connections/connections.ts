import type { HttpConnection } from './open-http.ts'
import { ownProperty } from '@firstline/contract/own-property'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Logger } from '#server/core/log.ts'
import { renewSecrets, resolveSecret } from '#server/core/secrets.ts'
import type { Database } from './database.ts'
import { openHttp, tlsOf } from './open-http.ts'
import { databaseNames, databases, isSystem } from './kinds.ts'
import type { ConnectionDefinition, DatabaseDefinition, SystemName } from './kinds.ts'
import { openClickhouse } from './open-clickhouse.ts'
import type { ClickhouseConnection } from './open-clickhouse.ts'
import { openLoki } from './open-loki.ts'
import type { LokiConnection } from './open-loki.ts'
import { openPrometheus } from './open-prometheus.ts'
import type { PrometheusConnection } from './open-prometheus.ts'
import { openSystem } from './open-system.ts'
import type { System } from './open-system.ts'
import { openRedis } from './open-redis.ts'
import type { RedisConnection } from './open-redis.ts'
import { readerOfClickhouse, readerOfDatabase } from './sql-reader.ts'
import type { SqlReader } from './sql-reader.ts'
import { createTokens } from './oauth-tokens.ts'

/** What a project says of the systems it stands before. */
type Declared = {
  folder: string
  current(): { connections: Record<string, ConnectionDefinition> }
}

/** The systems a project declares, opened when first needed. */
export type Connections = {
  /** @throws Unavailable `source.unavailable` */
  database(id: string): Database
  /** What may be read by SQL. @throws Unavailable `source.unavailable` */
  sql(id: string): SqlReader
  /** @throws Unavailable `source.unavailable` */
  http(id: string): HttpConnection
  /** @throws Unavailable `source.unavailable` */
  prometheus(id: string): PrometheusConnection
  /** @throws Unavailable `source.unavailable` */
  loki(id: string): LokiConnection
  /** @throws Unavailable `source.unavailable` */
  clickhouse(id: string): ClickhouseConnection
  /** @throws Unavailable `source.unavailable` */
  redis(id: string): RedisConnection
  /** One of any other kind. @throws Unavailable `source.unavailable` */
  system(id: string, kind: SystemName): System
  stop(): Promise<void>
}

export function createConnections(
  project: Declared,
  log: Logger,
  env: NodeJS.ProcessEnv = process.env,
): Connections {
  const databases = new Map<string, { address: string; database: Database }>()
  const stores = new Map<string, { address: string; store: RedisConnection }>()
  const tokens = createTokens()
  const secret = (reference: string) => resolveSecret(reference, { env, folder: project.folder })
  const renew = (references: readonly string[]) => renewSecrets(references, env)
  const means = { secret, renew, tokens }

  const connections: Connections = {
    database(id) {
      const declared = declaredAs(project, id, databaseNames)
      const url = secret(declared.url)
      const address = `${declared.kind} ${url}`
      const known = databases.get(id)
      if (known?.address === address) return known.database
      // a changed address or a rotated secret: new reads use it at once, running ones finish
      if (known) retire(known.database, log)
      const database = open(id, declared.kind, url, log)
      databases.set(id, { address, database })
      return database
    },
    sql(id) {
      const declared = ownProperty(project.current().connections, id)
      return isSystem(declared, 'clickhouse')
        ? readerOfClickhouse(openClickhouse(declared, means))
        : readerOfDatabase(connections.database(id))
    },
    http(id) {
      const declared = declaredAs(project, id, ['http'])
      return openHttp(declared, means)
    },
    prometheus(id) {
      return openPrometheus(systemAs(project, id, 'prometheus'), means)
    },
    loki(id) {
      return openLoki(systemAs(project, id, 'loki'), means)
    },
    clickhouse(id) {
      return openClickhouse(systemAs(project, id, 'clickhouse'), means)
    },
    redis(id) {
      const declared = declaredAs(project, id, ['redis'])
      const [url, tls] = [secret(declared.url), tlsOf(declared, secret)]
      const address = `${url} ${tls?.id ?? ''}`
      const known = stores.get(id)
      if (known?.address === address) return known.store
      if (known) retire(known.store, log)
      const store = openRedis(url, tls, lost(id, log))
      stores.set(id, { address, store })
      return store
    },
    system(id, kind) {
      return openSystem(systemAs(project, id, kind), means)
    },
    async stop() {
      await Promise.all([
        ...[...databases.values()].map(({ database }) => database.stop()),
        ...[...stores.values()].map(({ store }) => store.stop()),
      ])
      databases.clear()
      stores.clear()
    },
  }
  return connections
}

function declaredAs<Kind extends ConnectionDefinition['kind']>(
  project: Declared,
  id: string,
  kinds: readonly Kind[],
) {
  const declared = ownProperty(project.current().connections, id)
  if (declared && (kinds as readonly string[]).includes(declared.kind)) {
    return declared as Extract<ConnectionDefinition, { kind: Kind }>
  }
  throw notDeclared(id, kinds)
}

function systemAs(project: Declared, id: string, kind: SystemName) {
  const declared = ownProperty(project.current().connections, id)
  if (isSystem(declared, kind)) return declared
  throw notDeclared(id, [kind])
}

function notDeclared(id: string, kinds: readonly string[]): Unavailable {
  return new Unavailable(
    'source.unavailable',
    sentence`firstline.yaml declares no ${kinds.join(' or ')} connection “${id}”`,
  )
}

function open(id: string, kind: DatabaseDefinition['kind'], url: string, log: Logger): Database {
  return databases[kind].open(url, lost(id, log))
}

function lost(id: string, log: Logger): (error: Error) => void {
  return (error) => log.warn({ connection: id, err: error.message }, 'connection lost')
}

function retire(database: Pick<Database, 'stop'>, log: Logger): void {
  database
    .stop()
    .catch((error: Error) => log.warn({ err: error.message }, 'old connection not closed'))
}
