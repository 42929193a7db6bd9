import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Metric } from 'prom-client'
import { messageOf } from './errors.ts'
import { secondsHeldBack } from './event-horizon.ts'
import { onlyRow } from '#server/database/only-row.ts'

export type Metrics = {
  /** A figure of a domain. */
  add(figure: Metric): void
  observe(http: FastifyInstance): void
  answer(reply: FastifyReply): Promise<void>
}

/** What is measured, and the labels that tell it from its neighbours. */
export type Labelled<T> = { labels: Readonly<Record<string, string>>; of: T }
/** null: there is nothing to say of this one. */
export type Figure<T> = readonly [name: string, help: string, valueOf: (of: T) => number | null]

/** Figures of the same things, which are read once whenever somebody asks. */
export function addFigures<T>(
  metrics: Pick<Metrics, 'add'>,
  labelNames: readonly string[],
  read: () => Promise<readonly Labelled<T>[]>,
  figures: readonly Figure<T>[],
): void {
  const readOnce = shared(read)
  for (const [name, help, valueOf] of figures) {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [],
      async collect() {
        const things = await readOnce()
        this.reset()
        // without labels, a reset figure says 0
        if (labelNames.length === 0) this.remove({})
        for (const { labels, of } of things) {
          const value = valueOf(of)
          if (value !== null) this.set(labels, value)
        }
      },
    })
    metrics.add(gauge)
  }
}

/** As Prometheus says a time. */
export function secondsOf(time: Date | null | undefined): number | null {
  return time ? time.getTime() / 1_000 : null
}

/** Whoever asks while an answer is under way gets that one. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null
  return () => {
    underWay ??= read().finally(() => {
      underWay = null
    })
    return underWay
  }
}

type Jobs = { waiting: string; running: string; failed: string; oldest: Date | null }

/** What waits in a queue of its own waits for what is before it. */
const jobsByState = `
  select count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts) as waiting,
    count(*) filter (where locked_at is not null) as running,
    count(*) filter (where attempts >= max_attempts and last_error is not null) as failed,
    min(run_at) filter (where locked_at is null and run_at <= now() and attempts < max_attempts
      and job_queue_id is null) as oldest
  from graphile_worker._private_jobs`

/** Request durations, queue depth and the process itself, for Prometheus. */
export function createMetrics(pool: pg.Pool): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'firstline_http_request_duration_seconds',
    help: 'Time to answer, by route of the contract',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const metrics = { add: (figure: Metric) => registry.registerMetric(figure) }
  const readJobs = shared(async () => onlyRow((await pool.query<Jobs>(jobsByState)).rows))
  const byState = async () => {
    const { oldest: _oldest, ...counts } = await readJobs()
    return Object.entries(counts).map(([state, count]) => ({ labels: { state }, of: count }))
  }
  addFigures(metrics, ['state'], byState, [
    ['firstline_jobs', 'Jobs in the queue, by state', Number],
  ])
  addFigures(metrics, [], async () => [{ labels: {}, of: await readJobs() }], [
    [
      'firstline_jobs_oldest_due_timestamp_seconds',
      'Since when the job that is due for longest waits for a worker',
      ({ oldest }) => secondsOf(oldest),
    ],
  ])
  const held = async () => {
    const { rows } = await pool.query<{ seconds: number }>(secondsHeldBack)
    return [{ labels: {}, of: rows[0]?.seconds ?? 0 }]
  }
  addFigures(metrics, [], held, [
    [
      'firstline_record_held_back_seconds',
      'How long the oldest transaction is open that live updates and seals wait for',
      (seconds) => seconds,
    ],
  ])
  return {
    ...metrics,
    observe(http) {
      http.addHook('onResponse', async (request, reply) => {
        try {
          const route = request.routeOptions.url ?? 'unknown'
          const labels = { method: request.method, route, status: String(reply.statusCode) }
          duration.observe(labels, reply.elapsedTime / 1000)
        } catch (error) {
          request.log.warn({ err: messageOf(error) }, 'an answer could not be counted')
        }
      })
    },
    async answer(reply) {
      await reply.type(registry.contentType).send(await registry.metrics())
    },
  }
}
