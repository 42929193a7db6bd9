import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { RecordedEvent } from './recorded-event.ts'
import type { Position, SignedSeal } from './seal.ts'
import {
  beginning,
  isAfter,
  positionOf,
  readEpochs,
  readEventsAfter,
  readSeals,
} from './seal-store.ts'
import type { Epoch } from './seal-store.ts'

/** The record in its order: events, then the seal over them; at the end what is not sealed yet. */
export type RecordPart = { event: RecordedEvent } | { seal: SignedSeal; entries: Buffer }

const batch = 5_000

/**
 * Reads everything, whatever state it is in. An event belongs to the first seal that ends at or
 * after it, so one that was slipped in stands among those it was slipped between.
 * @param db a transaction with one snapshot
 */
export async function* readRecord(db: Kysely<DB>): AsyncGenerator<RecordPart> {
  const events = readEvents(db)
  let next = await events.next()
  for await (const { signed, entries } of readSeals(db)) {
    const { last, epoch } = signed.seal
    while (!next.done && isWithin(next.value, { epoch, last })) {
      yield { event: next.value.event }
      next = await events.next()
    }
    yield { seal: signed, entries }
  }
  for (; !next.done; next = await events.next()) yield { event: next.value.event }
}

type EventOfEpoch = { event: RecordedEvent; epoch: number }

/** A seal whose position was edited beyond use takes no event: its signature tells. */
function isWithin(
  { event, epoch }: EventOfEpoch,
  end: { epoch: number; last: Position | undefined },
): boolean {
  if (epoch !== end.epoch) return epoch < end.epoch
  return end.last !== undefined && !isAfter(positionOf(event), end.last)
}

async function* readEvents(db: Kysely<DB>): AsyncGenerator<EventOfEpoch> {
  for (const epoch of await readEpochs(db)) yield* readEventsOf(db, epoch)
}

async function* readEventsOf(db: Kysely<DB>, epoch: Epoch): AsyncGenerator<EventOfEpoch> {
  for (let after = beginning; ;) {
    const rows = await readEventsAfter(db, epoch, after, { horizon: null, limit: batch })
    for (const event of rows) yield { event, epoch: epoch.number }
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return
    after = positionOf(last)
  }
}
