import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { lastStatus } from './read-status.ts'

/** Whether what the desk says of the company's systems is still so. */
export function observeStatus(metrics: Pick<Metrics, 'add'>, desk: Desk & WithProject): void {
  const read = async () => {
    const status = await lastStatus(desk)
    return status.isConnected ? [{ labels: {}, of: status }] : []
  }
  addFigures(metrics, [], read, [
    [
      'firstline_status_stale',
      'Whether the status page has not answered for too long',
      ({ isStale }) => (isStale ? 1 : 0),
    ],
    [
      'firstline_status_answered_timestamp_seconds',
      'When the status page last answered',
      ({ checkedAt }) => secondsOf(checkedAt ? new Date(checkedAt) : null),
    ],
  ])
}
