import type { Kysely } from 'kysely'
import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { readDesk, stateOf } from './list-beside-desks.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; db: Kysely<DB>; project: ProjectStore }

/** How the mirror of another desk goes. Nobody's readiness hangs on another's server. */
export function observeBeside({ metrics, db, project }: Observed): void {
  const read = async () =>
    project.current().beside === null
      ? []
      : [{ labels: { desk: 'redmine' }, of: await readDesk(db) }]
  addFigures(metrics, ['desk'], read, [
    [
      'firstline_beside_following',
      'Whether all there is in a mirrored desk is here',
      (row) => (stateOf(row) === 'following' ? 1 : 0),
    ],
    [
      'firstline_beside_caught_up_timestamp_seconds',
      'When all there was in a mirrored desk had been read',
      (row) => secondsOf(row?.caughtUpAt),
    ],
    [
      'firstline_beside_waiting',
      'What is still to be told to a mirrored desk, counted up to 10,000',
      (row) => row?.waiting ?? 0,
    ],
    [
      'firstline_beside_unreadable_total',
      'Tickets of a mirrored desk that could not be understood',
      (row) => row?.unreadable ?? 0,
    ],
  ])
}
