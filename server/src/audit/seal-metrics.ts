import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { Desk } from '#server/core/verb.ts'
import { readSealState } from './seal-state.ts'

/** How far the record is sealed. */
export function observeSeals(metrics: Pick<Metrics, 'add'>, desk: Pick<Desk, 'db'>): void {
  const read = async () => [{ labels: {}, of: await readSealState(desk) }]
  const secondsOfText = (at: string | null | undefined) => secondsOf(at ? new Date(at) : null)
  addFigures(metrics, [], read, [
    [
      'firstline_record_sealed_timestamp_seconds',
      'When the record was last sealed',
      ({ sealed }) => secondsOfText(sealed?.at),
    ],
    [
      'firstline_record_unsealed_events',
      'Events that are not sealed yet, counted up to 1,000',
      ({ unsealed }) => unsealed,
    ],
    [
      'firstline_record_unsealed_since_timestamp_seconds',
      'When the oldest of them was recorded',
      ({ oldestUnsealedAt }) => secondsOfText(oldestUnsealedAt),
    ],
  ])
}
