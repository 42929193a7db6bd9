import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { sentence } from '#server/core/sentence.ts'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { hours, later } from '#server/core/clock.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import { dropSetting, keepSetting, readSetting } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { hasPeople } from './has-people.ts'

const key = 'setup-code'
/** Without letters that are taken for others. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const setupCodeHours = 24

const Kept = z.object({ hash: z.string(), expiresAt: z.iso.datetime() })

/**
 * By which whoever started the desk becomes its first person: 80 random bits, of which the database has the
 * hash. One of an earlier start no longer works.
 * @returns null once somebody is there
 */
export async function makeSetupCode(desk: Pick<Desk, 'db' | 'clock'>): Promise<string | null> {
  if (await hasPeople(desk)) return null
  const code = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')
  const expiresAt = later(desk.clock.now(), setupCodeHours * hours).toISOString()
  await keepSetting(desk.db, key, { hash: hashOf(code).toString('hex'), expiresAt })
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** @throws Conflict `setup.done` */
export async function refuseOnceThere(db: Kysely<DB> | Transaction<DB>): Promise<void> {
  if (!(await hasPeople({ db }))) return
  throw new Conflict('setup.done', 'This desk is set up: sign in, or ask a colleague to invite you')
}

/** @throws Forbidden `setup.code-wrong` */
export async function requireSetupCode(
  db: Kysely<DB> | Transaction<DB>,
  code: string,
  now: Date,
): Promise<void> {
  const kept = Kept.safeParse(await readSetting(db, key))
  const isRight =
    kept.success &&
    Date.parse(kept.data.expiresAt) > now.getTime() &&
    timingSafeEqual(hashOf(code), Buffer.from(kept.data.hash, 'hex'))
  if (isRight) return
  throw new Forbidden(
    'setup.code-wrong',
    sentence`This is not the code of the desk’s last start, or it is older than ${setupCodeHours} hours: start the desk anew, and it prints one`,
  )
}

export function dropSetupCode(tx: Transaction<DB>): Promise<void> {
  return dropSetting(tx, key)
}

/** However it was typed. */
function hashOf(code: string): Buffer {
  const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const meant = typed.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return createHash('sha256').update(meant).digest()
}
