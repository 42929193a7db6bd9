import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { z } from 'zod'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { encrypterFor, readBackupKeys } from './backup-key.ts'

/** Files of the data folder that no database has: they sign the next seals of the record. */
const keyFiles = ['seal.key', 'seal.key.next'] as const

const Kept = z.object({
  format: z.literal('firstline.keys/1'),
  files: z.partialRecord(z.enum(keyFiles), z.string()),
})

/** Those that are there, for who keeps them without our help. */
export function keysOfHome(home: string): string[] {
  return keyFiles.map((name) => join(home, name)).filter((path) => existsSync(path))
}

/**
 * One encrypted file with the keys of the data folder, for another place than the backups.
 * @returns its path; null when there is no key yet
 */
export async function keepHomeKeys(
  home: string,
  folder: string,
  recipients: readonly string[],
  takenAt: string,
): Promise<string | null> {
  const present = keyFiles.filter((name) => existsSync(join(home, name)))
  if (present.length === 0) return null
  const files = Object.fromEntries(
    present.map((name) => [name, readFileSync(join(home, name), 'utf8')]),
  )
  const text = JSON.stringify({ format: 'firstline.keys/1', files })
  const name = `firstline-keys-${takenAt.slice(0, 19).replaceAll(':', '-')}Z.json.age`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), await encrypterFor(recipients).encrypt(text), { mode: 0o600 })
  return join(folder, name)
}

/** Puts them back where none are. @returns the files written @throws Conflict where another key is */
export async function returnHomeKeys(
  home: string,
  file: string,
  keyFile: string,
): Promise<string[]> {
  const { files } = await openKept(file, keyFile)
  const missing: [string, string][] = []
  for (const name of keyFiles) {
    const [path, text] = [join(home, name), files[name]]
    if (text === undefined) continue
    if (!existsSync(path)) missing.push([path, text])
    else if (readFileSync(path, 'utf8') !== text) {
      throw new Conflict(
        'restore.other-key',
        sentence`${path} is another key than the one kept: move it away if the restored desk is to go on with the old one. Nothing was written`,
      )
    }
  }
  await mkdir(home, { recursive: true })
  for (const [path, text] of missing) writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  return missing.map(([path]) => path)
}

async function openKept(file: string, keyFile: string): Promise<z.infer<typeof Kept>> {
  const decrypter = new Decrypter()
  for (const key of readBackupKeys(keyFile)) decrypter.addIdentity(key)
  try {
    return Kept.parse(JSON.parse(await decrypter.decrypt(await readFile(file), 'text')))
  } catch {
    throw new Invalid(
      'restore.keys-unreadable',
      sentence`${file} holds no keys that this key opens: it is the file that “firstline backup --keys-to” wrote. Nothing was written`,
    )
  }
}
