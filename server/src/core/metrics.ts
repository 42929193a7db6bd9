import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { messageOf } from './errors.ts'
import { secondsHeldBack } from './event-horizon.ts'

export type Metrics = {
  /** A figure of a domain. */
  add(figure: Gauge): void
  observe(http: FastifyInstance): void
  answer(reply: FastifyReply): Promise<void>
}

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
  const jobs = new Gauge({
    name: 'firstline_jobs',
    help: 'Jobs in the queue, by state',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const { rows } = await pool.query<Record<string, string>>(`
        select count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts) as waiting,
          count(*) filter (where locked_at is not null) as running,
          count(*) filter (where attempts >= max_attempts and last_error is not null) as failed
        from graphile_worker._private_jobs`)
      for (const [state, count] of Object.entries(rows[0] ?? {})) this.set({ state }, Number(count))
    },
  })
  registry.registerMetric(jobs)
  const heldBack = new Gauge({
    name: 'firstline_record_held_back_seconds',
    help: 'How long the oldest transaction is open that live updates and seals wait for',
    registers: [],
    async collect() {
      const { rows } = await pool.query<{ seconds: number }>(secondsHeldBack)
      this.set(rows[0]?.seconds ?? 0)
    },
  })
  registry.registerMetric(heldBack)
  return {
    add: (figure) => registry.registerMetric(figure),
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
