import type { ActionControl } from '@firstline/contract/approvals'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { Action } from '#server/actions/compile/action.ts'
import type { WithActions } from '#server/actions/desk.ts'
import { everyAction, readStops, shownStop } from './stops.ts'

const window = 30 * days

/** All actions of the project: what became of their runs, and which of them are stopped. */
export const listActionControls = defineQuery({
  permission: 'action:read',
  input: z.object({}),
  async run(desk: QueryContext & WithActions) {
    const counts = await countRuns(desk)
    const stops = await readStops(desk.db)
    const stopNamed = (id: string) => {
      const stop = stops.find((each) => each.action_id === id)
      return stop ? shownStop(stop) : null
    }
    const items = [...desk.actions.current().values()]
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .map((action) => controlOf(action, counts.get(action.id), stopNamed(action.id)))
    return { items, stop: stopNamed(everyAction) }
  },
})

type Counts = ActionControl['runs']

async function countRuns({ db, clock }: QueryContext): Promise<Map<string, Counts>> {
  const rows = await db
    .selectFrom('action_run')
    .select((select) => [
      'action_id',
      select.fn.countAll<string>().as('all'),
      select.fn.countAll<string>().filterWhere('state', '=', 'verified').as('verified'),
      select.fn.countAll<string>().filterWhere('state', '=', 'failed').as('failed'),
      select.fn.countAll<string>().filterWhere('state', '=', 'unknown').as('unknown'),
    ])
    .where('intended_at', '>', later(clock.now(), -window))
    .groupBy('action_id')
    .execute()
  return new Map(
    rows.map(({ action_id, ...counts }) => [
      action_id,
      {
        all: Number(counts.all),
        verified: Number(counts.verified),
        failed: Number(counts.failed),
        unknown: Number(counts.unknown),
      },
    ]),
  )
}

function controlOf(
  { id, title, version, tier, approval }: Action,
  runs: Counts = { all: 0, verified: 0, failed: 0, unknown: 0 },
  stop: ActionControl['stop'],
): ActionControl {
  const when = approval?.when?.text ?? null
  return {
    id,
    title,
    version,
    tier,
    approval: approval && { when, role: approval.role },
    runs,
    stop,
  }
}
