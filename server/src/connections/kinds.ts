import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import {
  clickhouseForm,
  databaseForm,
  httpForm,
  lokiForm,
  prometheusForm,
} from './connection-form.ts'
import type { DatabaseKind } from './database.ts'
import { mysql } from './mysql.ts'
import type { Dialect } from './named-parameters.ts'
import { postgres } from './postgres.ts'

/**
 * The kinds of databases a source can read and an action can change. All that differs between them
 * stands in the one object; a kind that leaves something out does not type-check.
 */
export const databases = { postgres, mysql } satisfies Record<string, DatabaseKind>
type DatabaseName = keyof typeof databases

export const databaseNames = Object.keys(databases) as DatabaseName[]

const words = `${databaseNames.join(' or ')}: a database; http: an API with an OpenAPI description; prometheus: metrics by the HTTP API of Prometheus; loki: logs by that of Loki; clickhouse: logs and traces in tables of the OpenTelemetry exporter.`

/** One connection in `firstline.yaml`. */
export const connectionForm = z
  .union([
    ...databaseNames.map((name) => databaseForm(name, words)),
    httpForm(words),
    prometheusForm(words),
    lokiForm(words),
    clickhouseForm(words),
  ])
  .meta({ type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' } })
export type ConnectionDefinition = z.infer<typeof connectionForm>
export type DatabaseDefinition = Extract<ConnectionDefinition, { kind: DatabaseName }>

export function isDatabase(
  declared: ConnectionDefinition | undefined,
): declared is DatabaseDefinition {
  return declared !== undefined && Object.hasOwn(databases, declared.kind)
}

/** How SQL for the connection is written; PostgreSQL's where there is none, which others refuse. */
export function dialectIn(
  connections: Readonly<Record<string, ConnectionDefinition>>,
  id: string,
): Dialect {
  const declared = ownProperty(connections, id)
  return databases[isDatabase(declared) ? declared.kind : 'postgres'].dialect
}
