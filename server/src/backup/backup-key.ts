import { readFileSync, writeFileSync } from 'node:fs'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { systemCodeOf } from './system-code.ts'

/** The pair of age (https://age-encryption.org/v1): what is encrypted for one only the other opens. */
const secretLine = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/

/** Makes a pair and writes the secret half. @returns the public one @throws Invalid where a file is */
export async function makeBackupKey(file: string): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  try {
    const text = `# opens the backups made for ${recipient}\n${identity}\n`
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
    throw new Invalid(
      'backup.key-exists',
      sentence`${file} is there already, and may be the only key to older backups: name another file`,
    )
  }
  return recipient
}

/** Of a file as `age-keygen` writes it too: comments, and one secret key a line. */
export function readBackupKeys(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Invalid(
      'backup.key-unreadable',
      sentence`The key in ${file} cannot be read (${systemCodeOf(error)}): name the file that “firstline backup --new-key” wrote`,
    )
  }
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => secretLine.test(line))
  if (keys.length > 0) return keys
  throw new Invalid(
    'backup.key-unreadable',
    sentence`${file} holds no key that opens a backup (AGE-SECRET-KEY-1…)`,
  )
}

/** @param recipients public keys, as `age1…` */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new Invalid(
        'backup.recipient-invalid',
        sentence`“${recipient}” is no public key of a backup (age1…): “firstline backup --new-key” prints one`,
      )
    }
  }
  return encrypter
}
