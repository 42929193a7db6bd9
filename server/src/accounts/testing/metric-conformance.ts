import { afterAll, describe, expect, test } from 'vitest'
import { startFakePrometheus } from '#server/connections/testing/fake-prometheus.ts'
import { metricSamples } from '#server/connections/testing/metric-samples.ts'
import { prometheusLogin, startPrometheus } from '#server/connections/testing/real-prometheus.ts'
import { system } from '#server/core/actor.ts'
import { hours, later, minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createFolder,
  createTestSources,
  createTicket,
  projectFile,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { readSource } from '#server/accounts/read-source.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'

const queries = {
  requests: 'sum(rate(http_requests_total[5m]))',
  errors:
    '100 * sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))',
  series: 'count(http_requests_total)',
  by_route: 'sum by (route) (rate(http_requests_total[5m]))',
  everything: 'count({__name__=~".+"})',
  queue: 'queue_length',
  gone: 'gone',
  no_number: 'no_number',
  endless: 'endless',
  long_number: 'long_number',
  zero_before: 'zero_before',
  unknown: 'nobody_measures_this',
  wrong: 'sum(http_requests_total{code=~"("})',
}

const makes = {
  fake: async (kept: ReturnType<typeof metricSamples>) => {
    const authorization = `Basic ${Buffer.from(prometheusLogin).toString('base64')}`
    const fake = await startFakePrometheus({ authorization })
    fake.keep(kept)
    return fake
  },
  real: startPrometheus,
}

/** What a metric must be on whatever speaks the API of Prometheus. Call it at the top of a test file. */
export async function describePrometheus(make: keyof typeof makes): Promise<void> {
  const desk = await createTestDesk()
  const now = desk.clock.now()
  const world = await makes[make](metricSamples(now, 'acc_a', 'acc_b'))
  afterAll(() => world.stop())
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  prom: { kind: prometheus, base_url: env:PROM_URL, credential: env:PROM, auth: { scheme: basic } }\n  stranger: { kind: prometheus, base_url: env:PROM_URL, credential: env:WRONG }\n`,
    ...Object.fromEntries(
      Object.entries(queries).map(([name, promql]) => [
        `sources/${name}.yaml`,
        metricFile(name, promql),
      ]),
    ),
    'sources/let_out.yaml': metricFile('let_out', 'queue_length').replace(
      ': prom\n',
      ': stranger\n',
    ),
  })
  const env = { PROM_URL: world.url, PROM: prometheusLogin, WRONG: 'desk:of another' }
  const sources = await createTestSources(desk, folder, env)
  const scopeOf = async (account: string, began: Date) => {
    const ticket = await createTicket(desk, account, { openedAt: now, problemStartedAt: began })
    return lookAtAccount(desk, system('test'), ticket)
  }
  const began = later(now, -90 * minutes)
  const read = async (name: string, account = 'acc_a') =>
    readSource(sources, await scopeOf(account, began), name)
  const row = async (name: string, account = 'acc_a') => (await read(name, account)).rows[0]

  describe(`a metric of the ${make} Prometheus`, () => {
    test('is of this account alone, whatever else is kept there', async () => {
      expect(sources.project.problems()).toEqual([])
      expect(await row('requests')).toMatchObject({
        account_id: 'acc_a',
        last: expect.closeTo(3, 6),
        last_age_s: 0,
        is_stale: false,
        min: expect.closeTo(1, 6),
        max: expect.closeTo(3, 6),
      })
      expect(await row('requests', 'acc_b')).toMatchObject({ last: expect.closeTo(17, 6) })
      expect(await row('series')).toMatchObject({ last: 3 })
      // two of the eleven names are acc_b's too
      expect(await row('everything', 'acc_b')).toMatchObject({ last: 3 })
    })

    test('divides what is both of the account', async () => {
      expect(await row('errors')).toMatchObject({ last: expect.closeTo(100 / 6, 6), min: 0 })
    })

    test('says how the hour since compares to the hour before', async () => {
      const { mean_before, mean_since, rate_change } = (await row('requests'))!
      expect(mean_before).toBeCloseTo(1, 6)
      // a rate of five minutes takes five to arrive
      expect(mean_since).toBeGreaterThan(2.8)
      expect(rate_change).toBeCloseTo(Number(mean_since) - 1, 6)
      expect(await row('zero_before')).toMatchObject({ mean_before: 0, rate_change: null })
      const fresh = await readSource(sources, await scopeOf('acc_a', later(now, -minutes)), 'queue')
      expect(fresh.rows[0]).toMatchObject({ mean_since: null, rate_change: null })
    })

    test('is drawn from before the problem until now, in bounded steps', async () => {
      const { chart } = await read('queue')
      expect(chart).toMatchObject({
        unit: 'count',
        to: now.toISOString(),
        stepSeconds: 300,
        problemBegan: began.toISOString(),
        lastSaid: null,
      })
      expect(Date.parse(chart!.from)).toBe(later(now, -7.5 * hours).getTime())
      expect(chart!.points).toHaveLength(91)
      expect(chart!.points.at(-1)).toEqual({ at: now.toISOString(), value: 40 })
      const old = await scopeOf('acc_a', later(now, -60 * 24 * hours))
      const { chart: long } = await readSource(sources, old, 'queue')
      expect(long).toMatchObject({ problemBegan: null, stepSeconds: 21_600 })
    })

    test('that has ended has no last value, and says how old its newest is', async () => {
      const { last, is_stale, last_age_s } = (await row('gone'))!
      expect({ last, is_stale }).toEqual({ last: null, is_stale: true })
      expect(last_age_s).toBeGreaterThan(110 * 60)
      expect(last_age_s).toBeLessThan(121 * 60)
    })

    test('that is no number is said, and no number is made of it', async () => {
      const { rows, chart } = await read('no_number')
      expect(rows[0]).toMatchObject({ last: null, is_stale: false, min: 1, max: 1 })
      expect(chart).toMatchObject({ lastSaid: 'NaN' })
      expect(chart!.points.at(-1)!.value).toBe(null)
      const endless = await read('endless')
      expect(endless.rows[0]).toMatchObject({ last: null, min: null, max: null, rate_change: null })
      expect(endless.chart).toMatchObject({ lastSaid: 'Infinity' })
      expect(await row('long_number')).toMatchObject({ last: 0.1234567890123456 })
    })

    test('that the account does not have is no row, and nothing else', async () => {
      for (const [name, account] of [
        ['unknown', 'acc_a'],
        ['requests', 'acc_c'],
        ['requests', 'acc_a"} or http_requests_total{account_id="acc_b'],
      ] as const) {
        const { rows, chart } = await read(name, account)
        expect({ rows, points: chart!.points }).toEqual({ rows: [], points: [] })
      }
    })

    test('is one series: several are a fault of the definition', async () => {
      await expect(read('by_route')).rejects.toMatchObject({
        reason: 'source.unavailable',
        message: expect.stringContaining('answers 2 series'),
      })
    })

    test('whose query is refused says so, and no more of it', async () => {
      await expect(read('wrong')).rejects.toMatchObject({
        reason: 'source.unavailable',
        message: expect.stringMatching(/its system refuses the query\)$/),
      })
    })

    test('is not answered to a stranger', async () => {
      await expect(read('let_out')).rejects.toMatchObject({ reason: 'source.unavailable' })
    })
  })
}

function metricFile(id: string, promql: string): string {
  return sourceFile(
    id,
    `connection: prom\nunit: count\naccount_label: account_id\ntimeout: 20s\npromql: ${JSON.stringify(promql)}`,
  )
}
