import type { Kysely } from 'kysely'
import { inSnapshot } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { RecordFault } from './fault.ts'
import type { Fault } from './fault.ts'
import { readRecord } from './read-record.ts'
import { SignedSeal } from './seal.ts'
import { createVerifier } from './verify-record.ts'
import type { Trust, Verified, Verifier } from './verify-record.ts'

export type Verdict = { verified: Verified; fault: null } | { verified: null; fault: Fault }

export type Watch = { onSeal?(number: number): void }

/** Computes everything anew from the rows of the database, in one snapshot, with flat memory. */
export async function verifyDatabase(
  db: Kysely<DB>,
  trust: Trust,
  watch: Watch = {},
): Promise<Verdict> {
  const verifier = createVerifier(trust)
  return inSnapshot(db, (tx) =>
    toVerdict(async () => {
      for await (const part of readRecord(tx)) {
        if ('event' in part) verifier.addEvent(part.event)
        else addSeal(verifier, part.seal, part.entries)
        if ('seal' in part) watch.onSeal?.(part.seal.seal.number)
      }
      return verifier.end()
    }),
  )
}

/** @param signed of any shape: what was edited may not even be a seal any more */
export function addSeal(verifier: Verifier, signed: unknown, entries?: Buffer): void {
  const parsed = SignedSeal.safeParse(signed)
  if (parsed.success) return verifier.addSeal(parsed.data, entries)
  const { signature, seal } = (signed ?? {}) as { signature?: unknown; seal?: { number?: unknown } }
  const number = typeof seal?.number === 'number' ? seal.number : undefined
  const at = number === undefined ? {} : { seal: number }
  if (signature === undefined || signature === null || signature === '') {
    throw new RecordFault('unsigned', `Seal ${number ?? '?'} has no signature`, at)
  }
  throw new RecordFault('seal-edited', `Seal ${number ?? '?'} is not what was signed`, at)
}

export async function toVerdict(verify: () => Promise<Verified>): Promise<Verdict> {
  try {
    return { verified: await verify(), fault: null }
  } catch (error) {
    if (error instanceof RecordFault) return { verified: null, fault: error.fault }
    throw error
  }
}
