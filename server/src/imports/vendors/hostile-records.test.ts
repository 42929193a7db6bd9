import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Found, HistoryReader } from '#server/imports/vendor.ts'
import { inspectFile } from '#server/imports/inspect-file.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { desks } from '#server/imports/vendors/testing/desks.ts'
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

async function readHostile(reader: HistoryReader, records: unknown[]) {
  const heard = listening()
  const text = records.map((record) => JSON.stringify(record)).join('\n')
  const file = await inspectFile(someFile(`{"id":0}\n${text}\n`, 'hostile.json'))
  const found: Found<unknown>[] = await all(reader.readFiles([file], heard.told))
  return { ...heard, found, histories: historiesOf(reader, found, heard.told.remark) }
}

test.each(desks)('$name: garbage in any field is a refusal, never a crash', async (desk) => {
  const records = Object.values(desk.world).flat()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(), garbage), { minLength: 20, maxLength: 20 }),
      async (changes) => {
        const hostile = changes.map(([which, where, value]) =>
          mutated(records[which % records.length], where, value),
        )
        const { found, histories, refusals } = await readHostile(desk.reader, hostile)
        for (const one of found) {
          if ('kind' in one) continue
          expect(Number.isFinite(one.at)).toBe(true)
          expect(one.ticket).not.toBe('')
        }
        const told = [...histories.values()].flat()
        for (const { at } of told) expect(Number.isFinite(at)).toBe(true)
        expect(JSON.stringify([found, told])).not.toContain(String.raw`\u0000`)
        for (const { line, reason } of refusals)
          expect([line > 0, reason !== '']).toEqual([true, true])
      },
    ),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 8) },
  )
})
