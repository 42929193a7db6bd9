import { setupSteps } from '@firstline/contract/setup'
import type { SetupSteps } from '@firstline/contract/setup'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'

const steps = apiQuery('listSetupSteps')

/** For administrators; of others nothing is asked. */
export function useSetup() {
  const isAsked = useMay('admin:manage')
  return useQuery({ ...steps, enabled: isAsked })
}

/** Whether something is to be done yet. Once nothing is, no ticket that comes has it asked again. */
export function useIsSetUpLeft(): boolean {
  const isAsked = useMay('admin:manage')
  const isDone = ({ state }: { state: { data: SetupSteps | undefined } }) =>
    state.data !== undefined && !isLeft(state.data)
  const { data } = useQuery({ ...steps, enabled: (query) => isAsked && !isDone(query) })
  return data !== undefined && isLeft(data)
}

export function isLeft({ states }: SetupSteps): boolean {
  return setupSteps.some((step) => states[step] === 'open' || states[step] === 'failing')
}
