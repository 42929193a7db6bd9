import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { readHorizon } from '#server/core/event-horizon.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { NewJobOf } from '#server/core/jobs.ts'
import type { Desk } from '#server/core/verb.ts'
import { canonicalJson } from './canonical.ts'
import { entryOf, packEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { keepHead } from './head-file.ts'
import { merkleRoot } from './merkle.ts'
import { leafHashOf } from './recorded-event.ts'
import { beforeFirst, hashOfSeal, mostEventsOfSeal, signSeal } from './seal.ts'
import type { Position, SealBody, SignedSeal } from './seal.ts'
import { openSealKey } from './seal-key.ts'
import type { SealKeyPlace } from './seal-key.ts'
import { beginning, positionOf, readEpochs, readEventsAfter, readLastSeal } from './seal-store.ts'
import type { Epoch } from './seal-store.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** Only one node seals at a time; the others have nothing to do. */
const lockKey = 7_241_016

/** Seals all that is new and settled. @returns how many events */
export async function sealRecord(desk: Desk): Promise<number> {
  let sealed = 0
  for (;;) {
    const signed = await sealNext(desk)
    if (!signed) return sealed
    sealed += signed.seal.size
  }
}

/**
 * One seal over the next events, or none when there are none.
 * @param nextKey announced by this seal, which is then made also over no events
 */
export async function sealNext(desk: Desk, nextKey?: string): Promise<SignedSeal | null> {
  const place = keyPlaceOf(desk)
  const sealed = await inTransaction(desk.db, async (tx) => {
    if (!(await isAlone(tx))) return null
    const last = await readLastSeal(tx)
    const unsealed = await readUnsealed(tx, last)
    if (unsealed.leaves.length === 0 && nextKey === undefined) return null
    const key = openSealKey(place, last && (last.seal.next_key ?? last.seal.key))
    const at = desk.clock.now()
    const body = { ...bodyAfter(last, unsealed), sealed_at: at.toISOString() }
    const signed = signSeal(
      { ...body, key: key.publicKey, next_key: nextKey ?? null },
      key.privateKey,
    )
    await insertSeal(tx, signed, unsealed.entries)
    if (desk.config.anchor) await enqueue(tx, [anchorJob(signed)])
    return signed
  })
  if (sealed) await keepHead(desk, sealed)
  return sealed
}

export function keyPlaceOf({ config }: Pick<Desk, 'config'>): SealKeyPlace {
  return { home: config.home, reference: config.sealKey, env: process.env }
}

async function isAlone(tx: Transaction<DB>): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(${lockKey}) as alone`.execute(tx)
  return onlyRow(rows).alone
}

/** What a seal is made of; the events themselves are let go of as they are read. */
type Unsealed = { entries: Entry[]; leaves: Buffer[]; last: Position; epoch: number }

/**
 * The events after the last seal, in commit order, below the horizon. An epoch
 * that is over is sealed to its end first, and alone.
 */
async function readUnsealed(tx: Transaction<DB>, last: SignedSeal | null): Promise<Unsealed> {
  const horizon = await readHorizon(tx)
  const epochs = await readEpochs(tx)
  const current = last?.seal.epoch ?? 1
  for (const epoch of epochs.filter(({ number }) => number >= current)) {
    const after = last && epoch.number === current ? last.seal.last : beginning
    const found = await readLeaves(tx, epoch, after, epoch.upToId === null ? horizon : null)
    if (found.leaves.length > 0) return found
  }
  return { entries: [], leaves: [], last: last?.seal.last ?? beginning, epoch: current }
}

const batch = 4_096

async function readLeaves(
  tx: Transaction<DB>,
  epoch: Epoch,
  after: Position,
  horizon: string | null,
): Promise<Unsealed> {
  const found: Unsealed = { entries: [], leaves: [], last: after, epoch: epoch.number }
  while (found.leaves.length < mostEventsOfSeal) {
    const events = await readEventsAfter(tx, epoch, found.last, { horizon, limit: batch })
    for (const event of events) {
      const leaf = leafHashOf(event)
      found.leaves.push(leaf)
      found.entries.push(entryOf(event.id, leaf))
      found.last = positionOf(event)
    }
    if (events.length < batch) break
  }
  return found
}

function bodyAfter(
  last: SignedSeal | null,
  { leaves, last: end, epoch }: Unsealed,
): Omit<SealBody, 'sealed_at' | 'key' | 'next_key'> {
  return {
    format: 'firstline.seal/1',
    record: last?.seal.record ?? randomUUID(),
    number: (last?.seal.number ?? 0) + 1,
    previous: last ? hashOfSeal(last) : beforeFirst,
    epoch,
    last: end,
    size: leaves.length,
    total: (last?.seal.total ?? 0) + leaves.length,
    root: merkleRoot(leaves).toString('hex'),
  }
}

async function insertSeal(
  tx: Transaction<DB>,
  { seal, signature }: SignedSeal,
  entries: readonly Entry[],
): Promise<void> {
  await tx
    .insertInto('seal')
    .values({
      number: seal.number,
      body: canonicalJson(seal),
      signature: Buffer.from(signature, 'hex'),
      entries: packEntries(entries),
    })
    .execute()
}

/** Retried for a day and more: an anchor that is away must not lose a line. */
function anchorJob({ seal }: SignedSeal): NewJobOf<'anchor_seal'> {
  return {
    task: 'anchor_seal',
    payload: { number: seal.number },
    key: `anchor:${seal.number}`,
    maxAttempts: 25,
  }
}
