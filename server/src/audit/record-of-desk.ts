import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { present } from '@firstline/contract/present'
import { systemClock } from '#server/core/clock.ts'
import type { Config } from '#server/core/config.ts'
import { inSnapshot } from '#server/core/in-transaction.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { Invalid } from '#server/core/errors.ts'
import { createLog } from '#server/core/log.ts'
import { exportRecord } from './export-record.ts'
import { parseSealLine, readHead } from './head-file.ts'
import { proveEvent } from './proof.ts'
import { rotateKey } from './rotate-key.ts'
import { sealRecord } from './seal-record.ts'
import { keyIdOf } from './seal.ts'
import { readSealState } from './seal-state.ts'
import { verifyDatabase } from './verify-database.ts'
import { linesOf } from './parse-line.ts'
import type { Verdict, Watch } from './verify-database.ts'
import { verifyExport } from './verify-export.ts'
import type { Desk } from '#server/core/verb.ts'

/** The record from a process that runs no desk itself. @param url a migrated database */
async function withRecord<T>(
  url: string,
  config: Config,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const log = createLog('warn')
  const pool = createPool(url, log, { max: 3, name: 'firstline audit' })
  const reading = createPool(url, log, { max: 3, name: 'firstline audit', isReading: true })
  try {
    const [db, readDb] = [createDatabase(pool), createDatabase(reading)]
    return await work({ db, readDb, log, clock: systemClock, reactionsTo: () => [], config })
  } finally {
    await Promise.all([pool.end(), reading.end()])
  }
}

export type VerifyChoice = Watch & {
  publicKey?: string | undefined
  /** A file of seals written by an anchor. */
  anchor?: string | undefined
}

export function verifyRecordOfDesk(url: string, config: Config, choice: VerifyChoice) {
  const kept = readHead(config.home)
  const heads = [...readAnchor(choice.anchor), ...(kept ? [kept] : [])]
  return withRecord(url, config, ({ db }) =>
    verifyDatabase(db, { publicKey: choice.publicKey, heads }, choice),
  )
}

export async function verifyRecordFile(file: string, choice: VerifyChoice): Promise<Verdict> {
  const source = createReadStream(file)
  const input = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  const failed = new Promise<never>((_, reject) => {
    source.on('error', reject)
    input.on('error', reject)
  })
  const trust = { publicKey: choice.publicKey, heads: readAnchor(choice.anchor) }
  return Promise.race([verifyExport(linesOf(input), trust, choice), failed])
}

function readAnchor(file: string | undefined) {
  if (file === undefined) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => parseSealLine(line, file))
}

/** Seals what is new, then writes everything; gzipped when the name says so. */
export function exportRecordOfDesk(url: string, config: Config, out: string): Promise<void> {
  return withRecord(url, config, async (desk) => {
    await sealRecord(desk)
    await inSnapshot(desk.db, async (db) => {
      const lines = Readable.from(exportRecord(db, desk.clock.now()))
      const file = createWriteStream(out)
      if (out.endsWith('.gz')) await pipeline(lines, createGzip(), file)
      else await pipeline(lines, file)
    })
  })
}

export function proveEventOfDesk(url: string, config: Config, eventId: string): Promise<string> {
  if (!/^[1-9]\d{0,17}$/.test(eventId)) throw new Invalid('event.invalid', 'An event has a number')
  return withRecord(url, config, async (desk) => {
    await sealRecord(desk)
    return `${JSON.stringify(await proveEvent(desk.db, eventId))}\n`
  })
}

export function rotateKeyOfDesk(url: string, config: Config, reference: string | undefined) {
  return withRecord(url, config, async (desk) => {
    const { seal } = await rotateKey(desk, reference)
    return {
      number: seal.number,
      publicKey: present(seal.next_key),
      keyId: keyIdOf(present(seal.next_key)),
    }
  })
}

export function sealStateOfDesk(url: string, config: Config) {
  return withRecord(url, config, async (desk) => {
    await sealRecord(desk)
    return readSealState(desk)
  })
}
