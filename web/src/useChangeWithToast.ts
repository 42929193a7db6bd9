import type { RouteName } from '@firstline/contract/client'
import { useFailure } from './failure.ts'
import { toast } from './ui/Toast.tsx'
import { useChange } from './useChange.ts'
import type { Change, ChangeOptions } from './useChange.ts'

/** A change by a button that has no place of its own for a refusal: a toast says it. */
export function useChangeWithToast<N extends RouteName>(name: N, options: ChangeOptions<N>) {
  const failureOf = useFailure()
  const { isPending, mutate } = useChange(name, options)
  return {
    isPending,
    change: (input: Change<N>) =>
      mutate(input, {
        onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
      }),
  }
}
