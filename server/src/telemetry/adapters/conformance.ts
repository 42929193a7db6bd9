import { describe, expect, test } from 'vitest'
import type { AccountScope } from '#server/accounts/scope.ts'
import { newLog, newSpan } from '../factory.ts'
import type { LogSearch, TelemetryStore } from '../store.ts'

/** Every store of telemetry is held to this, whatever it keeps its records in. */
export type ConformanceWorld = {
  store: TelemetryStore
  /** A scope of an account nothing was written for yet. */
  newScope(): Promise<AccountScope>
}

const window = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-02T23:59:59Z') }
const everything: LogSearch = {
  ...window,
  words: [],
  level: null,
  service: null,
  limit: 50,
  cursor: null,
}
const at = (time: string) => `2026-03-02T${time}Z`

export function describeConformance(name: string, world: () => ConformanceWorld): void {
  describe(`${name} conforms`, () => {
    test('a log comes back as it was written, with microseconds', async () => {
      const { store, newScope } = world()
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
      await store.writeLogs([newLog({ ...stored, accountKey: scope.externalId })])
      const { items, next } = await store.searchLogs(scope, everything)
      expect(items).toEqual([{ ...stored, id: expect.any(String) }])
      expect(next).toBeNull()
    })

    test('no read ever leaves the account', async () => {
      const { store, newScope } = world()
      const [own, other] = [await newScope(), await newScope()]
      const traceId = 'c'.repeat(31) + Math.floor(Math.random() * 16).toString(16)
      const shared = { traceId, spanId: 'd'.repeat(16) }
      await store.writeLogs([
        newLog({ ...shared, accountKey: own.externalId, message: 'own' }),
        newLog({
          ...shared,
          accountKey: other.externalId,
          message: 'canary of another',
          service: 'canary',
        }),
        newLog({ ...shared, accountKey: null, message: 'canary of nobody', service: 'canary' }),
      ])
      await store.writeSpans([
        newSpan({ traceId, accountKey: own.externalId, name: 'own' }),
        newSpan({ traceId, accountKey: other.externalId, name: 'canary of another', status: 2 }),
        newSpan({ traceId, accountKey: null, name: 'canary of nobody' }),
      ])
      const answers = [
        await store.searchLogs(own, everything),
        await store.searchLogs(own, { ...everything, words: ['canary'] }),
        await store.searchLogs(own, { ...everything, words: [traceId] }),
        await store.searchLogs(own, { ...everything, words: ["%' or true --"] }),
        await store.listServices(own, window),
        await store.listTraces(own, { ...window, isFailed: false, limit: 50 }),
        await store.readSpans(own, traceId, 100),
        await store.readTraceLogs(own, traceId, 100),
      ]
      const shown = JSON.stringify(answers, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      expect(shown).toContain('own')
      expect(shown).not.toContain('canary')
      expect(await store.listTraces(own, { ...window, isFailed: true, limit: 50 })).toEqual([])
    })

    test('logs come newest first, page by page, and none twice although more arrive', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const same = at('08:30:00.000001')
      await store.writeLogs([
        newLog({ accountKey, message: '1', at: at('08:29:59.999999') }),
        ...['2', '3', '4'].map((message) => newLog({ accountKey, message, at: same })),
        newLog({ accountKey, message: '5', at: at('08:30:00.000002') }),
      ])
      const pages: string[] = []
      let cursor: string | null = null
      do {
        const page = await store.searchLogs(scope, { ...everything, limit: 2, cursor })
        pages.push(...page.items.map(({ message }) => message))
        await store.writeLogs([newLog({ accountKey, message: 'late', at: at('09:00:00.000000') })])
        cursor = page.next
      } while (cursor !== null)
      expect(pages[0]).toBe('5')
      expect(pages.at(-1)).toBe('1')
      expect(pages.toSorted()).toEqual(['1', '2', '3', '4', '5'])
    })

    test('a cursor that was not given is refused', async () => {
      const { store, newScope } = world()
      const search = { ...everything, cursor: "1' or true" }
      await expect(store.searchLogs(await newScope(), search)).rejects.toMatchObject({
        reason: 'input.cursor',
      })
    })

    test('words, level, service and window narrow the search', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      await store.writeLogs([
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
        (await store.searchLogs(scope, { ...everything, ...search })).items.map(
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
      expect(await store.listServices(scope, window)).toEqual(['exports', 'mail'])
    })

    test('a span comes back as it was written; sent again it is still one span', async () => {
      const { store, newScope } = world()
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
      await store.writeSpans([span])
      await store.writeSpans([span, newSpan({ accountKey: scope.externalId })])
      const { accountKey: _, ...stored } = span
      expect(await store.readSpans(scope, span.traceId, 100)).toEqual([stored])
    })

    test('traces are summed up, newest first, and those with an error can be asked for', async () => {
      const { store, newScope } = world()
      const scope = await newScope()
      const accountKey = scope.externalId
      const [fine, failed] = [
        newSpan({ accountKey }),
        newSpan({ accountKey, at: at('09:00:00.000000') }),
      ]
      await store.writeSpans([
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
      const traces = await store.listTraces(scope, { ...window, isFailed: false, limit: 10 })
      expect(traces.map(({ traceId }) => traceId)).toEqual([failed.traceId, fine.traceId])
      expect(traces[0]).toEqual({
        traceId: failed.traceId,
        name: 'run export',
        services: ['exports', 'mail'],
        startedAt: at('09:00:00.000000'),
        durationMs: 750,
        spanCount: 2,
        errorCount: 1,
      })
      const broken = await store.listTraces(scope, { ...window, isFailed: true, limit: 10 })
      expect(broken.map(({ traceId }) => traceId)).toEqual([failed.traceId])
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
