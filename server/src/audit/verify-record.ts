import { entryOf, packEntries, unpackEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { RecordFault, faultOfEvents } from './fault.ts'
import { merkleRoot } from './merkle.ts'
import { leafHashOf } from './recorded-event.ts'
import type { RecordedEvent } from './recorded-event.ts'
import { beforeFirst, hashOfSeal, isSigned, keyIdOf, mostEventsOfSeal } from './seal.ts'
import type { SealBody, SignedSeal } from './seal.ts'

export type Trust = {
  /** A public key of the record (hex), known from elsewhere: without one the record only vouches for itself. */
  publicKey?: string | undefined
  /** Seals that were seen before: anchors, or the head kept outside the database. */
  heads?: readonly SignedSeal[]
}

export type Verified = {
  seals: number
  events: number
  /** After the last seal: not protected yet. */
  unsealed: number
  sealedUpTo: string | null
  keys: string[]
  head: SignedSeal | null
}

/**
 * Follows a record from its first event to its end: feed it each event and then the seal over them.
 * Every call throws RecordFault at the first thing that is not as it was sealed.
 */
export function createVerifier(trust: Trust = {}) {
  const seenBefore = headsByNumber(trust.heads ?? [])
  const keys = new Set<string>()
  let last: SignedSeal | null = null
  let found = nothingFound()

  function addEvent(event: RecordedEvent): void {
    found.count++
    if (found.count > mostEventsOfSeal) return
    const leaf = leafHashOf(event)
    found.leaves.push(leaf)
    found.entries.push(entryOf(event.id, leaf))
  }

  function addSeal(signed: SignedSeal, entries?: Buffer): void {
    requireSuccessor(signed, last)
    keys.add(signed.seal.key)
    requireSeen(signed, seenBefore.get(signed.seal.number) ?? [])
    requireContents(signed.seal, found, entries)
    last = signed
    found = nothingFound()
  }

  function end(): Verified {
    for (const [number] of seenBefore) {
      if (number <= (last?.seal.number ?? 0)) continue
      const detail = `Seal ${number} was seen before; the record now ends at ${last?.seal.number ?? 0}`
      throw new RecordFault('cut-tail', detail, { seal: number })
    }
    requireTrusted(keys, trust.publicKey)
    return {
      seals: last?.seal.number ?? 0,
      events: last?.seal.total ?? 0,
      unsealed: found.count,
      sealedUpTo: last?.seal.sealed_at ?? null,
      keys: [...keys],
      head: last,
    }
  }

  return { addEvent, addSeal, end }
}

/** Of the events since the last seal; what no seal can cover any more is only counted. */
type Found = { count: number; leaves: Buffer[]; entries: Entry[] }

function nothingFound(): Found {
  return { count: 0, leaves: [], entries: [] }
}

export type Verifier = ReturnType<typeof createVerifier>

function headsByNumber(heads: readonly SignedSeal[]): Map<number, string[]> {
  const byNumber = Map.groupBy(heads, ({ seal }) => seal.number)
  return new Map([...byNumber].map(([number, seals]) => [number, seals.map(hashOfSeal)]))
}

/** Signed, next in number, chained, and by the key whose turn it is. */
export function requireSuccessor(signed: SignedSeal, last: SignedSeal | null): void {
  requireSigned(signed)
  const { seal } = signed
  const at = { seal: seal.number }
  const next = (last?.seal.number ?? 0) + 1
  if (seal.number > next) {
    throw new RecordFault('seal-missing', `Seal ${next} is missing before ${seal.number}`, {
      seal: next,
    })
  }
  if (seal.number < next) {
    throw new RecordFault('fork', `Seal ${seal.number} comes a second time`, at)
  }
  if (seal.previous !== (last ? hashOfSeal(last) : beforeFirst)) {
    const detail = `Seal ${seal.number} does not follow the seal that stands before it`
    throw new RecordFault('chain-broken', detail, at)
  }
  if (last) requireContinuity(seal, last.seal)
}

export function requireSigned(signed: SignedSeal): void {
  if (isSigned(signed)) return
  const { number } = signed.seal
  throw new RecordFault('seal-edited', `Seal ${number} is not what was signed`, { seal: number })
}

function requireContinuity(seal: SealBody, last: SealBody): void {
  const key = last.next_key ?? last.key
  if (seal.key !== key) {
    const detail = `Seal ${seal.number} is signed by key ${keyIdOf(seal.key)}; it is the turn of ${keyIdOf(key)}`
    throw new RecordFault('wrong-key', detail, { seal: seal.number })
  }
  if (seal.record !== last.record || seal.total !== last.total + seal.size) {
    const detail = `Seal ${seal.number} does not go on where seal ${last.number} ended`
    throw new RecordFault('chain-broken', detail, { seal: seal.number })
  }
}

function requireSeen(signed: SignedSeal, seen: readonly string[]): void {
  const hash = hashOfSeal(signed)
  if (seen.every((other) => other === hash)) return
  const { number } = signed.seal
  const detail = `Seal ${number} is another one than was seen before: the record was written anew from there`
  throw new RecordFault('fork', detail, { seal: number })
}

function requireContents(
  seal: SealBody,
  { count, leaves, entries: found }: Found,
  entries: Buffer | undefined,
): void {
  const isSame = count === seal.size && merkleRoot(leaves).toString('hex') === seal.root
  const agrees = entries === undefined || packEntries(found).equals(entries)
  if (isSame && agrees) return
  throw faultOfEvents(seal.number, entries ? unpackEntries(entries) : found, found)
}

export function requireTrusted(keys: ReadonlySet<string>, publicKey: string | undefined): void {
  if (publicKey === undefined || keys.has(publicKey)) return
  throw new RecordFault('wrong-key', `No seal is signed by the key ${keyIdOf(publicKey)}`)
}
