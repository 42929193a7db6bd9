import type { FastifyInstance } from 'fastify'
import type { Acme } from '#acme/acme.ts'
import { countExports, isMetricName } from '#acme/metrics/queries.ts'
import type { MetricName, Moments } from '#acme/metrics/queries.ts'
import { Refused } from '#acme/refused.ts'

type Asked = { query: string; start?: number; end?: number; step?: number }
type Query = { name: MetricName; account: string; seconds: number }

const mostPoints = 1_000
const moment = { type: 'number' }
const asked = {
  type: 'object',
  required: ['query'],
  properties: { query: { type: 'string' }, start: moment, end: moment, step: moment },
}

/**
 * Acme's metrics, answered as Prometheus' HTTP API does, of what its database says. It understands the one
 * query that its support desk asks: how many there were of one account in the time before.
 */
export function metricRoutes(app: FastifyInstance, acme: Acme): void {
  const schema = { querystring: asked }
  app.get<{ Querystring: Asked }>('/api/v1/query_range', { schema }, async ({ query: given }) => {
    const query = understood(given.query)
    const samples = await countExports(acme.pool, query.account, query, momentsOf(given))
    const values = samples.map(({ at, count }) => [at, String(count)])
    const series = [{ metric: { account_id: query.account }, values }]
    return success('matrix', samples.length > 0 ? series : [])
  })
  app.get<{ Querystring: Asked }>('/api/v1/query', { schema }, async ({ query: given }) => {
    const now = Date.now() / 1_000
    if (given.query === '1') return success('scalar', [now, '1'])
    const query = understood(given.query)
    const moments = { start: now, end: now, step: 1 }
    const samples = await countExports(acme.pool, query.account, query, moments)
    return success(
      'vector',
      samples.map(({ at, count }) => ({
        metric: { account_id: query.account },
        value: [at, String(count)],
      })),
    )
  })
}

function success(resultType: string, result: unknown) {
  return { status: 'success', data: { resultType, result } }
}

const form =
  /^sum by \(account_id\) \(increase\((\w+)\{account_id="([\w-]+)"\}\[(\d{1,3})([mh])\]\)\)$/

function understood(query: string): Query {
  const [, name = '', account = '', count = '', unit = ''] = form.exec(query) ?? []
  if (isMetricName(name))
    return { name, account, seconds: Number(count) * (unit === 'h' ? 3_600 : 60) }
  throw new Refused(
    400,
    'Not understood',
    'Only sum(increase(METRIC[TIME])) of an account is known',
  )
}

function momentsOf({ start, end, step }: Asked): Moments {
  if (start === undefined || end === undefined || step === undefined || !(step > 0))
    throw new Refused(400, 'Not understood', 'start, end and step say which moments are meant')
  if (!((end - start) / step <= mostPoints))
    throw new Refused(400, 'Not understood', `At most ${mostPoints} values are answered`)
  return { start, end, step }
}
