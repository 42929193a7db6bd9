import { setupSteps } from '@firstline/contract/setup'
import type { SetupSteps } from '@firstline/contract/setup'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'

/** For administrators; of others nothing is asked. */
export function useSetup() {
  const isAsked = useMay('admin:manage')
  return useQuery({ ...apiQuery('listSetupSteps'), enabled: isAsked })
}

/** Whether something is to be done yet. */
export function useIsSetUpLeft(): boolean {
  const { data } = useSetup()
  return data !== undefined && isLeft(data)
}

export function isLeft({ states }: SetupSteps): boolean {
  return setupSteps.some((step) => states[step] === 'open' || states[step] === 'failing')
}
