import type { Kysely } from 'kysely'
import { Gauge } from 'prom-client'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { readWebhooks, stateOf } from './list-webhooks.ts'

/** How each endpoint goes. Nobody's readiness hangs on another's server. */
export function observeWebhooks({
  metrics,
  db,
}: {
  metrics: Pick<Metrics, 'add'>
  db: Kysely<DB>
}): void {
  const figure = (name: string, help: string, valueOf: (row: Row) => number | null) =>
    metrics.add(
      new Gauge({
        name,
        help,
        labelNames: ['webhook', 'host'],
        registers: [],
        async collect() {
          this.reset()
          for (const row of await readWebhooks(db)) {
            const value = valueOf(row)
            const labels = { webhook: row.id, host: new URL(row.address).host }
            if (value !== null) this.set(labels, value)
          }
        },
      }),
    )
  figure('firstline_webhook_on', 'Whether a webhook is on and takes what it is sent', (row) =>
    stateOf(row) === 'on' ? 1 : 0,
  )
  figure(
    'firstline_webhook_waiting',
    'Deliveries to a webhook that have not arrived yet, counted up to 1,000',
    (row) => row.waiting,
  )
  figure(
    'firstline_webhook_failed',
    'Deliveries to a webhook that were given up in 30 days, counted up to 1,000',
    (row) => row.failed,
  )
  figure(
    'firstline_webhook_last_delivered_timestamp_seconds',
    'When a webhook last took a delivery',
    (row) => (row.lastDeliveredAt ? row.lastDeliveredAt.getTime() / 1_000 : null),
  )
}

type Row = Awaited<ReturnType<typeof readWebhooks>>[number]
