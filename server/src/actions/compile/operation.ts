import { ownProperty } from '@firstline/contract/own-property'
import { findOperation } from '#server/accounts/openapi.ts'
import type { Operation as Endpoint } from '#server/accounts/openapi.ts'
import type { LoadedFile } from '#server/project/project-document.ts'

/** An operation of the target's API, with what a call that changes something needs beyond its address. */
export type Operation = Endpoint & {
  summary: string
  /** Where the credential goes: a header, and what stands before the secret. */
  credentialHeader: { name: string; prefix: string }
}

type Json = Record<string, unknown>

export function describeOperation(
  file: LoadedFile,
  id: string,
): { operation: Operation } | { nearest: string | null } {
  const found = findOperation(file, id)
  if ('nearest' in found) return found
  const { operation } = found
  const written = record(
    ownProperty(
      record(ownProperty(record(file.definition.paths), operation.path)),
      operation.method.toLowerCase(),
    ),
  )
  return {
    operation: {
      ...operation,
      summary: typeof written.summary === 'string' ? written.summary : id,
      credentialHeader: credentialHeaderOf(file.definition, written),
    },
  }
}

/** The first security scheme the operation (else the document) asks for; a bearer token if none. */
function credentialHeaderOf(document: Json, operation: Json): Operation['credentialHeader'] {
  const required = (operation.security ?? document.security) as Json[] | undefined
  const name = Object.keys(record(required?.[0]))[0]
  const scheme = record(
    ownProperty(record(record(document.components).securitySchemes), name ?? ''),
  )
  if (scheme.type === 'apiKey' && scheme.in === 'header') {
    return { name: String(scheme.name).toLowerCase(), prefix: '' }
  }
  return { name: 'authorization', prefix: 'Bearer ' }
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}
