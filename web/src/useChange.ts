import type { Call, ResponseOf, RouteName } from '@firstline/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readAgain } from './read-again.ts'
import { callRoute } from './api.ts'
import { lastEventOf } from './last-event.ts'
import { isAffected } from './live/affected.ts'

export type ChangeOptions<N extends RouteName> = {
  /** The ticket it happens on, if on one: all that is shown of it is read again at once. */
  ticketId?: string
  /** What the record will call it, where more than the ticket has to be read again. */
  event?: string
  onDone?: (answer: ResponseOf<N>) => void
  /** Also where whoever asked is no longer on the page. */
  onRefused?: (error: Error) => void
}

/** What is sent; and, where it is more than a press of a button, its key and what its writer has seen. */
export type Change<N extends RouteName> = Call<N> & { key?: string; seen?: string | undefined }

/** A route that changes something. The live event follows; one's own change need not wait for it. */
export function useChange<N extends RouteName>(name: N, options: ChangeOptions<N>) {
  const { ticketId = null, event = 'ticket.changed', onDone, onRefused } = options
  const queryClient = useQueryClient()
  return useMutation<ResponseOf<N>, Error, Change<N>>({
    mutationFn: (input) => {
      const shown = ticketId === null ? undefined : lastEventOf(queryClient, ticketId)
      return callRoute(name, input, { key: input.key, seen: input.seen ?? shown })
    },
    onSuccess: (answer) => {
      happens()
      onDone?.(answer)
    },
    // A conflict means that what is shown is old.
    onError: (error) => {
      happens()
      onRefused?.(error)
    },
  })

  function happens() {
    const happened = { name: event, ticketId, accountId: null, actorId: null }
    void readAgain(queryClient, {
      predicate: ({ queryKey }) => isAffected(queryKey, happened),
    })
  }
}
