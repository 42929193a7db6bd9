import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import { hexOfKey, keyIdOf } from './seal.ts'

/** Where the sealing key is: the place named by FIRSTLINE_SEAL_KEY, else a file of the home folder. */
export type SealKeyPlace = { home: string; reference: string | undefined; env: NodeJS.ProcessEnv }

export type SealKey = { privateKey: KeyObject; publicKey: string }

const currentFile = (home: string) => join(home, 'seal.key')
/** Announced by a seal, or about to be. */
const nextFile = (home: string) => join(home, 'seal.key.next')

/**
 * The key for the next seal.
 * @param publicKey whose turn it is; null before the first seal, when a key may be made
 * @throws Unavailable `seal.key-missing`: another key would break the chain
 */
export function openSealKey(place: SealKeyPlace, publicKey: string | null): SealKey {
  const keys = readKeys(place)
  if (publicKey === null) return keys[0] ?? createKey(currentFile(place.home))
  const found = keys.find((key) => key.publicKey === publicKey)
  if (found) return found
  throw new Unavailable(
    'seal.key-missing',
    sentence`The key ${keyIdOf(publicKey)} that must sign the next seal is not here: see FIRSTLINE_SEAL_KEY`,
  )
}

/** The key that takes over: the one given, or a new one in the home folder. */
export function prepareNextKey(place: SealKeyPlace, reference: string | undefined): SealKey {
  if (reference !== undefined) return keyOf(resolveKey(reference, place), reference)
  const file = nextFile(place.home)
  return existsSync(file) ? keyOf(readFileSync(file, 'utf8'), file) : createKey(file)
}

/** After the announcement is sealed the old private key is of no use to anybody but a forger. */
export function adoptNextKey({ home }: SealKeyPlace): void {
  if (existsSync(nextFile(home))) renameSync(nextFile(home), currentFile(home))
}

function readKeys(place: SealKeyPlace): SealKey[] {
  const files = [currentFile(place.home), nextFile(place.home)].filter(existsSync)
  const given = place.reference
  return [
    ...(given === undefined ? [] : [keyOf(resolveKey(given, place), given)]),
    ...files.map((file) => keyOf(readFileSync(file, 'utf8'), file)),
  ]
}

function resolveKey(reference: string, { env, home }: SealKeyPlace): string {
  // a key passed as a variable may have its line ends written out
  return resolveSecret(reference, { env, folder: home }).replaceAll('\\n', '\n')
}

function createKey(file: string): SealKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(join(file, '..'), { recursive: true })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  // whole before it has its name: who is killed here, or reads at the same time, meets no half of a key
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, pem, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    // another process of this machine was faster: its key is the key
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return keyOf(readFileSync(file, 'utf8'), file)
}

function keyOf(pem: string, place: string): SealKey {
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key')
    return { privateKey, publicKey: hexOfKey(createPublicKey(privateKey)) }
  } catch {
    // the reason would quote the key
    throw new Unavailable(
      'seal.key-unreadable',
      sentence`${place} holds no Ed25519 private key (PEM)`,
    )
  }
}
