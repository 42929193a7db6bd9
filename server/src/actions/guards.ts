import type { ActionGuard } from '@firstline/contract/actions'
import { compileCel, isTrue } from '#server/core/cel.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import type { Refusal } from '#server/core/errors.ts'
import { verifyNames } from './compile-action.ts'
import type { Action, Bindings, Verify } from './action.ts'

/** One thing that decides: shown in the preview, thrown by the executor. */
export type Verdict = ActionGuard & { refusal: Refusal | null }

export function passed(guard: Omit<ActionGuard, 'isPassed'>): Verdict {
  return { ...guard, isPassed: true, refusal: null }
}

export function refused(guard: Omit<ActionGuard, 'isPassed'>, refusal: Refusal): Verdict {
  return { ...guard, isPassed: false, refusal }
}

export function shownGuard({ id, kind, isPassed, say, cel }: Verdict): ActionGuard {
  return { id, kind, isPassed, say, cel }
}

/** @throws the first refusal, if there is one */
export function requirePassed(verdicts: readonly Verdict[]): void {
  for (const { refusal } of verdicts) if (refusal) throw refusal
}

/** What the data must be like; a condition that cannot be evaluated refuses. */
export function judgeGuards(action: Action, bindings: Bindings): Verdict[] {
  const declared = action.guards.map(({ id, program, say }) => {
    const guard = { id, kind: 'guard' as const, say, cel: program.text }
    return isTrue(program, bindings)
      ? passed(guard)
      : refused(guard, new Conflict('action.guard-refused', `${say}. Nothing was done.`))
  })
  // what a declared guard says is of more use than that the effect is there already
  const isLeft = declared.every((verdict) => verdict.isPassed)
  const own = isLeft ? [judgeNotYetSo(action.verify, bindings)] : []
  return [...declared, ...own, judgeApproval(action, bindings)]
}

/** What is true already cannot be verified as this run's doing. */
function judgeNotYetSo(verify: Verify, bindings: Bindings): Verdict {
  const say = 'What this would bring about is the case already'
  const guard = { id: 'not-yet-so', kind: 'guard' as const, say, cel: `!(${verify.cel})` }
  if (!isVerified(verify, bindings, bindings)) return passed(guard)
  return refused(guard, new Conflict('action.already-so', `${say}. Nothing was done.`))
}

/** @param before what was read when the run began */
export function isVerified(
  verify: Pick<Verify, 'read' | 'cel'>,
  bindings: Bindings,
  before: Bindings,
): boolean {
  const program = compileCel(verify.cel, verifyNames(verify.read.name))
  return isTrue(program, { ...bindings, before })
}

/** Approval is not built yet: what needs it does not run. A condition that fails needs it. */
function judgeApproval({ approval }: Action, bindings: Bindings): Verdict {
  const say = `Needs the approval of a second person (${approval?.role ?? 'engineer'})`
  const guard = {
    id: 'approval',
    kind: 'approval' as const,
    say,
    cel: approval?.when?.text ?? null,
  }
  const { value } = { value: undefined, ...approval?.when?.evaluate(bindings) }
  if (!approval || (approval.when && value === false))
    return passed({ ...guard, say: 'Needs no approval' })
  return refused(
    guard,
    new Forbidden(
      'action.needs-approval',
      `${say}, which this version cannot ask for. Escalate instead; nothing was done.`,
    ),
  )
}
