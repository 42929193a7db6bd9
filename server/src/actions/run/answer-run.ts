import type { ActionRun } from '@firstline/contract/actions'
import type { DeedContext } from '#server/core/verb.ts'
import { accountOf } from '#server/actions/preview/describe-action.ts'
import type { WithActions } from '#server/actions/desk.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { justRun, readRun } from './read-run.ts'
import { runAction } from './run-action.ts'

/** Runs it and answers what was recorded, without reading it again. */
export async function answerRun(desk: DeedContext & WithActions, order: Order): Promise<ActionRun> {
  const reading = accountOf(desk, order.accountId)
  reading.catch(() => undefined) // looked at when the action has run, whatever became of this
  const run = await runAction(desk, desk.actor, order)
  // what nobody has recorded by now, somebody else may have settled meanwhile
  if (run.state === 'intended') return readRun(desk, run.id)
  return justRun(run, await reading, desk.clock.now())
}
