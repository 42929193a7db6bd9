import type { FindBesideTicket } from '@firstline/contract/beside'
import { ProblemError } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { apiQuery, callRoute } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'

/** The ticket here of one there; one that is not here yet is asked for, which is the same however often. */
export function useBrought(params: z.infer<typeof FindBesideTicket>) {
  const mayBring = useMay('ticket:write')
  const found = useQuery(apiQuery('findBesideTicket', { params }))
  const isMissing = mayBring && reasonOf(found.error) === 'beside.not-mirrored'
  const brought = useQuery({
    queryKey: ['mirrorBesideTicket', { params }],
    queryFn: () => callRoute('mirrorBesideTicket', { params }),
    enabled: isMissing && !found.data,
    staleTime: Infinity,
    retry: false,
  })
  const asked = isMissing ? brought : found
  return {
    ticketId: found.data?.id ?? brought.data?.id ?? null,
    isAsking: isMissing && brought.isFetching,
    error: asked.isFetching ? null : asked.error,
    again: () => void asked.refetch(),
  }
}

function reasonOf(error: Error | null): string | null {
  return error instanceof ProblemError ? error.problem.reason : null
}
