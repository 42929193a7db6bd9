import { existsSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Desk } from '#server/core/verb.ts'
import { SignedSeal, hashOfSeal, lineOf } from './seal.ts'
import { signedOf } from './seal-store.ts'

/**
 * The newest seal, kept beside the key and outside the database: who cuts the record's tail has to
 * reach this file too. A head that the record no longer holds is evidence and is not overwritten.
 */
export async function keepHead(desk: Desk, signed: SignedSeal): Promise<void> {
  const file = headFileOf(desk.config.home)
  try {
    const kept = readHead(desk.config.home)
    if (kept && !(await isInRecord(desk, kept))) {
      desk.log.error(
        { seal: kept.seal.number, file },
        'the record does not hold a seal it once held',
      )
      return
    }
    await writeFile(`${file}.new`, `${lineOf(signed)}\n`)
    await rename(`${file}.new`, file)
  } catch (error) {
    desk.log.warn(
      { err: messageOf(error) },
      'the newest seal could not be kept outside the database',
    )
  }
}

/**
 * After a restore: a head that the record set back does not hold is kept under another name.
 * @returns where it is now; null when the record holds it, or there is none
 */
export async function setHeadAside(desk: Desk): Promise<string | null> {
  const { home } = desk.config
  const kept = readHead(home)
  if (!kept || (await isInRecord(desk, kept))) return null
  const aside = `${headFileOf(home)}.${kept.seal.number}-before-restore`
  await rename(headFileOf(home), aside)
  return aside
}

function headFileOf(home: string): string {
  return join(home, 'seal.head')
}

/** @throws Invalid when the file is there and holds no seal */
export function readHead(home: string): SignedSeal | null {
  const file = headFileOf(home)
  return existsSync(file) ? parseSealLine(readFileSync(file, 'utf8'), file) : null
}

export function parseSealLine(line: string, place: string): SignedSeal {
  try {
    return SignedSeal.parse(JSON.parse(line))
  } catch {
    throw new Invalid('seal.unreadable', sentence`${place} holds a line that is no seal`)
  }
}

async function isInRecord({ db }: Desk, kept: SignedSeal): Promise<boolean> {
  const row = await db
    .selectFrom('seal')
    .select(['body', 'signature'])
    .where('number', '=', String(kept.seal.number))
    .executeTakeFirst()
  return row !== undefined && hashOfSeal(signedOf(row)) === hashOfSeal(kept)
}
