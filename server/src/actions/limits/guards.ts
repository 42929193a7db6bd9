import type { Bindings } from '#server/connections/mapping.ts'
import type { ActionGuard } from '@firstline/contract/actions'
import type { ApproverRole } from '@firstline/contract/approvals'
import type { Actor } from '#server/core/actor.ts'
import { isTrue } from '#server/conditions/cel.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import { hours } from '#server/core/clock.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import type { Refusal } from '#server/core/errors.ts'
import { saying, sentence } from '#server/core/sentence.ts'
import { recallCel } from '#server/conditions/recall-cel.ts'
import { verifyNames } from '#server/actions/compile/compile-verify.ts'
import type { Action, Verify } from '#server/actions/compile/action.ts'

/** One thing that decides: shown in the preview, thrown by the executor. */
export type Verdict = ActionGuard & { refusal: Refusal | null }

export function passed(guard: Omit<ActionGuard, 'isPassed'>): Verdict {
  return { ...guard, isPassed: true, refusal: null }
}

export function refused(guard: Omit<ActionGuard, 'isPassed'>, refusal: Refusal): Verdict {
  return { ...guard, isPassed: false, refusal }
}

export function shownGuard({ id, kind, isPassed, say, said, holds, cel }: Verdict): ActionGuard {
  return { id, kind, isPassed, say, ...(said && { said }), ...(holds && { holds }), cel }
}

/** @throws the first refusal, if there is one */
export function requirePassed(verdicts: readonly Pick<Verdict, 'refusal'>[]): void {
  for (const { refusal } of verdicts) if (refusal) throw refusal
}

/** What the data must be like; a condition that cannot be evaluated refuses. */
export function judgeGuards(action: Action, bindings: Bindings): Verdict[] {
  const declared = action.guards.map(({ id, program, say, holds }) => {
    const words = { say, ...(holds === null ? {} : { holds }) }
    const guard = { id, kind: 'guard' as const, ...words, cel: program.text }
    return isTrue(program, bindings)
      ? passed(guard)
      : refused(guard, new Conflict('action.guard-refused', sentence`${say}. Nothing was done.`))
  })
  // what a declared guard says is of more use than that the effect is there already
  const isLeft = declared.every((verdict) => verdict.isPassed)
  const own = isLeft ? [judgeNotYetSo(action.verify, bindings)] : []
  return [...declared, ...own]
}

/** What is true already cannot be verified as this run's doing. */
function judgeNotYetSo(verify: Verify, bindings: Bindings): Verdict {
  const guard = { id: 'not-yet-so', kind: 'guard' as const, cel: `!(${verify.cel})` }
  if (!isVerified(verify, bindings, bindings))
    return passed({ ...guard, ...saying(sentence`What this would bring about is not so yet`) })
  const said = sentence`What this would bring about is the case already`
  const detail = sentence`${said}. Nothing was done.`
  return refused({ ...guard, ...saying(said) }, new Conflict('action.already-so', detail))
}

/** @param before what was read when the run began */
export function isVerified(
  verify: Pick<Verify, 'read' | 'cel' | 'steps'>,
  bindings: Bindings,
  before: Bindings,
): boolean {
  const program = recallCel(verify.cel, verifyNames(verify))
  return isTrue(program, { ...bindings, before })
}

/**
 * Whether a second person has to agree; a condition that cannot be evaluated says yes. Some AI
 * agents wait for a person with everything they do.
 */
export function judgeApproval(action: Action, actor: Actor, bindings: Bindings): Verdict {
  const { approval } = action
  const isWaiting = actor.kind === 'ai_agent' && actor.limits.isWaiting
  const cel = approval?.when?.text ?? null
  const guard = { id: 'approval', kind: 'approval' as const, cel }
  if (!isWaiting && (!approval || isFalse(approval.when, bindings)))
    return passed({ ...guard, ...saying(sentence`Needs no approval`) })
  const said = sentence`Needs the approval of a second person (${approverOf(action).role})`
  const detail = sentence`${said}. Nothing was done; ask for the approval.`
  return refused({ ...guard, ...saying(said) }, new Forbidden('action.needs-approval', detail))
}

function isFalse(when: CelProgram | null, bindings: Bindings): boolean {
  const result = when?.evaluate(bindings)
  return result !== undefined && 'value' in result && result.value === false
}

/** Who may approve, and for how long that is asked; also where only the asker makes it needed. */
export function approverOf({ approval }: Action): { role: ApproverRole; ttlMs: number } {
  return { role: approval?.role ?? 'engineer', ttlMs: approval?.ttlMs ?? 1 * hours }
}
