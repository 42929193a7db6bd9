import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Found, HistoryReader } from '#server/imports/vendors/vendor.ts'
import { inspectFile } from '#server/imports/read/inspect-file.ts'
import type { Desk } from '#server/imports/vendors/testing/desks.ts'
import { all, historiesOf, listening } from '#server/imports/vendors/testing/told.ts'

const garbage = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '\0',
    -1,
    1e308,
    '__proto__',
    'constructor',
    { __proto__: { status: 'solved' } },
    [[]],
    'x'.repeat(12_000),
    '9999-99-99T99:99:99Z',
    '0000-00-00',
  ),
)

/** Puts a value at one of the places of a record, chosen by a number; sometimes takes it away. */
function mutated(record: unknown, choice: number, value: unknown): unknown {
  const places = placesOf(record)
  const path = places[choice % places.length] ?? []
  return put(record, path, value, choice % 5 === 0)
}

function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  const inside = Object.entries(value).flatMap(([key, one]) =>
    placesOf(one).map((path) => [key, ...path]),
  )
  return [[], ...Object.keys(value).map((key) => [key]), ...inside]
}

function put(value: unknown, [key, ...rest]: string[], wanted: unknown, isGone: boolean): unknown {
  if (key === undefined) return wanted
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>
  if (isGone && rest.length === 0) delete copy[key]
  else copy[key] = put(copy[key], rest, wanted, isGone)
  return copy
}

const recordsPerRun = 20

/**
 * Puts garbage into the fields of a vendor's records: each must be told of or refused.
 * @throws with the smallest records that do more
 */
export async function tryHostileRecords(desk: Desk, numRuns: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-hostile-'))
  const records = Object.values(desk.world).flat()
  const length = { minLength: recordsPerRun, maxLength: recordsPerRun }
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), garbage), length)
  const run = fc.asyncProperty(changes, async (chosen) => {
    const hostile = chosen.map(([which, where, value]) =>
      mutated(records[which % records.length], where, value),
    )
    await readHostile(desk.reader, join(folder, 'hostile.json'), hostile)
  })
  try {
    await fc.assert(run, { numRuns })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readHostile(reader: HistoryReader, path: string, records: unknown[]): Promise<void> {
  const { told, refusals } = listening()
  const lines = [{ id: 0 }, ...records].map((record) => JSON.stringify(record))
  await writeFile(path, `${lines.join('\n')}\n`)
  const found: Found<unknown>[] = await all(reader.readFiles([await inspectFile(path)], told))
  const histories = [...historiesOf(reader, found, told.remark).values()].flat()
  for (const one of found) {
    if (!('kind' in one)) assert(Number.isFinite(one.at) && one.ticket !== '', JSON.stringify(one))
  }
  for (const record of histories) assert(Number.isFinite(record.at), JSON.stringify(record))
  for (const refusal of refusals) {
    assert(refusal.line > 0 && refusal.reason !== '', JSON.stringify(refusal))
  }
  const nul = JSON.stringify([found, histories]).includes(String.raw`\u0000`)
  assert(!nul, 'a NUL character, which no database takes, was let through')
}
