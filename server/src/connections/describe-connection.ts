import type { Connection } from '@firstline/contract/connections'
import { stringify } from 'yaml'
import { isSecretPlace } from '#server/core/secrets.ts'
import type { ConnectionDefinition } from './kinds.ts'

type Described = Pick<Connection, 'id' | 'kind' | 'address' | 'secrets'>

/** What people may know of a connection: its host or where that comes from, and the places of its secrets. */
export function describeConnection(id: string, declared: ConnectionDefinition): Described {
  const address = 'url' in declared ? declared.url : declared.base_url
  return {
    id,
    kind: declared.kind,
    address: isSecretPlace(address) ? address : hostOf(address),
    secrets: placesIn(declared, []),
  }
}

/** As it stands in the file, but for what might be a secret though it should not be there. */
export function yamlOf(id: string, declared: ConnectionDefinition): string {
  const headers = 'headers' in declared ? declared.headers : undefined
  const hidden = headers && {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        isSecretPlace(value) ? value : notShown,
      ]),
    ),
  }
  return stringify(
    { connections: { [id]: { ...declared, ...hidden } } },
    (_, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value),
    { lineWidth: 0 },
  )
}

const notShown = '[as in the file]'

function placesIn(value: unknown, path: readonly string[]): Described['secrets'] {
  if (typeof value === 'string') {
    return isSecretPlace(value) ? [{ name: path.join('.'), place: value }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : notShown
}

/** Of an address its user, password and query. */
function withoutSecrets(value: string): string {
  if (!/^https?:/i.test(value) || !URL.canParse(value)) return value
  const url = new URL(value)
  if (url.username === '' && url.password === '' && url.search === '') return value
  return `${url.origin}${url.pathname}`
}
