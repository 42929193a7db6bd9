import type { ActionRequest } from '@firstline/contract/actions'
import type { CompiledCall } from '#server/actions/compile/compile-call.ts'
import { UnfitValues } from '#server/connections/compose-call.ts'
import { MissingValue, setAt } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { targetOf } from './targets.ts'
import type { TargetRequest } from './targets.ts'

/** @throws Invalid `action.request-incomplete` | `action.request-unfit` */
export function buildRequest(call: CompiledCall, bindings: Bindings): TargetRequest {
  const target = targetOf(call)
  try {
    return target.build(call, bindings)
  } catch (error) {
    const isOfValues = error instanceof MissingValue || error instanceof UnfitValues
    const detail = target.cannotBeMade(isOfValues ? error.said : messageOf(error))
    if (error instanceof UnfitValues) throw new Invalid('action.request-unfit', detail)
    if (error instanceof MissingValue || error instanceof RangeError)
      throw new Invalid('action.request-incomplete', detail)
    throw error
  }
}

/**
 * As people see it, of one that lacks values which only come about before it is sent: each is named in its
 * place, and is judged when it is there.
 * @throws Invalid `action.request-incomplete`
 */
export function draftRequest(
  call: CompiledCall,
  bindings: Bindings,
  later: readonly string[],
): ActionRequest {
  const target = targetOf(call)
  try {
    return target.draft(call, withNamed(bindings, later))
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error
    throw new Invalid('action.request-incomplete', target.cannotBeMade(error.said))
  }
}

function withNamed(bindings: Bindings, paths: readonly string[]): Bindings {
  const named = { ...bindings }
  for (const path of paths) setAt(named, path.split('.'), `‹${path}›`)
  return named
}

/** As people see it: where the secrets stand, not what they are. */
export function shownRequest(request: TargetRequest): ActionRequest {
  return targetOf(request).shown(request)
}
