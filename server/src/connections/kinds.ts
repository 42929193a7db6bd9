import { ownProperty } from '@firstline/contract/own-property'
import { secretRef } from '#server/project/forms.ts'
import type { HttpDefinition, PrometheusDefinition } from './connection-definition.ts'
import type { DatabaseKind } from './database.ts'
import { httpForm, prometheusForm } from './http-form.ts'
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

export type DatabaseDefinition = { kind: DatabaseName; url: string }
export type ConnectionDefinition = DatabaseDefinition | HttpDefinition | PrometheusDefinition

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

const databaseForm = (kind: DatabaseName) => ({
  required: ['url'],
  additionalProperties: false,
  properties: { kind: { const: kind }, url: secretRef },
})

/** One connection in `firstline.yaml`, JSON Schema 2020-12. */
export const connectionSchema = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [...databaseNames.map(databaseForm), httpForm, prometheusForm],
}
