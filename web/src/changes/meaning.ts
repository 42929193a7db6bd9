import type { ComponentState } from '@firstline/contract/changes'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<ComponentState, Meaning> = {
  operational: 'neutral',
  degraded: 'pending',
  outage: 'broken',
}

export function meaningOfState(state: ComponentState): Meaning {
  return meanings[state]
}
