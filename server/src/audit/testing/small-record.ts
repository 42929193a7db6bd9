import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { entryOf, packEntries } from '../entries.ts'
import { merkleRoot } from '../merkle.ts'
import type { RecordPart } from '../read-record.ts'
import { leafHashOf } from '../recorded-event.ts'
import type { RecordedEvent } from '../recorded-event.ts'
import { beforeFirst, hashOfSeal, hexOfKey, signSeal } from '../seal.ts'
import type { SealBody, SignedSeal } from '../seal.ts'
import type { Random } from './random.ts'

type Group = { events: RecordedEvent[]; nextKey: Key | null }
export type Key = { privateKey: KeyObject; publicKey: string }
/** A record of a few events, with the keys that made it: what an insider could work with. */
export type SmallRecord = { id: string; groups: Group[]; firstKey: Key }

export function createKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: hexOfKey(publicKey) }
}

/** Three to five seals over up to five events each, with a change of the key in one of two. */
export function createSmallRecord(random: Random): SmallRecord {
  let nextId = 1 + random.below(1000)
  const groups = Array.from({ length: 3 + random.below(3) }, () => ({
    events: Array.from({ length: 1 + random.below(5) }, () => createEvent(random, nextId++)),
    nextKey: null as Key | null,
  }))
  if (random.below(2) === 0) groups[random.below(groups.length)]!.nextKey = createKey()
  return { id: crypto.randomUUID(), groups, firstKey: createKey() }
}

const texts = ['', 'a', 'Übergröße', '😀', 'line\nbreak', '"quoted"', '\u0001', 'two words']

export function createEvent(random: Random, id: number): RecordedEvent {
  const uuid = () =>
    random.below(2) ? null : `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`
  const at = `2026-03-02T09:${String(id % 60).padStart(2, '0')}:00.${String(id % 1e6).padStart(6, '0')}Z`
  return {
    account_id: uuid(),
    actor_id: random.below(2) ? 'system' : null,
    actor_kind: random.pick(['person', 'system', 'customer']),
    at,
    data: JSON.stringify({ reason: random.pick(texts), amount: random.below(1000) }),
    id: String(id),
    key: null,
    name: random.pick(['ticket.resolved', 'account.viewed', 'action.run']),
    origin: 'live',
    recorded_at: at,
    ticket_id: uuid(),
    xid: String(700 + id),
  }
}

/** Seals it from the beginning; an insider with the keys can do the same with other events. */
export function sealSmallRecord({ id, groups, firstKey }: SmallRecord): RecordPart[] {
  let key = firstKey
  let last: SignedSeal | null = null
  return groups.flatMap(({ events, nextKey }) => {
    const leaves = events.map(leafHashOf)
    const next = nextKey?.publicKey ?? null
    const body = { ...sealBody(id, last, events, leaves), key: key.publicKey, next_key: next }
    const seal: SignedSeal = signSeal(body, key.privateKey)
    last = seal
    key = nextKey ?? key
    const entries = packEntries(events.map((event, place) => entryOf(event.id, leaves[place]!)))
    return [...events.map((event) => ({ event })), { seal, entries }]
  })
}

function sealBody(
  record: string,
  last: SignedSeal | null,
  events: readonly RecordedEvent[],
  leaves: readonly Buffer[],
): Omit<SealBody, 'key' | 'next_key'> {
  const { xid, id } = events.at(-1)!
  const number = (last?.seal.number ?? 0) + 1
  return {
    format: 'firstline.seal/1',
    record,
    number,
    previous: last ? hashOfSeal(last) : beforeFirst,
    epoch: 1,
    last: { xid, id },
    size: events.length,
    total: (last?.seal.total ?? 0) + events.length,
    root: merkleRoot(leaves).toString('hex'),
    sealed_at: `2026-03-02T10:${String(number).padStart(2, '0')}:00.000Z`,
  }
}
