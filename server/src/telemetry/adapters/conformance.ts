import { describe, expect, test } from 'vitest'
import type { AccountScope } from '#server/accounts/scope.ts'
import { newLog, newSpan } from '../factory.ts'
import type {
  Attributes,
  LogReader,
  LogSearch,
  NewLog,
  NewSpan,
  TelemetryStore,
  TraceReader,
} from '../store.ts'

type World = {
  /** How the system keeps attributes, where it does not keep them as they were written. */
  kept?(attributes: Attributes): Attributes
  /** A scope of an account nothing was written for yet, whose id begins so. */
  newScope(name?: string): Promise<AccountScope>
}

const exactly = (durationNs: bigint) => durationNs
const asWritten = (attributes: Attributes) => attributes

/** Every reader of logs is held to this, wherever they are kept; `writeLogs` brings them there. */
export type LogWorld = World & {
  logs: LogReader
  writeLogs(logs: readonly NewLog[]): Promise<void>
}
/** The same of readers of traces. */
export type TraceWorld = World & {
  traces: TraceReader
  /** How long a span took as the system keeps it, where it keeps no nanoseconds. */
  lasting?(durationNs: bigint): bigint
  writeSpans(spans: readonly NewSpan[]): Promise<void>
}
/** Every store of telemetry is held to this as well, whatever it keeps its records in. */
export type StoreWorld = World & { store: TelemetryStore }

const window = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-02T23:59:59Z') }
/** Of the day that the records of tests are of. */
export const everything: LogSearch = {
  ...window,
  words: [],
  level: null,
  service: null,
  limit: 50,
  cursor: null,
}
const at = (time: string) => `2026-03-02T${time}Z`

export function describeLogs(name: string, world: () => LogWorld): void {
  describe(`logs of ${name} conform`, () => {
    test('a log comes back as it was written, with microseconds', async () => {
      const { logs, writeLogs, newScope, kept = asWritten } = world()
      const scope = await newScope()
      const stored = {
        at: at('08:30:00.123456'),
        service: 'exports',
        severity: 17,
        message: 'export failed: "ü" \\ % _ \n second line',
        traceId: 'a'.repeat(32),
        spanId: 'b'.repeat(16),
        attributes: { 'export.id': 'exp_1', attempts: 3, ok: false, list: [1, 'x'], nothing: null },
      }
      await writeLogs([newLog({ ...stored, accountKey: scope.externalId })])
      const { items, next } = await logs.searchLogs(scope, everything)
      // a system of the company's says more of a line: its labels, its resource
      const attributes = kept(stored.attributes)
      expect(items).toMatchObject([{ ...stored, attributes, id: expect.any(String) }])
      expect(next).toBeNull()
    })

    test('no read ever leaves the account', async () => {
      const { logs, writeLogs, newScope } = world()
      const [own, other] = [await newScope(), await newScope()]
      const traceId = 'c'.repeat(31) + Math.floor(Math.random() * 16).toString(16)
      const shared = { traceId, spanId: 'd'.repeat(16) }
      await writeLogs([
        newLog({ ...shared, accountKey: own.externalId, message: 'own' }),
        newLog({
          ...shared,
          accountKey: other.externalId,
          message: 'canary of another',
          service: 'canary',
        }),
        newLog({ ...shared, accountKey: null, message: 'canary of nobody', service: 'canary' }),
      ])
      const answers = [
        await logs.searchLogs(own, everything),
        await logs.searchLogs(own, { ...everything, words: ['canary'] }),
        await logs.searchLogs(own, { ...everything, words: [traceId] }),
        await logs.searchLogs(own, { ...everything, words: ["%' or true --"] }),
        await logs.listServices(own, window),
        await logs.readTraceLogs(own, { traceId, near: window, limit: 100 }),
      ]
      const shown = JSON.stringify(answers)
      expect(shown).toContain('own')
      expect(shown).not.toContain('canary')
    })

    test('logs come newest first, page by page, and none twice although more arrive', async () => {
      const { logs, writeLogs, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const same = at('08:30:00.000001')
      await writeLogs([
        newLog({ accountKey, message: '1', at: at('08:29:59.999999') }),
        ...['2', '3', '4'].map((message) => newLog({ accountKey, message, at: same })),
        newLog({ accountKey, message: '5', at: at('08:30:00.000002') }),
      ])
      const pages: string[] = []
      let cursor: string | null = null
      do {
        const page = await logs.searchLogs(scope, { ...everything, limit: 2, cursor })
        pages.push(...page.items.map(({ message }) => message))
        await writeLogs([newLog({ accountKey, message: 'late', at: at('09:00:00.000000') })])
        cursor = page.next
      } while (cursor !== null)
      expect(pages[0]).toBe('5')
      expect(pages.at(-1)).toBe('1')
      expect(pages.toSorted()).toEqual(['1', '2', '3', '4', '5'])
    })

    test('a cursor that was not given is refused', async () => {
      const { logs, newScope } = world()
      const search = { ...everything, cursor: "1' or true" }
      await expect(logs.searchLogs(await newScope(), search)).rejects.toMatchObject({
        reason: 'input.cursor',
      })
    })

    test('words, level, service and window narrow the search', async () => {
      const { logs, writeLogs, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      await writeLogs([
        newLog({ accountKey, message: 'Export 100% done', attributes: { 'export.id': 'exp_1' } }),
        newLog({ accountKey, message: 'mail bounced', service: 'mail', severity: 13 }),
        newLog({
          accountKey,
          message: 'mail lost',
          service: 'mail',
          severity: 21,
          at: at('20:00:00.000000'),
        }),
      ])
      const find = async (search: Partial<LogSearch>) =>
        (await logs.searchLogs(scope, { ...everything, ...search })).items.map(
          ({ message }) => message,
        )
      expect(await find({ words: ['export', 'DONE'] })).toEqual(['Export 100% done'])
      expect(await find({ words: ['exp_1'] })).toEqual(['Export 100% done'])
      expect(await find({ words: ['100%'] })).toEqual(['Export 100% done'])
      expect(await find({ words: ['1%'] })).toEqual([])
      expect(await find({ words: ['mail', 'exports'] })).toEqual([])
      expect(await find({ level: 'warn' })).toEqual(['mail lost', 'mail bounced'])
      expect(await find({ level: 'fatal' })).toEqual(['mail lost'])
      expect(await find({ service: 'exports' })).toEqual(['Export 100% done'])
      expect(await find({ from: new Date(at('19:00:00')) })).toEqual(['mail lost'])
      expect(await find({ to: new Date(at('19:00:00')), service: 'mail' })).toEqual([
        'mail bounced',
      ])
      expect(await logs.listServices(scope, window)).toEqual(['exports', 'mail'])
    })

    test('logs of a trace come oldest first, as many as are wanted', async () => {
      const { logs, writeLogs, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const traceId = 'a'.repeat(24) + String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
      await writeLogs([
        newLog({ accountKey, traceId, message: '2', at: at('08:30:00.000002') }),
        newLog({ accountKey, traceId, message: '1', at: at('08:30:00.000001') }),
        newLog({ accountKey, traceId, message: '3', at: at('08:30:00.000003') }),
        newLog({ accountKey, message: 'of another trace' }),
      ])
      const read = async (limit: number) =>
        (await logs.readTraceLogs(scope, { traceId, near: window, limit })).map(
          (log) => log.message,
        )
      expect(await read(10)).toEqual(['1', '2', '3'])
      expect(await read(2)).toEqual(['1', '2'])
    })

    test('what is typed is looked for as it stands, and means nothing to the system', async () => {
      const { logs, writeLogs, newScope } = world()
      const [scope, other] = [await newScope(), await newScope()]
      const hostile = [
        '"',
        '`',
        '\\',
        '.*',
        '(',
        '[a-z]',
        '%',
        '_',
        "'--",
        '"} or {app=~".+',
        '" | line_format "x',
        '{{.}}',
        'ü',
        '💥',
        '\u2028',
        '$1',
        'null',
      ]
      await writeLogs([
        newLog({ accountKey: other.externalId, message: 'canary of another' }),
        newLog({ accountKey: scope.externalId, message: 'plain' }),
        ...hostile.map((word) =>
          newLog({ accountKey: scope.externalId, message: `has <${word}> in it` }),
        ),
      ])
      for (const word of hostile) {
        const { items } = await logs.searchLogs(scope, { ...everything, words: [`<${word}>`] })
        expect(items.map(({ message }) => message)).toEqual([`has <${word}> in it`])
        const none = await logs.searchLogs(scope, { ...everything, service: word })
        expect(none.items).toEqual([])
      }
    })
  })
}

export function describeTraces(name: string, world: () => TraceWorld): void {
  describe(`traces of ${name} conform`, () => {
    test('no read ever leaves the account', async () => {
      const { traces, writeSpans, newScope } = world()
      const [own, other] = [await newScope(), await newScope()]
      const traceId = 'c'.repeat(31) + Math.floor(Math.random() * 16).toString(16)
      await writeSpans([
        newSpan({ traceId, accountKey: own.externalId, name: 'own' }),
        newSpan({ traceId, accountKey: other.externalId, name: 'canary of another', status: 2 }),
        newSpan({ traceId, accountKey: null, name: 'canary of nobody' }),
      ])
      const answers = [
        await traces.listTraces(own, { ...window, isFailed: false, limit: 50 }),
        await traces.readSpans(own, traceId, 100),
      ]
      const shown = JSON.stringify(answers, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      expect(shown).toContain('own')
      expect(shown).not.toContain('canary')
      expect(await traces.listTraces(own, { ...window, isFailed: true, limit: 50 })).toEqual([])
    })

    test('a span comes back as it was written; sent again it is still one span', async () => {
      const { traces, writeSpans, newScope, kept = asWritten, lasting = exactly } = world()
      const scope = await newScope()
      const span = newSpan({
        accountKey: scope.externalId,
        at: at('08:30:00.123456'),
        parentSpanId: 'e'.repeat(16),
        kind: 2,
        status: 2,
        statusMessage: 'timed out',
        durationNs: 9_007_199_254_740_993n,
        attributes: { 'db.statement': 'select 1' },
        events: [{ at: at('08:30:00.200000'), name: 'retry', attributes: { n: 1 } }],
      })
      await writeSpans([span])
      await writeSpans([span, newSpan({ accountKey: scope.externalId })])
      const { accountKey: _, ...stored } = span
      const events = stored.events.map((event) => ({
        ...event,
        attributes: kept(event.attributes),
      }))
      expect(await traces.readSpans(scope, span.traceId, 100)).toMatchObject([
        {
          ...stored,
          attributes: kept(stored.attributes),
          durationNs: lasting(stored.durationNs),
          events,
        },
      ])
    })

    test('traces are summed up, newest first, and those with an error can be asked for', async () => {
      const { traces, writeSpans, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const [fine, failed] = [
        newSpan({ accountKey }),
        newSpan({ accountKey, at: at('09:00:00.000000') }),
      ]
      await writeSpans([
        fine,
        failed,
        newSpan({
          accountKey,
          traceId: failed.traceId,
          parentSpanId: failed.spanId,
          at: at('09:00:00.500000'),
          service: 'mail',
          status: 2,
          durationNs: 250_000_000n,
        }),
      ])
      const found = await traces.listTraces(scope, { ...window, isFailed: false, limit: 10 })
      expect(found.map(({ traceId }) => traceId)).toEqual([failed.traceId, fine.traceId])
      expect(found[0]).toEqual({
        traceId: failed.traceId,
        name: 'run export',
        services: ['exports', 'mail'],
        startedAt: at('09:00:00.000000'),
        durationMs: 750,
        spanCount: 2,
        errorCount: 1,
      })
      const broken = await traces.listTraces(scope, { ...window, isFailed: true, limit: 10 })
      expect(broken.map(({ traceId }) => traceId)).toEqual([failed.traceId])
    })
  })
}

/** Readers of systems that keep spans of everybody are held to this as well. */
export function describeSharedTraces(name: string, world: () => TraceWorld): void {
  describe(`traces of ${name} that several have a part in`, () => {
    test('a span that names nobody is the account’s when the root of its trace is, and only then', async () => {
      const { traces, writeSpans, newScope } = world()
      const [own, other] = [await newScope(), await newScope()]
      const root = newSpan({ accountKey: own.externalId, name: 'own root' })
      const { traceId } = root
      const child = newSpan({ traceId, parentSpanId: root.spanId, accountKey: null, status: 2 })
      const theirs = newSpan({ traceId, parentSpanId: root.spanId, accountKey: other.externalId })
      const otherRoot = newSpan({ accountKey: other.externalId, name: 'their root' })
      const under = { traceId: otherRoot.traceId, parentSpanId: otherRoot.spanId }
      const ownBelow = newSpan({ ...under, accountKey: own.externalId })
      const nobodyBelow = newSpan({ ...under, accountKey: null, status: 2 })
      await writeSpans([root, child, theirs, otherRoot, ownBelow, nobodyBelow])
      const ids = async (trace: string) =>
        (await traces.readSpans(own, trace, 100)).map(({ spanId }) => spanId).toSorted()
      expect(await ids(traceId)).toEqual([root.spanId, child.spanId].toSorted())
      expect(await ids(otherRoot.traceId)).toEqual([ownBelow.spanId])
      const failed = await traces.listTraces(own, { ...window, isFailed: true, limit: 10 })
      expect(failed).toMatchObject([{ traceId, spanCount: 2, errorCount: 1, name: 'own root' }])
    })

    test('a trace with two roots has spans of nobody only where both are the account’s', async () => {
      const { traces, writeSpans, newScope } = world()
      const [own, other] = [await newScope(), await newScope()]
      const root = newSpan({ accountKey: own.externalId })
      const { traceId } = root
      const child = newSpan({ traceId, parentSpanId: root.spanId, accountKey: null })
      await writeSpans([root, child])
      expect(await traces.readSpans(own, traceId, 100)).toHaveLength(2)
      await writeSpans([newSpan({ traceId, accountKey: other.externalId })])
      const left = await traces.readSpans(own, traceId, 100)
      expect(left.map(({ spanId }) => spanId)).toEqual([root.spanId])
    })

    test('an account whose name is a query is a text like any other', async () => {
      const { traces, writeSpans, newScope } = world()
      const other = await newScope()
      await writeSpans([newSpan({ accountKey: other.externalId, name: 'canary' })])
      for (const name of ['" || true || "', '\\', '`', '"} || {', '\n', "'", '*', '4711', 'ü 💥']) {
        const scope = await newScope(name)
        const span = newSpan({ accountKey: scope.externalId, name: 'own' })
        await writeSpans([span])
        const found = await traces.listTraces(scope, { ...window, isFailed: false, limit: 10 })
        expect(found).toMatchObject([{ traceId: span.traceId, name: 'own' }])
        expect(await traces.readSpans(scope, span.traceId, 10)).toHaveLength(1)
      }
    })
  })
}

export function describeStore(name: string, world: () => StoreWorld): void {
  describe(`${name} conforms`, () => {
    test('a log says what was written and nothing else', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const attributes = { 'export.id': 'exp_1', nothing: null }
      await store.writeLogs([newLog({ accountKey: scope.externalId, attributes })])
      const { items } = await store.searchLogs(scope, everything)
      expect(items.map((log) => log.attributes)).toEqual([attributes])
    })

    test('a span says what was written and nothing else', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const span = newSpan({ accountKey: scope.externalId, attributes: { 'db.statement': 'x' } })
      await store.writeSpans([span])
      const { accountKey: _, ...stored } = span
      expect(await store.readSpans(scope, span.traceId, 100)).toEqual([stored])
    })

    test('whole days before the retention are forgotten, younger ones stay', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const days = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') }
      const old = newSpan({ accountKey, at: '2026-01-10T12:00:00.000000Z' })
      await store.writeSpans([old])
      await store.writeLogs(
        [
          '2026-01-10T23:59:59.999999Z',
          '2026-01-11T00:00:00.000000Z',
          '2026-01-12T00:00:00.000000Z',
        ].map((time) => newLog({ accountKey, at: time, message: time })),
      )
      const retained = await store.retain(
        new Date('2026-01-11T18:00:00Z'),
        new Date('2026-01-25T18:00:00Z'),
      )
      expect(retained.dropped).toBeGreaterThan(0)
      const { items } = await store.searchLogs(scope, { ...everything, ...days })
      expect(items.map(({ message }) => message)).toEqual([
        '2026-01-12T00:00:00.000000Z',
        '2026-01-11T00:00:00.000000Z',
      ])
      expect(await store.readSpans(scope, old.traceId, 10)).toEqual([])
      const again = await store.retain(
        new Date('2026-01-11T18:00:00Z'),
        new Date('2026-01-25T18:00:00Z'),
      )
      expect(again.dropped).toBe(0)
    })

    test('records of a day that was forgotten can be written again', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const log = newLog({ accountKey: scope.externalId, at: '2026-01-05T12:00:00.000000Z' })
      await store.writeLogs([log])
      await store.retain(new Date('2026-01-06T00:00:00Z'), new Date('2026-01-20T00:00:00Z'))
      await store.writeLogs([log])
      const days = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-01-31T00:00:00Z') }
      expect((await store.searchLogs(scope, { ...everything, ...days })).items).toHaveLength(1)
    })

    test('two writers of a new day do not get in each other’s way', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const logs = [1, 2, 3, 4].map((n) =>
        newLog({ accountKey: scope.externalId, at: `2026-04-0${n}T12:00:00.000000Z` }),
      )
      await Promise.all(logs.flatMap((log) => [store.writeLogs([log]), store.writeLogs([log])]))
      const days = { from: new Date('2026-04-01T00:00:00Z'), to: new Date('2026-04-30T00:00:00Z') }
      expect((await store.searchLogs(scope, { ...everything, ...days })).items).toHaveLength(8)
    })

    test('nothing to write is no work', async () => {
      const { store } = world()
      await expect(Promise.all([store.writeLogs([]), store.writeSpans([])])).resolves.toBeTruthy()
    })
  })
}
