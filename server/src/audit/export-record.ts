import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { readRecord } from './read-record.ts'
import type { RecordPart } from './read-record.ts'
import type { SignedSeal } from './seal.ts'
import { readLastSeal } from './seal-store.ts'

/**
 * The whole record as lines of JSON, to be verified anywhere: a header with the newest seal, the
 * events with the seal over each group behind it, and an end that counts. docs/security/record.md
 */
export async function* exportRecord(db: Kysely<DB>, now: Date): AsyncGenerator<string> {
  yield* linesOfRecord(readRecord(db), await readLastSeal(db), now)
}

export async function* linesOfRecord(
  parts: AsyncIterable<RecordPart> | Iterable<RecordPart>,
  head: SignedSeal | null,
  now: Date,
): AsyncGenerator<string> {
  const header = {
    format: 'firstline.record/1',
    record: head?.seal.record ?? null,
    exported_at: now.toISOString(),
    head,
  }
  yield line({ header })
  let [events, seals] = [0, 0]
  for await (const part of parts) {
    if ('event' in part) {
      events++
      yield line({ event: part.event })
    } else {
      seals++
      yield line({ ...part.seal, entries: part.entries.toString('base64') })
    }
  }
  yield line({ end: { events, seals } })
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
