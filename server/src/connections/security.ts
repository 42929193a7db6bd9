import { ownProperty } from '@firstline/contract/own-property'
import type { Schema } from './document-schemas.ts'
import type { Operation } from './openapi.ts'

/** How an API wants to know who calls, as its description says. */
export type Scheme =
  | { kind: 'bearer' | 'basic' | 'certificate' }
  | { kind: 'key'; in: 'header' | 'query' | 'cookie'; name: string }
  | { kind: 'client'; tokenUrl: string; scopes: readonly string[] }
  | { kind: 'unknown'; type: string }

export type NamedScheme = { name: string; scheme: Scheme }

/**
 * The ways in which an operation lets itself be called, in their order; each needs all its schemes.
 * @returns null when neither the operation nor the document says anything
 */
export function waysIn({ api, written }: Operation): NamedScheme[][] | null {
  const asked = written.security ?? api.document.security
  if (!Array.isArray(asked)) return null
  const schemes = api.resolve(api.resolve(api.document.components).securitySchemes)
  return asked.map((way) =>
    Object.entries(api.resolve(way)).map(([name, scopes]) => ({
      name,
      scheme: schemeOf(
        api.resolve(ownProperty(schemes, name)),
        Array.isArray(scopes) ? scopes : [],
      ),
    })),
  )
}

function schemeOf(given: Schema, scopes: unknown[]): Scheme {
  const { type } = given
  if (type === 'http') {
    const scheme = String(given.scheme).toLowerCase()
    return scheme === 'bearer' || scheme === 'basic'
      ? { kind: scheme }
      : { kind: 'unknown', type: `http ${scheme}` }
  }
  if (type === 'apiKey') return keyOf(given)
  if (type === 'mutualTLS') return { kind: 'certificate' }
  if (type === 'openIdConnect') return { kind: 'bearer' }
  if (type === 'oauth2') return clientOf(given, scopes)
  return { kind: 'unknown', type: String(type ?? 'not described') }
}

function keyOf(given: Schema): Scheme {
  const { in: place, name } = given
  if (typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie'))
    return { kind: 'key', in: place, name: place === 'header' ? name.toLowerCase() : name }
  return { kind: 'unknown', type: `apiKey in ${String(place)}` }
}

/** Other flows need a person at a browser; their token can only be given, as a bearer token is. */
function clientOf(given: Schema, scopes: unknown[]): Scheme {
  const flows = (given.flows ?? {}) as Record<string, Schema>
  const tokenUrl = flows.clientCredentials?.tokenUrl
  if (typeof tokenUrl !== 'string') return { kind: 'bearer' }
  return { kind: 'client', tokenUrl, scopes: scopes.map(String) }
}
