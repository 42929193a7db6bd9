import { setupSteps } from '@firstline/contract/setup'
import type { SetupSteps } from '@firstline/contract/setup'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'

const steps = apiQuery('listSetupSteps')

/** A mail that comes, or a system that answers, is seen so soon; no ticket has it asked again everywhere. */
const whileLeftMs = 5_000

/** Watched, as long as something is to be done yet. For administrators; of others nothing is asked. */
export function useSetup() {
  const isAsked = useMay('admin:manage')
  return useQuery({
    ...steps,
    enabled: isAsked,
    refetchInterval: ({ state: { data } }) => (data && !isLeft(data) ? false : whileLeftMs),
  })
}

/** Whether something is to be done yet. */
export function useIsSetUpLeft(): boolean {
  const isAsked = useMay('admin:manage')
  const { data } = useQuery({ ...steps, enabled: isAsked })
  return data !== undefined && isLeft(data)
}

export function isLeft({ states }: SetupSteps): boolean {
  return setupSteps.some((step) => states[step] === 'open' || states[step] === 'failing')
}
