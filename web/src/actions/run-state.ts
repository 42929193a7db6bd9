import type { ActionRunState } from '@firstline/contract/actions'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<ActionRunState, Meaning> = {
  intended: 'pending',
  verifying: 'pending',
  verified: 'held',
  failed: 'broken',
  unknown: 'pending',
}

export function meaningOfRun(state: ActionRunState): Meaning {
  return meanings[state]
}
