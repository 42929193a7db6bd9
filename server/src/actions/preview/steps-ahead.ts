import type { ActionPreviewStep, ActionRequest } from '@firstline/contract/actions'
import type { WithSources } from '#server/accounts/read-source.ts'
import { buildRequest, draftRequest, shownRequest } from '#server/actions/call/build-request.ts'
import type { Step } from '#server/actions/compile/action.ts'
import { sent } from '#server/actions/compile/sent.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import type { BoundAction } from './bind-action.ts'
import { undoOf } from './describe-action.ts'
import { redact } from './redact.ts'

/**
 * Every step of a chain as it will be sent, as far as that is known: what an earlier step brings about is
 * named in its place. Nothing for an action that is no chain.
 * @throws Invalid when a step lacks a value that no earlier one brings
 */
export function stepsAhead(
  desk: WithSources,
  { action, readings, called }: Pick<BoundAction, 'action' | 'readings' | 'called'>,
): { steps?: ActionPreviewStep[] } {
  if (action.steps.length === 0) return {}
  const steps = action.steps.map((step) => {
    const dependsOn = dependenciesOf(step, action.steps)
    const request = requestAhead(step, dependsOn, called.bindings)
    const { source } = step.verify.read
    const { cel, withinMs } = step.verify
    return {
      id: step.id,
      title: step.title,
      request: redact(desk, { ...action, run: step.run }, readings).scrub(request),
      dependsOn,
      verify: { source, cel, withinSeconds: withinMs / 1_000 },
      undo: undoOf(step.undo),
    }
  })
  return { steps }
}

function dependenciesOf({ run }: Step, steps: readonly Step[]): string[] {
  const names = steps.map(({ id }) => id)
  const named = pathsIn(sent(run)).filter((path) => names.includes(path.split('.', 1)[0] ?? ''))
  return [...new Set(named)]
}

function requestAhead(
  { run }: Step,
  dependsOn: readonly string[],
  bindings: Bindings,
): ActionRequest {
  if (dependsOn.length === 0) return shownRequest(buildRequest(run, bindings))
  return draftRequest(run, bindings, dependsOn)
}
