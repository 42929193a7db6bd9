import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ownProperty } from '@firstline/contract/own-property'
import { Unavailable } from './errors.ts'
import { sentence } from './sentence.ts'
import type { KeptSecrets } from './vault/keep-secrets.ts'

export type SecretPlace = {
  env: NodeJS.ProcessEnv
  /** `file:` is relative to this. */ folder: string
}

/** By the environment that says where Vault is: what was fetched from there. */
const keptFor = new WeakMap<NodeJS.ProcessEnv, KeptSecrets>()

/** From now on `vault:` is looked up here. @returns how to end that */
export function useKeptSecrets(env: NodeJS.ProcessEnv, kept: KeptSecrets): () => void {
  keptFor.set(env, kept)
  return () => {
    if (keptFor.get(env) === kept) keptFor.delete(env)
  }
}

/** Asks Vault anew for those that it keeps. @returns whether any is another one now */
export async function renewSecrets(
  references: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const inVault = references.filter((reference) => reference.startsWith('vault:'))
  return inVault.length > 0 && ((await keptFor.get(env)?.renew(inVault)) ?? false)
}

/** Whether it names the place of a secret, and is none itself. */
export function isSecretPlace(text: string): boolean {
  return /^(?:env|file|vault):/.test(text)
}

/**
 * The value behind `env:NAME`, `file:/path` or `vault:PATH#FIELD`; what is none of them is returned as it is.
 * Read when needed, so that a rotated secret counts at once; errors name the place, never the value.
 * @throws Unavailable `secret.missing`
 */
export function resolveSecret(reference: string, place: SecretPlace): string {
  const [kind, name] = splitReference(reference)
  if (kind === 'plain') return reference
  if (kind === 'vault') return valueInVault(reference, place.env)
  const value =
    kind === 'env' ? ownProperty(place.env, name) : readSecretFile(resolve(place.folder, name))
  if (value === undefined || value.trim() === '') {
    throw new Unavailable('secret.missing', sentence`${reference} is not set where Firstline runs`)
  }
  return value.trim()
}

function valueInVault(reference: string, env: NodeJS.ProcessEnv): string {
  const kept = keptFor.get(env)
  const found = kept ? kept.look(reference) : { fault: sentence`Vault is not asked here` }
  if ('value' in found) return found.value
  throw new Unavailable('secret.missing', sentence`${reference} could not be had: ${found.fault}`)
}

function splitReference(reference: string): ['env' | 'file' | 'vault' | 'plain', string] {
  if (reference.startsWith('vault:')) return ['vault', reference.slice(6)]
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
