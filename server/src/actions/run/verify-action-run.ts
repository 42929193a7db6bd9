import { VerifyAction } from '@firstline/contract/actions'
import type { ActionRun } from '@firstline/contract/actions'
import { Conflict, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithActions } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
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
    if (run.going_back) return leaveHalfDone(desk, run)
    const { isTrue, detail, seen } = await readVerification(desk, desk.actor, run)
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
      ...(seen ? { seen } : {}),
    })
    return readRun(desk, run.id)
  },
})

/** What a chain left done has been looked at: it blocks nothing any more, and its record says what stays. */
async function leaveHalfDone(desk: DeedContext & WithActions, run: RunRow): Promise<ActionRun> {
  const detail = sentence`A person has seen to it: it stays as it is`
  const error = {
    reason: 'chain.half-done',
    detail: sentence`${run.error_detail ?? ''}. ${detail}`,
  }
  await recordSettlement(desk, desk.actor, { run, state: 'failed', isTrue: null, detail, error })
  return readRun(desk, run.id)
}
