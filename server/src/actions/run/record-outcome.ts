import type { Sentence } from '@firstline/contract/sentence'
import type { Transaction, Updateable } from 'kysely'
import { z } from 'zod'
import { later } from '#server/core/clock.ts'
import type { ActionRun, DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Job } from '#server/actions/call/job-of.ts'
import type { CallError, CallOutcome } from '#server/actions/call/call-outcome.ts'
import {
  actionAccepted,
  actionFailed,
  actionUndone,
  actionUnknown,
  actionVerified,
} from '#server/actions/events.ts'
import type { RunRow } from '#server/actions/events.ts'
import { verifyOf } from './kept-definition.ts'
import { settleJob } from './settle-job.ts'

type State = 'intended' | 'verifying' | 'verified' | 'failed' | 'unknown'

type Called = { run: RunRow; outcome: CallOutcome; job: Job | null }

/** What became of the call. @throws Conflict `action-run.settled` when somebody settled it meanwhile */
export const recordCall = defineVerb({
  permission: 'action:run',
  input: z.custom<Called>(),
  async run({ tx, clock }, { run, outcome, job }: Called) {
    const now = clock.now()
    const { withinMs } = verifyOf(run)
    const [state, eventOf] = afterCall[outcome.kind]
    const changed = await change(tx, run.id, ['intended'], {
      state,
      called_at: now,
      attempts: outcome.attempts,
      answer: outcome.answer && JSON.stringify(outcome.answer),
      ...columnsOf(outcome.error),
      job: job && JSON.stringify(job),
      verify_until:
        outcome.kind === 'refused' ? null : later(now, Math.max(withinMs, job?.withinMs ?? 0)),
      finished_at: outcome.kind === 'accepted' ? null : now,
    })
    const jobs = outcome.kind === 'refused' ? [] : [settleJob(run.id, now)]
    return { result: changed, events: [eventOf(changed)] as const, jobs }
  },
})

const afterCall = {
  accepted: ['verifying', actionAccepted],
  refused: ['failed', actionFailed],
  uncertain: ['unknown', actionUnknown],
} as const satisfies Record<CallOutcome['kind'], [State, (run: RunRow) => NewEvent]>

/** Nobody recorded what became of the call: the process that made it, or should have, is gone. */
export const recordInterruption = defineVerb({
  permission: 'action:run',
  input: z.custom<{ run: RunRow }>(),
  async run({ tx, clock }, { run }: { run: RunRow }) {
    const now = clock.now()
    const { withinMs } = verifyOf(run)
    const changed = await change(tx, run.id, ['intended'], {
      state: 'unknown',
      ...columnsOf({
        reason: 'run.interrupted',
        detail: sentence`Firstline stopped while the target was being called`,
      }),
      verify_until: later(now, withinMs),
      finished_at: now,
    })
    return { result: changed, events: [actionUnknown(changed)], jobs: [settleJob(run.id, now)] }
  },
})

export type Settlement = {
  run: RunRow
  state: 'verified' | 'failed' | 'unknown'
  isTrue: boolean | null
  detail: Sentence
  /** Of an unknown one: how long it is still looked for by itself. */
  readUntil?: Date
  /** Why it is not verified. */
  error: CallError | null
}

/** The end of a run, as the system itself was read. */
export const recordSettlement = defineVerb({
  permission: 'action:run',
  input: z.custom<Settlement>(),
  async run({ tx, clock }, settled: Settlement) {
    const { run, state, error } = settled
    const now = clock.now()
    const changed = await change(tx, run.id, [run.state], {
      state,
      reading_at: now,
      reading_is_true: settled.isTrue,
      reading_detail: textOf(settled.detail),
      reading_said: JSON.stringify(settled.detail),
      ...(settled.readUntil ? { verify_until: settled.readUntil } : {}),
      finished_at: now,
      ...columnsOf(error),
    })
    if (state === 'failed') return { result: changed, events: [actionFailed(changed)] }
    if (state === 'unknown') return { result: changed, events: [actionUnknown(changed)] }
    return { result: changed, events: [actionVerified(changed), ...(await undoneBy(tx, changed))] }
  },
})

/** In English for the record, and with its values apart for who reads it in another language. */
function columnsOf(error: CallError | null) {
  return {
    error_reason: error?.reason ?? null,
    error_detail: error && textOf(error.detail),
    error_said: error && JSON.stringify(error.detail),
  }
}

async function undoneBy(tx: Transaction<DB>, run: RunRow): Promise<NewEvent[]> {
  if (run.undoes === null) return []
  const undone = await tx
    .selectFrom('action_run')
    .selectAll()
    .where('id', '=', run.undoes)
    .executeTakeFirstOrThrow()
  return [actionUndone(undone, run)]
}

/** Several may settle a run at once: a late answer, the job, a person. The first wins. */
async function change(
  tx: Transaction<DB>,
  id: string,
  from: readonly State[],
  values: Updateable<ActionRun>,
): Promise<RunRow> {
  const changed = await tx
    .updateTable('action_run')
    .set(values)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  if (!changed) throw new Conflict('action-run.settled', 'The run was settled meanwhile')
  return changed
}
