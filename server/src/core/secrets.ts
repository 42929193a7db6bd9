import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ownProperty } from '@firstline/contract/own-property'
import { Unavailable } from './errors.ts'
import { sentence } from './sentence.ts'

export type SecretPlace = {
  env: NodeJS.ProcessEnv
  /** `file:` is relative to this. */ folder: string
}

/**
 * The value behind `env:NAME` or `file:/path`; what is neither is returned as it is.
 * Read when needed, so that a rotated secret counts at once; errors name the place, never the value.
 * @throws Unavailable `secret.missing`
 */
export function resolveSecret(reference: string, place: SecretPlace): string {
  const [kind, name] = splitReference(reference)
  if (kind === 'plain') return reference
  const value =
    kind === 'env' ? ownProperty(place.env, name) : readSecretFile(resolve(place.folder, name))
  if (value === undefined || value.trim() === '') {
    throw new Unavailable('secret.missing', sentence`${reference} is not set where Firstline runs`)
  }
  return value.trim()
}

function splitReference(reference: string): ['env' | 'file' | 'plain', string] {
  if (reference.startsWith('env:')) return ['env', reference.slice(4)]
  if (reference.startsWith('file:')) return ['file', reference.slice(5)]
  return ['plain', reference]
}

function readSecretFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
