import type { ActionRun } from '@firstline/contract/actions'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

const underWay: ReadonlySet<ActionRun['state']> = new Set(['intended', 'verifying'])

/** The runs on a ticket, newest first; while one is under way also without live events. */
export function useActionRuns(ticketId: string): ActionRun[] {
  const { data } = useQuery({
    ...apiQuery('listActionRuns', { params: { ticketId } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => underWay.has(run.state)) ? 2_000 : false,
  })
  return data?.items ?? none
}

const none: ActionRun[] = []
