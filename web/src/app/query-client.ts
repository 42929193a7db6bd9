import { ProblemError } from '@firstline/contract/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { apiQuery, isSessionMissing } from '#web/api.ts'
import { endSession } from '#web/team/session.ts'

export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndedSession }),
    mutationCache: new MutationCache({ onError: noticeEndedSession }),
    defaultOptions: {
      // Live events say when something changed; age alone is no reason to ask often.
      // Without a network it is said at once: what would be paused looks like nothing, and leaves later
      // by itself, when nobody waits for it any more.
      queries: { staleTime: 30_000, retry: mayHelpToRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  return queryClient

  function noticeEndedSession(error: Error) {
    const wasSignedIn = queryClient.getQueryData(apiQuery('getMe').queryKey) !== undefined
    if (wasSignedIn && isSessionMissing(error)) endSession()
  }
}

/** A refusal stays one; only a server that is away may be back a moment later. */
function mayHelpToRetry(failureCount: number, error: Error): boolean {
  const status = error instanceof ProblemError ? error.problem.status : 0
  return failureCount < 1 && (status === 0 || status >= 502)
}
