import { ProblemError } from '@firstline/contract/client'
import type { Me } from '@firstline/contract/team'
import { MutationCache, QueryCache, QueryClient, hashKey } from '@tanstack/react-query'
import { apiQuery, isSessionMissing } from '#web/api.ts'
import { isFramed } from '#web/beside/is-framed.ts'
import { belongTo } from '#web/ui/own-storage.ts'
import { endSession } from '#web/team/session.ts'

/** @param startAnew when another person is there than the one whose page is shown */
export function createQueryClient(startAnew = leavePage): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndedSession, onSuccess: noticeWho }),
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

  function noticeWho(me: unknown, { queryHash }: { queryHash: string }) {
    if (queryHash !== hashKey(apiQuery('getMe').queryKey)) return
    if (belongTo((me as Me).id)) startAnew()
  }

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

/** The panel has no other page to go to. */
function leavePage(): void {
  if (isFramed()) location.reload()
  else location.assign('/')
}
