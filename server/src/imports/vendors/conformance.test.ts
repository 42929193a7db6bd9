import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { inspectFile } from '#server/imports/read/inspect-file.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { vendorReaders } from '#server/imports/vendors/all.ts'
import { desks } from '#server/imports/vendors/testing/desks.ts'
import type { Desk } from '#server/imports/vendors/testing/desks.ts'
import { startStandIn } from '#server/imports/vendors/testing/stand-in.ts'
import type { StandIn } from '#server/imports/vendors/testing/stand-in.ts'
import { expected, stories } from '#server/imports/vendors/testing/stories.ts'
import {
  accessTo,
  all,
  historiesOf,
  inShort,
  listening,
} from '#server/imports/vendors/testing/told.ts'

const lined = (records: readonly unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')

async function readTexts(desk: Desk, ...texts: (string | Buffer)[]) {
  const heard = listening()
  const files = await Promise.all(texts.map((text) => inspectFile(someFile(text, 'export.json'))))
  const found = await all(desk.reader.readFiles(files, heard.told))
  const histories = historiesOf(desk.reader, found, heard.told.remark)
  return { ...heard, found, histories, short: inShort(desk, histories) }
}

describe.each(desks)('$name', (desk) => {
  const wanted = stories.map((story) => expected(story, desk.can))
  const lists = Object.entries(desk.world)
  const wholeText = JSON.stringify(desk.world)

  describe('from files', () => {
    test('an envelope with lists, over several lines or one, tells the history', async () => {
      const { short, refusals } = await readTexts(desk, wholeText)
      expect(refusals).toEqual([])
      expect(short).toEqual(wanted)
      const pretty = await readTexts(desk, JSON.stringify(desk.world, null, 2))
      expect(pretty.short).toEqual(wanted)
    })

    test('so do lists in files of their own, in any order, and compressed', async () => {
      const texts = lists.toReversed().map(([list, records]) => JSON.stringify({ [list]: records }))
      const { short, refusals } = await readTexts(desk, ...texts.map((text) => gzipSync(text)))
      expect(refusals).toEqual([])
      expect(short).toEqual(wanted)
    })

    test('and records line by line, or in an array', async () => {
      const byLine = await readTexts(desk, ...lists.map(([, records]) => lined(records)))
      expect(byLine.short).toEqual(wanted)
      const arrays = await readTexts(desk, ...lists.map(([, records]) => JSON.stringify(records)))
      expect(arrays.short).toEqual(wanted)
    })

    test('pages of the API, after each other, are what they hold', async () => {
      const pages = lists.flatMap(([list, records]) => records.map((one) => ({ [list]: [one] })))
      expect((await readTexts(desk, lined(pages))).short).toEqual(wanted)
      const spread = pages.map((page) => JSON.stringify(page, null, 2)).join('\n')
      expect((await readTexts(desk, spread)).short).toEqual(wanted)
    })

    test('a single record over several lines is one', async () => {
      const record = JSON.stringify(desk.world[desk.main]![0], null, 2)
      expect((await readTexts(desk, record)).histories.size).toBe(1)
    })

    test('the file is recognised, by this reader alone', () => {
      const begins = { [desk.main]: desk.world[desk.main] }
      for (const text of [JSON.stringify(begins, null, 2), wholeText]) {
        const fitting = vendorReaders.filter((reader) => reader.fits({ path: 'x.json', text }))
        expect(fitting).toEqual([desk.reader])
      }
    })

    test('reading twice, or a record twice, tells the same', async () => {
      const once = await readTexts(desk, wholeText)
      const twice = await readTexts(desk, wholeText, wholeText)
      const kinds = (short: string[][]) => short.map((told) => [...new Set(told)])
      expect(kinds(twice.short)).toEqual(kinds(once.short))
      expect((await readTexts(desk, wholeText)).histories).toEqual(once.histories)
    })

    test('fields nobody knows change nothing', async () => {
      const unknown = lists.map(([list, records]) => [
        list,
        records.map((one) => ({ ...(one as object), a_new_field: { deep: [1, null] } })),
      ])
      const { short, refusals } = await readTexts(desk, JSON.stringify(Object.fromEntries(unknown)))
      expect(refusals).toEqual([])
      expect(short).toEqual(wanted)
    })

    test('a record that is not as documented is refused with its place; the others count', async () => {
      const [first] = desk.world[desk.main]!
      const bad = [{ ...(first as object), id: { no: 'id' } }, 17, null, 'text', []]
      const records = [...bad, ...desk.world[desk.main]!]
      const others = lists.filter(([list]) => list !== desk.main)
      const { refusals, short } = await readTexts(
        desk,
        JSON.stringify({ [desk.main]: records }),
        JSON.stringify(Object.fromEntries(others)),
      )
      expect(refusals.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5])
      for (const { reason, detail, raw } of refusals) {
        expect(reason).toMatch(/^(?:not-as-documented|unknown-record)$/)
        expect(detail).not.toBe('')
        expect(raw).toBeDefined()
      }
      expect(short).toEqual(wanted)
    })

    test('a line that is no JSON is refused with its number', async () => {
      const lines = lined(desk.world[desk.main]!).split('\n')
      lines.splice(2, 0, '{"id": 12, "stat')
      const { refusals, histories } = await readTexts(desk, lines.join('\n'))
      expect(refusals).toEqual([expect.objectContaining({ line: 3, reason: 'no-json' })])
      expect(histories.size).toBe(stories.length)
    })

    test('a file that ends in the middle is an error, not half a history', async () => {
      const text = JSON.stringify(desk.world, null, 1)
      await expect(readTexts(desk, text.slice(0, -200))).rejects.toMatchObject({
        reason: 'import.file-broken',
      })
    })

    test('a ticket without a history is estimated, and said to be', async () => {
      const { remarks } = await readTexts(desk, wholeText)
      const estimates = remarks.filter(({ reason }) => reason === 'estimated-history')
      expect(estimates).toEqual([
        expect.objectContaining({ detail: expect.stringContaining(`ticket ${desk.ticketOf(7)}:`) }),
      ])
    })

    test('teams are named as people know them', async () => {
      const { histories } = await readTexts(desk, wholeText)
      const [received] = histories.get(desk.ticketOf(2)) ?? []
      expect(received?.data).toMatchObject({ type: 'incident', team: 'Front desk' })
    })
  })

  describe('from the API', () => {
    let standIn: StandIn
    beforeAll(async () => {
      standIn = await startStandIn(
        desk.authorization,
        desk.route(() => standIn.url),
      )
    })
    afterAll(() => standIn.stop())

    async function fetchAll(
      changes: Partial<Parameters<NonNullable<typeof desk.reader.readApi>>[0]> = {},
    ) {
      const heard = listening()
      const { access, slept } = accessTo(desk, standIn)
      const found = await all(desk.reader.readApi!({ ...access, ...changes }, heard.told))
      return { ...heard, slept, found, short: inShort(desk, historiesOf(desk.reader, found)) }
    }

    test('page by page it tells the same history', async () => {
      const { short, refusals, found, slept } = await fetchAll()
      expect(refusals).toEqual([])
      expect(short).toEqual(wanted)
      expect(found.filter((one) => 'cursor' in one).length).toBeGreaterThan(1)
      expect(slept).toEqual([])
    })

    test('an interrupted fetch goes on from any checkpoint and asks for nothing twice', async () => {
      const whole = (await fetchAll()).found
      const marks = whole.flatMap((one, index) => ('cursor' in one ? [index] : []))
      for (const mark of marks) {
        const { cursor } = whole[mark] as { cursor: unknown }
        const stored = JSON.parse(JSON.stringify(cursor)) as unknown
        const rest = (await fetchAll({ cursor: stored })).found
        const both = [...whole.slice(0, mark), ...rest]
        expect(inShort(desk, historiesOf(desk.reader, both))).toEqual(wanted)
        if (mark === marks.at(-1)) continue
        const left = whole.slice(mark).filter((one) => 'ticket' in one)
        expect(rest.filter((one) => 'ticket' in one).length).toBe(left.length)
      }
    })

    test('after a whole fetch the next asks for what changed since it began', async () => {
      const { cursor } = (await fetchAll()).found.at(-1) as { cursor: { since: string } }
      expect(cursor.since).toBe('2026-03-08T23:00:00.000Z')
      const { found, refusals } = await fetchAll({ cursor, since: null })
      expect(refusals).toEqual([])
      expect(found.at(-1)).toEqual({ cursor })
    })

    test('it waits as long as Retry-After says, in seconds or until a date', async () => {
      standIn.faults.push({ status: 429, headers: { 'retry-after': '37' } })
      expect(await fetchAll()).toMatchObject({ short: wanted, slept: [37_000] })
      const until = new Date(Date.UTC(2026, 2, 9, 0, 2)).toUTCString()
      standIn.faults.push({ status: 429, headers: { 'retry-after': until } })
      expect(await fetchAll()).toMatchObject({ short: wanted, slept: [120_000] })
    })

    test('or until the limit resets', async () => {
      const reset = String(Date.UTC(2026, 2, 9, 0, 0, 10) / 1000)
      standIn.faults.push({ status: 429, headers: { 'x-ratelimit-reset': reset } })
      expect(await fetchAll()).toMatchObject({ short: wanted, slept: [10_000] })
    })

    test('what fails on the other side is tried again, a little later each time', async () => {
      standIn.faults.push({ status: 502 }, { status: 500 }, { status: 503 })
      expect(await fetchAll()).toMatchObject({ short: wanted, slept: [1_000, 2_000, 4_000] })
    })

    test('a side that stays broken ends the fetch, and says so', async () => {
      onTestFinished(() => void standIn.faults.splice(0))
      standIn.faults.push(...Array.from({ length: 50 }, () => ({ status: 500 })))
      await expect(fetchAll()).rejects.toMatchObject({ reason: 'vendor.unavailable' })
    })

    test('a pause of hours is not waited for', async () => {
      standIn.faults.push({ status: 429, headers: { 'retry-after': '7201' } })
      await expect(fetchAll()).rejects.toMatchObject({ reason: 'vendor.limited' })
    })

    test('a wrong key is named as such, without the key', async () => {
      const failed = await fetchAll({ key: 'wr0ng:k3y' }).catch((error: unknown) => error)
      expect(failed).toMatchObject({ reason: 'vendor.key-refused' })
      expect((failed as Error).message).not.toContain('k3y')
    })

    test('an aborted fetch stops', async () => {
      const signal = AbortSignal.abort(new Error('cancelled'))
      await expect(fetchAll({ signal })).rejects.toThrow('cancelled')
    })
  })
})
