import type { Call, RouteName, ResponseOf } from '@firstline/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { readAgain } from '#web/read-again.ts'

/** A change of people or keys; what is shown of the team is read again, a refusal is said. */
export function useTeamChange<N extends RouteName>(
  name: N,
  onDone?: (answer: ResponseOf<N>) => void,
) {
  const queryClient = useQueryClient()
  const failureOf = useFailure()
  return useMutation<ResponseOf<N>, Error, Call<N>>({
    mutationFn: (input) => callRoute(name, input),
    onSuccess: (answer) => onDone?.(answer),
    onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
    onSettled: () =>
      Promise.all(
        ['getTeam', 'listAiAgents'].map((name) => readAgain(queryClient, { queryKey: [name] })),
      ),
  })
}
