import { present } from '@firstline/contract/present'
import { requireOffered } from '#server/actions/preview/bind-action.ts'
import { asKept, bindingsOf, readRecords } from '#server/actions/preview/read-records.ts'
import { redact } from '#server/actions/preview/redact.ts'
import type { Redaction } from '#server/actions/preview/redact.ts'
import { buildRequest } from '#server/actions/call/build-request.ts'
import type { TargetRequest } from '#server/actions/call/targets.ts'
import type { Action, Step } from '#server/actions/compile/action.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { isVerified } from '#server/actions/limits/guards.ts'
import { isSame } from '#server/actions/limits/canonical.ts'
import { readStops, stopOf, stopped } from '#server/actions/limits/stops.ts'
import { scopeOn } from '#server/accounts/scope-on.ts'
import { lookAtAccount, requireAccount } from '#server/accounts/scope.ts'
import type { AccountScope, ScopeOn } from '#server/accounts/scope.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { valueAt } from '#server/connections/mapping.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { beforeOf } from './read-verification.ts'

/** A later step of a chain with its values, as it may be sent now. */
export type PreparedStep = {
  action: Action
  step: Step
  called: { scope: ScopeOn; bindings: Bindings }
  request: TargetRequest
  redaction: Redaction
}

/**
 * What is asked before a later step is sent: the definition is still the one that was confirmed, nobody has
 * stopped it, the account is still the ticket's, whose record it is about, and that it is not so yet.
 * @param kept what came of the steps before, by their names
 * @throws Refusal: the chain goes no further
 */
export async function prepareStep(
  desk: ActionDesk,
  viewer: Actor,
  run: RunRow,
  kept: Bindings,
): Promise<PreparedStep> {
  const action = desk.actions.get(run.action_id)
  if (action.definition !== run.definition) {
    const changed = sentence`The action has been changed since it was confirmed`
    throw new Conflict('action.preview-stale', changed)
  }
  const step = present(action.steps[run.step])
  const stop = stopOf(await readStops(desk.db), action.id)
  if (stop) throw stopped(stop)
  const scope = await lookAtAccount(desk, viewer, run.ticket_id)
  requireAccount(scope, run.account_id)
  const { input } = run
  const readings = await readRecords(desk, scope, action, input)
  const before = asKept(beforeOf(run))
  const now = bindingsOf(scope, input, readings)
  await requireProven(desk, scope, { action, step, run, known: { ...kept, before }, now })
  if (isVerified(step.verify, { ...now, ...kept }, before)) {
    throw new Conflict(
      'action.already-so',
      sentence`What this would bring about is the case already`,
    )
  }
  const own = await scopeOn(desk.sources, scope, step.run.connection, { isFresh: true })
  const bindings = { ...bindingsOf(own, input, []), before, ...kept }
  return {
    action,
    step,
    called: { scope: own, bindings },
    request: buildRequest(step.run, bindings),
    redaction: redact(desk, { ...action, run: step.run }, readings),
  }
}

type Proven = { action: Action; step: Step; run: RunRow; known: Bindings; now: Bindings }

/** Whose record it is was proven when the run began; by now it may be another's, or gone. */
async function requireProven(
  desk: ActionDesk,
  scope: AccountScope,
  { action, step, run, known, now }: Proven,
): Promise<void> {
  for (const path of step.proofs) {
    const [root = '', name = '', ...field] = path.split('.')
    if (root === 'input') {
      for (const picked of action.input.fields.filter((each) => each.name === name))
        await requireOffered(desk, scope, picked, run.input)
      continue
    }
    const earlier = action.steps.find(({ id }) => id === root)
    const read = earlier ? earlier.verify.read.name : name
    const value = valueAt(path, known)
    const isValue = (typeof value === 'string' && value !== '') || typeof value === 'number'
    if (isValue && isSame(value, valueAt([read, ...field].join('.'), now) ?? null)) continue
    const said = sentence`“${path}” names no record that this account has now. Nothing was done.`
    throw new Invalid('action.value-not-offered', said)
  }
}
