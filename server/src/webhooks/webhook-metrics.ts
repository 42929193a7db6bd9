import type { Kysely } from 'kysely'
import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { readWebhooks, stateOf } from './list-webhooks.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; db: Kysely<DB> }

/** How each endpoint goes. Nobody's readiness hangs on another's server. */
export function observeWebhooks({ metrics, db }: Observed): void {
  const read = async () => {
    const rows = await readWebhooks(db)
    return rows.map((row) => ({
      labels: { webhook: row.id, host: new URL(row.address).host },
      of: row,
    }))
  }
  addFigures(metrics, ['webhook', 'host'], read, [
    [
      'firstline_webhook_on',
      'Whether a webhook is on and takes what it is sent',
      (row) => (stateOf(row) === 'on' ? 1 : 0),
    ],
    [
      'firstline_webhook_waiting',
      'Deliveries to a webhook that have not arrived yet, counted up to 1,000',
      (row) => row.waiting,
    ],
    [
      'firstline_webhook_failed',
      'Deliveries to a webhook that were given up in 30 days, counted up to 1,000',
      (row) => row.failed,
    ],
    [
      'firstline_webhook_last_delivered_timestamp_seconds',
      'When a webhook last took a delivery',
      (row) => secondsOf(row.lastDeliveredAt),
    ],
  ])
}
