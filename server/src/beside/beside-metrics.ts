import type { Kysely } from 'kysely'
import { Gauge } from 'prom-client'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { readDesk, stateOf } from './list-beside-desks.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; db: Kysely<DB>; project: ProjectStore }

/** How the mirror of another desk goes. Nobody's readiness hangs on another's server. */
export function observeBeside({ metrics, db, project }: Observed): void {
  const figure = (name: string, help: string, valueOf: (row: Row) => number | null) =>
    metrics.add(
      new Gauge({
        name,
        help,
        labelNames: ['desk'],
        registers: [],
        async collect() {
          this.reset()
          if (project.current().beside === null) return
          const value = valueOf(await readDesk(db))
          if (value !== null) this.set({ desk: 'redmine' }, value)
        },
      }),
    )
  figure('firstline_beside_following', 'Whether all there is in a mirrored desk is here', (row) =>
    stateOf(row) === 'following' ? 1 : 0,
  )
  figure(
    'firstline_beside_caught_up_timestamp_seconds',
    'When all there was in a mirrored desk had been read',
    (row) => (row?.caughtUpAt ? row.caughtUpAt.getTime() / 1_000 : null),
  )
  figure(
    'firstline_beside_waiting',
    'What is still to be told to a mirrored desk, counted up to 10,000',
    (row) => row?.waiting ?? 0,
  )
  figure(
    'firstline_beside_unreadable_total',
    'Tickets of a mirrored desk that could not be understood',
    (row) => row?.unreadable ?? 0,
  )
}

type Row = Awaited<ReturnType<typeof readDesk>>
