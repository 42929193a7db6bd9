import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { later } from '#server/core/clock.ts'
import { Refusal, saidOf } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import { findActor } from '#server/team/find-actor.ts'
import type { CallError } from '#server/actions/call/call-outcome.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import {
  actionFailed,
  actionUndone,
  actionUnknown,
  stepNotUndone,
  stepUndone,
} from '#server/actions/events.ts'
import type { RunRow } from '#server/actions/events.ts'
import { keptSteps, nextToUndo, ofStep, refOf, saidError, whyOf, withStep } from './chain.ts'
import { change, columnsOf } from './change-run.ts'
import { findRun } from './read-run.ts'
import { runAction } from './run-action.ts'
import { orderBack } from './undo-action-run.ts'
import { undoClosed } from './way-back.ts'

const executor = system('actions')

/**
 * Takes the steps of a chain back, the last first, each by a run of its own that is verified before the
 * next: by itself when a step has failed, and as somebody has begun it when the whole was verified. What
 * cannot be taken back ends it there, and a person decides.
 */
export async function goBack(desk: ActionDesk, { id }: RunRow): Promise<void> {
  for (;;) {
    const run = await findRun(desk, id)
    const next = nextToUndo(keptSteps(run))
    if (!next || run.state === 'failed') return
    const back = await lastBack(desk, run, next.number)
    if (back?.state === 'verified') {
      await recordUndone(desk, executor, { run, number: next.number, by: back.id })
      continue
    }
    if (back?.state === 'intended' || back?.state === 'verifying') return
    const who = back ? null : await whoGoesOn(desk, run, next.number)
    if (!back && !who) return
    const error = await errorOf(desk, run, who)
    if (error) await stop(desk, run, next, error)
    // its own outcome brings the chain here again
    return
  }
}

/** The last run that was to take this step back. */
function lastBack({ db }: ActionDesk, run: RunRow, number: number): Promise<RunRow | undefined> {
  return db
    .selectFrom('action_run')
    .selectAll()
    .where('undoes', '=', run.id)
    .where('undoes_step', '=', number)
    .orderBy('intended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** `actor` null: may do nothing here any more. */
type GoesOn = { actor: Actor | null; reason: string }

/** The executor where a step has failed; else whoever took back the step after this one. */
async function whoGoesOn(desk: ActionDesk, run: RunRow, number: number): Promise<GoesOn | null> {
  const why = whyOf(keptSteps(run))
  const itself = { actor: executor, reason: why ? textOf(why).slice(0, 500) : run.reason }
  if (run.going_back && run.state === 'verifying') return itself
  const after = keptSteps(run)
    .slice(number)
    .find(({ undoneBy }) => undoneBy !== null)
  if (!after?.undoneBy) return null
  const { actor: ref, reason } = await findRun(desk, after.undoneBy)
  if (ref.kind === 'system') return itself
  const actor = await findActor(desk.db, ref, desk.clock.now())
  return { actor, reason }
}

/** @param who null: it was tried already */
async function errorOf(
  desk: ActionDesk,
  run: RunRow,
  who: GoesOn | null,
): Promise<CallError | null> {
  if (!who) return notTaken
  const { actor, reason } = who
  return actor ? takeBack(desk, actor, { run, reason }) : nobody
}

/** @returns why not; null: it is under way */
async function takeBack(
  desk: ActionDesk,
  actor: Actor,
  { run, reason }: { run: RunRow; reason: string },
): Promise<CallError | null> {
  try {
    if (actor === executor) requireAllOpen(desk, run)
    const { order } = orderBack(desk, run, reason)
    await runAction(desk, actor, order)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // somebody else began it meanwhile
    if (error.reason === 'action-run.undone') return null
    return { reason: error.reason, detail: saidOf(error) }
  }
}

/** Half of them taken back is no better than none: where one is too late, a person decides on all. */
function requireAllOpen({ clock }: ActionDesk, run: RunRow): void {
  const now = clock.now()
  for (const { state, undo, finishedAt } of keptSteps(run)) {
    if (state !== 'verified' || 'none' in undo || finishedAt === null) continue
    if (later(new Date(finishedAt), undo.withinMs) < now) throw undoClosed(undo.withinMs)
  }
}

const notTaken: CallError = {
  reason: 'chain.undo-failed',
  detail: sentence`The run that was to take it back did not work, or nobody knows whether it did`,
}

const nobody: CallError = {
  reason: 'chain.nobody-goes-on',
  detail: sentence`Who took back the step after it may do nothing here any more`,
}

async function stop(
  desk: ActionDesk,
  run: RunRow,
  { number, step }: NonNullable<ReturnType<typeof nextToUndo>>,
  error: CallError,
): Promise<void> {
  // said already
  if (step.undoError?.reason === error.reason && run.state !== 'verifying') return
  await recordStuck(desk, executor, { run, number, error })
}

type Undone = { run: RunRow; number: number; by: string }

const recordUndone = defineVerb({
  permission: 'action:run',
  input: z.custom<Undone>(),
  async run({ tx, clock }, { run, number, by }: Undone) {
    const now = clock.now()
    const taken = { state: 'undone' as const, undoneBy: by, undoError: null }
    const steps = withStep(keptSteps(run), number, taken)
    const why = whyOf(steps)
    const isOver = nextToUndo(steps) === null
    const ended = why && {
      reason: 'chain.undone',
      detail: sentence`${why}. What was done before it was taken back.`,
    }
    const changed = await change(tx, run, [run.state], {
      steps: JSON.stringify(steps),
      ...(isOver && run.going_back
        ? { state: 'failed', finished_at: now, ...columnsOf(ended) }
        : {}),
    })
    const undone = stepUndone(changed, refOf(steps, number), by)
    if (!isOver) return { result: changed, events: [undone] as const }
    const last = run.going_back ? actionFailed(changed) : actionUndone(changed, { id: by })
    return { result: changed, events: [undone, last] as const }
  },
})

type Stuck = { run: RunRow; number: number; error: CallError }

/** A step stays done: a run that was going back is unknown by it, and blocks its action until somebody has looked. */
const recordStuck = defineVerb({
  permission: 'action:run',
  input: z.custom<Stuck>(),
  async run({ tx, clock }, { run, number, error }: Stuck) {
    const steps = withStep(keptSteps(run), number, { undoError: saidError(error) })
    const stays = ofStep(
      steps,
      number,
      sentence`it is done and was not taken back: ${error.detail}`,
    )
    const why = whyOf(steps)
    const half = {
      reason: 'chain.half-done',
      detail: why ? sentence`${why}. ${stays}` : stays,
    }
    const changed = await change(tx, run, [run.state], {
      steps: JSON.stringify(steps),
      ...(run.going_back ? { state: 'unknown', finished_at: clock.now(), ...columnsOf(half) } : {}),
    })
    const stuck = stepNotUndone(changed, refOf(steps, number), saidError(error))
    const events = run.going_back ? ([stuck, actionUnknown(changed)] as const) : ([stuck] as const)
    return { result: changed, events }
  },
})
