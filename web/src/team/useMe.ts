import type { Permission } from '@firstline/contract/permissions'
import type { Me } from '@firstline/contract/team'
import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

/** The signed-in person; below the signed-in part of the router it is always loaded. */
export function useMe(): Me {
  return useSuspenseQuery(apiQuery('getMe')).data
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
