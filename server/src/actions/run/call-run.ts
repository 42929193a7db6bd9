import type { Actor } from '#server/core/actor.ts'
import { Refusal } from '#server/core/errors.ts'
import { callTarget } from '#server/actions/call/call-target.ts'
import { jobOf } from '#server/actions/call/job-of.ts'
import type { CallOutcome } from '#server/actions/call/call-outcome.ts'
import type { TargetRequest } from '#server/actions/call/targets.ts'
import type { Action, Poll } from '#server/actions/compile/action.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { readStops, stopOf, stoppedBecause } from '#server/actions/limits/stops.ts'
import type { BoundAction } from '#server/actions/preview/bind-action.ts'
import type { Redaction } from '#server/actions/preview/redact.ts'
import { keptAnswer } from './chain.ts'
import { recordCall } from './record-outcome.ts'

type Call = {
  action: Action
  /** Of a chain, the step that it has come to. */
  step: { poll: Poll | null; kept?: readonly string[] }
  called: BoundAction['called']
  request: TargetRequest
  redaction: Redaction
}

/** Calls what was just intended, whose intent nobody else has written, and records what became of it. */
export async function callRun(
  desk: ActionDesk,
  actor: Actor,
  intended: RunRow,
  { action, step, called, request, redaction }: Call,
): Promise<RunRow> {
  await desk.at?.('intended')
  if (desk.clock.now() >= intended.call_deadline) return intended // slept: the settling job has it now
  const outcome = await callTarget(desk.sources, {
    action: action.id,
    scope: called.scope,
    request,
    idempotencyKey: keyOf(intended),
    limits: action.limits,
    hindrance: () => stoppedMeanwhile(desk, action.id),
  })
  await desk.at?.('called')
  const { http } = desk.sources.connections
  const { bindings } = called
  const job = jobOf(
    { poll: step.poll, limits: action.limits },
    { request, bindings, outcome },
    http,
  )
  const shown = redaction.scrub(outcome)
  const { kept } = step
  const answer = kept && { raw: outcome.said?.body, shown: shown.said?.body }
  return record(desk, actor, intended, {
    outcome: shown,
    job,
    ...(answer && kept ? { kept: keptAnswer({ kept }, answer) } : {}),
  })
}

/** Each step of a chain has its own; the first, as any other run, that of the run. */
function keyOf({ id, step }: RunRow): string {
  return step > 1 ? `${id}-${step}` : id
}

/** Somebody may have stopped it between the intent and the call, or between two attempts. */
async function stoppedMeanwhile(desk: ActionDesk, action: string): Promise<CallOutcome['error']> {
  const stop = stopOf(await readStops(desk.db), action)
  return stop ? { reason: 'action.stopped', detail: stoppedBecause(stop) } : null
}

async function record(
  desk: ActionDesk,
  actor: Actor,
  run: RunRow,
  called: Omit<Parameters<typeof recordCall>[2], 'run'>,
): Promise<RunRow> {
  try {
    return await recordCall(desk, actor, { run, ...called })
  } catch (error) {
    // the target took longer than anybody should: the run is settled by what the system shows
    if (error instanceof Refusal && error.reason === 'action-run.settled') return run
    throw error
  }
}
