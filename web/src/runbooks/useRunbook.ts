import type { Call, ResponseOf } from '@firstline/contract/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiQuery, callRoute } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'

/** One version of a runbook: the published one unless told. */
export function useRunbook(id: string, version?: number) {
  return useQuery({ ...runbookQuery(id, version), placeholderData: keepPreviousData })
}

export function runbookQuery(id: string, version?: number) {
  return apiQuery('getRunbook', { params: { id }, ...(version && { query: { version } }) })
}

type RunbookChange =
  | 'saveRunbookDraft'
  | 'publishRunbook'
  | 'retireRunbook'
  | 'restoreRunbook'
  | 'verifyRunbook'

/** A change of a runbook may close an escalation and match other tickets: all is read again. */
export function useRunbookChange<N extends RunbookChange>(
  name: N,
  onDone: (runbook: ResponseOf<N>) => void,
) {
  const queryClient = useQueryClient()
  return useMutation<ResponseOf<N>, Error, Call<N>>({
    mutationFn: (input) => callRoute(name, input),
    onSuccess(runbook) {
      onDone(runbook)
      void readAgain(queryClient)
    },
  })
}
