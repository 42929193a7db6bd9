import { resolveSecret } from '@firstline/server/core/secrets'
import { Usage } from '../exit-code.ts'

/** An address or a secret: where it stands, as files say it, and what it is, which no file says. */
export type Place = { reference: string; value: string }

/**
 * @param given `env:NAME`, `file:/path`, or the value itself
 * @param name the environment variable that is to hold it
 * @throws Unavailable `secret.missing`
 */
export function secretPlace(given: string, name: string): Place {
  const isReference = /^(?:env|file):/.test(given)
  return isReference
    ? { reference: given, value: valueOf(given) }
    : { reference: `env:${name}`, value: given }
}

/** An address that is no secret stands in the file as it is. @throws Usage, Unavailable `secret.missing` */
export function addressPlace(flag: string, given: string): Place {
  const value = valueOf(given)
  const url = URL.canParse(value) ? new URL(value) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Usage(
      `${flag}: what is given is no http address (https://host, env:NAME or file:/path)`,
    )
  }
  const isPlain = url.username === '' && url.password === '' && url.search === ''
  if (value === given && !isPlain) {
    throw new Usage(
      `${flag}: an address with a password or a query stands in the environment: say env:NAME`,
    )
  }
  return { reference: given, value }
}

/** Of a place alone, whether or not something is there by now. @throws Usage */
export function referenceTo(flag: string, given: string): string {
  if (/^(?:env:[A-Za-z_]\w*|file:.+)$/.test(given)) return given
  throw new Usage(`${flag}: a secret is never written: say env:NAME or file:/path`)
}

/** @returns null where nothing is there by now */
export function valueIfSet(reference: string): string | null {
  try {
    return valueOf(reference)
  } catch {
    return null
  }
}

function valueOf(reference: string): string {
  return resolveSecret(reference, { env: process.env, folder: process.cwd() })
}
