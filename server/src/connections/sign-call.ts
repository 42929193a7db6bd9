import type { Sentence } from '@firstline/contract/sentence'
import { allOf, anyOf, sentence } from '#server/core/sentence.ts'
import type { HttpDefinition } from './connection-form.ts'
import { ownProperty } from '@firstline/contract/own-property'
import type { Operation } from './openapi.ts'
import { waysIn } from './security.ts'
import type { NamedScheme, Scheme } from './security.ts'

/** One thing by which a call says who it is from: where it goes, and where it is kept. */
export type Signature = {
  place: 'header' | 'query' | 'cookie'
  name: string
  prefix: '' | 'Bearer ' | 'Basic '
  /** `env:NAME` or `file:PATH`; or a token that the connection's client gets itself. */
  secret: string | { tokenUrl: string; scopes: readonly string[] }
}

/**
 * How a call of an operation is signed on a connection. The same answer is shown in the preview, kept
 * in the record and sent.
 * @param own a credential for this call only, in place of the connection's
 */
export function signaturesOf(
  operation: Operation,
  connection: HttpDefinition,
  own: string | null,
): { signatures: Signature[] } | { reason: Sentence } {
  const given = { connection, own }
  const said = waysIn(operation)
  if (!said) return { signatures: sign(given, [{ name: '', scheme: { kind: 'bearer' } }]) ?? [] }
  // where signing is free, what one has is still shown
  const ways = said.toSorted((a, b) => Number(a.length === 0) - Number(b.length === 0))
  for (const way of ways) {
    const signatures = sign(given, way)
    if (signatures) return { signatures }
  }
  if (ways.length === 0) return { signatures: [] }
  return unsigned(given, operation, ways)
}

type Given = { connection: HttpDefinition; own: string | null }

function unsigned({ connection, own }: Given, { id }: Operation, ways: NamedScheme[][]) {
  const unknown = ways.flat().find(({ scheme }) => scheme.kind === 'unknown')
  if (unknown?.scheme.kind === 'unknown') {
    const { name, scheme } = unknown
    return {
      reason: sentence`${id} asks for “${name}” (${scheme.type}), a security scheme that is not known here`,
    }
  }
  const { credential, credentials, oauth, tls } = connection
  if (!own && !credential && !credentials && !oauth && !tls) return { signatures: [] }
  const names = ways.map((way) => allOf(way.map(({ name }) => `“${name}”`)))
  return {
    reason: sentence`${id} asks for ${anyOf(names)}, which the connection has no credential for`,
  }
}

/** @returns null when something that the way needs is not there */
function sign(given: Given, way: readonly NamedScheme[]): Signature[] | null {
  const isOnly = way.filter(({ scheme }) => scheme.kind !== 'certificate').length === 1
  const signed: Signature[] = []
  for (const { name, scheme } of way) {
    if (scheme.kind === 'unknown') return null
    if (scheme.kind === 'certificate') {
      if (!given.connection.tls?.cert) return null
      continue
    }
    const secret = secretFor(given, name, scheme, isOnly)
    if (secret === null) return null
    signed.push({ ...placeOf(scheme), secret })
  }
  return signed
}

function secretFor(
  { connection, own }: Given,
  name: string,
  scheme: Scheme,
  isOnly: boolean,
): Signature['secret'] | null {
  if (own && isOnly) return own
  const named = ownProperty(connection.credentials ?? {}, name)
  if (named) return named
  if (scheme.kind === 'client' && connection.oauth) {
    const { token_url: tokenUrl = scheme.tokenUrl, scopes = scheme.scopes } = connection.oauth
    return { tokenUrl, scopes }
  }
  return isOnly ? (connection.credential ?? null) : null
}

function placeOf(scheme: Scheme): Pick<Signature, 'place' | 'name' | 'prefix'> {
  if (scheme.kind === 'key') return { place: scheme.in, name: scheme.name, prefix: '' }
  const prefix = scheme.kind === 'basic' ? 'Basic ' : 'Bearer '
  return { place: 'header', name: 'authorization', prefix }
}

/** What people see in place of the secret. */
export function shownSecret({ secret, prefix }: Signature): string {
  return `${prefix}[${typeof secret === 'string' ? secret : `token from ${secret.tokenUrl}`}]`
}
