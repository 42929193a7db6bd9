import { VerifyAction } from '@firstline/contract/actions'
import type { ActionRun } from '@firstline/contract/actions'
import { Conflict, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithActions } from '#server/actions/desk.ts'
import { findRun, readRun } from './read-run.ts'
import { readVerification } from './read-verification.ts'
import { recordSettlement } from './record-outcome.ts'

/**
 * A person has an unknown run read again and settled: verified if it is so, failed if it is not
 * and the time in which it should have become so is over.
 */
export const verifyActionRun = defineDeed({
  permission: 'action:run',
  input: VerifyAction,
  async run(desk: DeedContext & WithActions, { runId }): Promise<ActionRun> {
    const run = await findRun(desk, runId)
    if (run.state !== 'unknown') {
      throw new Conflict('action-run.not-unknown', 'The outcome of this run is known already')
    }
    const { isTrue, detail } = await readVerification(desk, desk.actor, run)
    if (isTrue === null)
      throw new Unavailable('action-run.unreadable', sentence`It is still unknown. ${detail}`)
    if (!isTrue && run.verify_until && desk.clock.now() < run.verify_until) {
      throw new Conflict(
        'action-run.too-early',
        'It is not so yet, but may still become so: it is being read until its time is over',
      )
    }
    const error = { reason: 'verify.not-so', detail: sentence`Read again: it has not happened` }
    const state = isTrue ? ('verified' as const) : ('failed' as const)
    await recordSettlement(desk, desk.actor, {
      run,
      state,
      isTrue,
      detail,
      error: isTrue ? null : error,
    })
    return readRun(desk, run.id)
  },
})
