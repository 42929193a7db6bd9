import { sql } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Labelled, Metrics } from '#server/core/metrics.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { onlyRow } from '#server/database/only-row.ts'
import type { WithActions } from './desk.ts'
import { readOpenBreakers } from './limits/limits.ts'
import { readStops } from './limits/stops.ts'

type Observed = { metrics: Pick<Metrics, 'add'> } & Pick<QueryContext, 'db' | 'clock'> &
  Pick<WithActions, 'actions'>

/** What became of the runs of a day, what stops an action, and who waits for a second person. */
export function observeActions({ metrics, ...desk }: Observed): void {
  addFigures(metrics, ['action', 'state'], () => readRuns(desk), [
    [
      'firstline_action_runs_day',
      'Runs of an action that were begun in the last 24 hours, by state; the newest 1,000',
      (runs) => runs,
    ],
  ])
  addFigures(metrics, ['action', 'because'], () => readStopped(desk), [
    [
      'firstline_action_stopped',
      'An action that is not tried now: a person stopped it (* is all of them), or its last runs did not work',
      () => 1,
    ],
  ])
  addFigures(metrics, [], () => readWaiting(desk), [
    [
      'firstline_approvals_waiting',
      'Actions that wait for a second person, counted up to 1,000',
      ({ count }) => count,
    ],
    [
      'firstline_approvals_oldest_timestamp_seconds',
      'Since when the oldest of them waits',
      ({ since }) => secondsOf(since),
    ],
  ])
}

type Reading = Omit<Observed, 'metrics'>

/** Each action by its index: a desk of years has many runs. */
async function readRuns({ db, clock, actions }: Reading): Promise<Labelled<number>[]> {
  const ids = [...actions.current().keys()]
  const { rows } = await sql<{ action: string; state: string; runs: number }>`
    select action, run.state, count(*)::int as runs
    from unnest(${ids}::text[]) as action
    cross join lateral (
      select state from action_run
      where action_id = action and intended_at > ${later(clock.now(), -days)}
      order by intended_at desc limit 1000) as run
    group by action, run.state
    order by action, run.state`.execute(db)
  return rows.map(({ action, state, runs }) => ({ labels: { action, state }, of: runs }))
}

async function readStopped({ db, clock, actions }: Reading): Promise<Labelled<null>[]> {
  const stops = await readStops(db)
  const open = await readOpenBreakers(db, [...actions.current().values()], clock.now())
  return [
    ...stops.map(({ action_id: action }) => ({ action, because: 'person' })),
    ...[...open].map((action) => ({ action, because: 'failures' })),
  ].map((labels) => ({ labels, of: null }))
}

async function readWaiting({ db }: Pick<Reading, 'db'>) {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(requested_at) as since from (
      select requested_at from action_approval
      where state = 'waiting' order by requested_at limit 1000) as waiting`.execute(db)
  return [{ labels: {}, of: onlyRow(rows) }]
}
