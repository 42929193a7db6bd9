import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { databaseForm, httpForm, storeForm, systemForm } from './connection-form.ts'
import type { SystemDefinition } from './connection-form.ts'
import type { DatabaseKind } from './database.ts'
import { mysql } from './mysql.ts'
import { clickhouseReading } from './clickhouse-sql.ts'
import type { Dialect, Reading } from './named-parameters.ts'
import { postgres } from './postgres.ts'

/**
 * The kinds of databases a source can read and an action can change. All that differs between them
 * stands in the one object; a kind that leaves something out does not type-check.
 */
export const databases = { postgres, mysql } satisfies Record<string, DatabaseKind>
type DatabaseName = keyof typeof databases

export const databaseNames = Object.keys(databases) as DatabaseName[]

/** Systems that are asked by HTTP and that no description tells of, each with what an editor says of it. */
const systems = [
  ['prometheus', 'metrics by the HTTP API of Prometheus'],
  ['loki', 'logs by that of Loki'],
  ['clickhouse', 'logs and traces in tables of the OpenTelemetry exporter'],
  ['elasticsearch', 'logs in Elasticsearch or OpenSearch'],
  ['victorialogs', 'logs by the HTTP API of VictoriaLogs'],
  ['datadog', 'logs by the API of Datadog'],
  ['cloudwatch', 'logs by CloudWatch Logs Insights'],
  ['tempo', 'traces by the HTTP API of Tempo'],
  ['jaeger', 'traces by that of Jaeger'],
] as const
export type SystemName = (typeof systems)[number][0]

const told = systems.map(([name, what]) => `${name}: ${what}`)
const words = `${databaseNames.join(' or ')}: a database; http: an API with an OpenAPI description; redis: keys of Redis or Valkey; ${told.join('; ')}.`

/** One connection in `firstline.yaml`. */
export const connectionForm = z
  .union([
    ...databaseNames.map((name) => databaseForm(name, words)),
    httpForm(words),
    storeForm('redis', words),
    ...systems.map(([name]) => systemForm(name, words)),
  ])
  .meta({ type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' } })
export type ConnectionDefinition = z.infer<typeof connectionForm>
export type DatabaseDefinition = Extract<ConnectionDefinition, { kind: DatabaseName }>

export function isDatabase(
  declared: ConnectionDefinition | undefined,
): declared is DatabaseDefinition {
  return declared !== undefined && Object.hasOwn(databases, declared.kind)
}

export function isSystem(
  declared: ConnectionDefinition | undefined,
  name: SystemName,
): declared is SystemDefinition & { kind: SystemName } {
  return declared?.kind === name
}

/** What a source may read by SQL: databases, and a system that takes statements by HTTP and is only read. */
export const readBySql: readonly string[] = [...databaseNames, 'clickhouse']

/** How SQL of a source for the connection is read. */
export function readingIn(
  connections: Readonly<Record<string, ConnectionDefinition>>,
  id: string,
): Reading {
  return isSystem(ownProperty(connections, id), 'clickhouse')
    ? clickhouseReading
    : dialectIn(connections, id)
}

/** How SQL for the connection is written; PostgreSQL's where there is none, which others refuse. */
export function dialectIn(
  connections: Readonly<Record<string, ConnectionDefinition>>,
  id: string,
): Dialect {
  const declared = ownProperty(connections, id)
  return databases[isDatabase(declared) ? declared.kind : 'postgres'].dialect
}
