import type { Escalation, EscalationState } from '@firstline/contract/escalations'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiPages, apiQuery } from '#web/api.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { useFailure } from '#web/failure.ts'
import { useMe } from '#web/team/useMe.ts'
import { readAgain } from '#web/read-again.ts'

export const states = ['open', 'draft', 'returned', 'closed'] as const

export function useEscalations(state: EscalationState) {
  const list = useInfiniteQuery(apiPages('listEscalations', { query: { state } }))
  const pages = list.data?.pages ?? []
  return {
    ...list,
    escalations: pages.flatMap(({ items }) => items),
    counts: pages.at(-1)?.counts,
  }
}

/** A team as people call it; an escalation may name one that is not set up. */
export function useTeamName(): (to: string) => string {
  const { data } = useQuery({ ...apiQuery('listTeams'), staleTime: 600_000 })
  return (to) => data?.items.find(({ id }) => id === to)?.name ?? to
}

/** Takes an escalation, or lets go of it; whoever was faster is said. */
export function useTake(escalation: Pick<Escalation, 'id' | 'ticket'>) {
  const me = useMe()
  const failureOf = useFailure()
  const queryClient = useQueryClient()
  const change = useChange('assignEscalation', {
    ticketId: escalation.ticket.id,
    event: 'escalation.assigned',
    onDone: () => void readAgain(queryClient, { queryKey: ['listEscalations'] }),
  })
  const assign = (personId: string | null) =>
    change.mutate(
      { params: { id: escalation.id }, body: { personId } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  return {
    isPending: change.isPending,
    take: () => assign(me.id),
    letGo: () => assign(null),
  }
}
