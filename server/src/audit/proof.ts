import { present } from '@firstline/contract/present'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { RecordFault } from './fault.ts'
import { inclusionPath, rootOfPath } from './merkle.ts'
import { parseExactly } from './parse-line.ts'
import { RecordedEvent, leafHashOf, recordedColumns } from './recorded-event.ts'
import { SignedSeal } from './seal.ts'
import {
  beginning,
  positionOf,
  readEpochs,
  readEventsAfter,
  readSeals,
  signedOf,
} from './seal-store.ts'
import type { Epoch } from './seal-store.ts'
import { requireSigned, requireSuccessor, requireTrusted } from './verify-record.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const Proof = z.strictObject({
  format: z.literal('firstline.proof/1'),
  event: RecordedEvent,
  /** The event's place among those of its seal. */
  index: z.int().min(0),
  path: z.array(Hash).max(16),
  /** Seals before it that announce a key. */
  rotations: z.array(SignedSeal),
  /** Its seal and all that follow, to the newest. */
  seals: z.array(SignedSeal).min(1),
})
export type Proof = z.infer<typeof Proof>

/**
 * That this event stands in the record as it is, verifiable without the rest of it.
 * @throws NotFound `event.not-found`, Conflict `event.not-sealed`
 */
export async function proveEvent(db: Kysely<DB>, eventId: string): Promise<Proof> {
  const event = (await db
    .selectFrom('event')
    .select(recordedColumns)
    .where('id', '=', eventId)
    .executeTakeFirst()) as RecordedEvent | undefined
  if (!event) throw new NotFound('event.not-found', 'There is no such event')
  const epoch = await epochOf(db, event)
  const number = await sealOf(db, event, epoch)
  const seals = await Array.fromAsync(readSeals(db, number), ({ signed }) => signed)
  const leaves = await leavesOf(db, present(seals[0]), epoch, number)
  const index = leaves.ids.indexOf(event.id)
  if (index < 0) throw new Conflict('event.not-sealed', 'This event is not among those sealed')
  return {
    format: 'firstline.proof/1',
    event,
    index,
    path: inclusionPath(leaves.hashes, index).map((hash) => hash.toString('hex')),
    rotations: await rotationsBefore(db, number),
    seals,
  }
}

async function epochOf(db: Kysely<DB>, { id }: RecordedEvent): Promise<Epoch> {
  const epochs = await readEpochs(db)
  return present(epochs.findLast(({ afterId }) => BigInt(id) > BigInt(afterId)))
}

async function sealOf(db: Kysely<DB>, { xid, id }: RecordedEvent, epoch: Epoch): Promise<number> {
  const row = await db
    .selectFrom('seal')
    .select('number')
    .where('epoch', '=', epoch.number)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('last_xid', 'last_id'), '>=', tuple(xid, id)))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  if (row) return Number(row.number)
  throw new Conflict(
    'event.not-sealed',
    'This event is not sealed yet; seals are made every 5 minutes',
  )
}

async function leavesOf(db: Kysely<DB>, { seal }: SignedSeal, epoch: Epoch, number: number) {
  const before = await db
    .selectFrom('seal')
    .select(['body', 'signature'])
    .where('number', '=', String(number - 1))
    .executeTakeFirst()
  const previous = before && signedOf(before).seal
  const after = previous && previous.epoch === epoch.number ? previous.last : beginning
  const events = await readEventsAfter(db, epoch, after, { horizon: null, limit: seal.size })
  return { ids: events.map((event) => positionOf(event).id), hashes: events.map(leafHashOf) }
}

async function rotationsBefore(db: Kysely<DB>, number: number): Promise<SignedSeal[]> {
  const rows = await db
    .selectFrom('seal')
    .select(['body', 'signature'])
    .where('number', '<', String(number))
    .where((where) => where.not(where('body', 'like', '%"next_key":null%')))
    .orderBy('number')
    .execute()
  return rows.map(signedOf)
}

export type Proven = {
  event: RecordedEvent
  sealedAt: string
  seal: number
  head: number
  keys: string[]
}

/**
 * @param text a proof as JSON, on one line or indented by two
 * @throws RecordFault
 */
export function checkProof(text: string, publicKey?: string): Proven {
  const { event, index, path, rotations, seals } = parseProof(text)
  const [first] = seals as [SignedSeal, ...SignedSeal[]]
  const root = rootOfPath(
    leafHashOf(event),
    index,
    first.seal.size,
    path.map((hash) => Buffer.from(hash, 'hex')),
  )
  if (root?.toString('hex') !== first.seal.root) {
    const detail = `Event ${event.id} is not as it was sealed`
    throw new RecordFault('event-edited', detail, { event: event.id, seal: first.seal.number })
  }
  requireSigned(first)
  const keys = keysUpTo(first, rotations)
  let head = first
  for (const signed of seals.slice(1)) {
    requireSuccessor(signed, head)
    keys.add(signed.seal.key)
    head = signed
  }
  requireTrusted(keys, publicKey)
  const { number: seal, sealed_at: sealedAt } = first.seal
  return { event, seal, sealedAt, head: head.seal.number, keys: [...keys] }
}

function parseProof(text: string): Proof {
  try {
    const line = text.replace(/\n$/, '')
    return Proof.parse(parseExactly(line, line.includes('\n') ? 2 : undefined))
  } catch {
    throw new RecordFault('malformed', 'This is not a proof of this format')
  }
}

/** Each key was announced by the one before it, the last of them is the one that signed the seal. */
function keysUpTo(first: SignedSeal, rotations: readonly SignedSeal[]): Set<string> {
  const turns = [...rotations, first]
  for (const [place, signed] of rotations.entries()) {
    requireSigned(signed)
    const following = present(turns[place + 1]).seal
    if (following.key === signed.seal.next_key && following.number > signed.seal.number) continue
    const detail = `The key of seal ${following.number} was not announced by the key before it`
    throw new RecordFault('wrong-key', detail, { seal: following.number })
  }
  return new Set(turns.map(({ seal }) => seal.key))
}
