import type { LiveEvent } from '@firstline/contract/live'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiQuery } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'
import { isAffected } from './affected.ts'
import { connectLive } from './connect-live.ts'
import type { LiveState } from './connect-live.ts'
import { isToldByRows, placeRows, showCounts } from './place-rows.ts'

// A stream ends now and then and comes back within a second; nobody needs to know.
const patienceMs = 2_500

/** Keeps every query on the page current; answers whether the stream is up. */
export function useLiveEvents(): LiveState {
  const queryClient = useQueryClient()
  const [state, setState] = useState<LiveState>('live')
  const [shown, setShown] = useState<LiveState>('live')

  useEffect(
    () =>
      connectLive({
        onEvents: (events) => void readAgain(queryClient, { predicate: isHitBy(events) }),
        onRows: (rows) => placeRows(queryClient, rows),
        onManyRows: () => void readAgain(queryClient, { predicate: isShownByRows }),
        onCounts: (counts) => showCounts(queryClient, counts),
        onResync: () => void readAgain(queryClient),
        onRefused: () => void readAgain(queryClient, { queryKey: apiQuery('getMe').queryKey }),
        onState(next) {
          setState(next)
          if (next === 'live') void queryClient.refetchQueries({ predicate: hasFailed })
        },
      }),
    [queryClient],
  )

  useEffect(() => {
    const wait = setTimeout(() => setShown(state), state === 'live' ? 0 : patienceMs)
    return () => clearTimeout(wait)
  }, [state])
  return shown
}

/** What could not be read while the server was away is read as soon as it is back. */
function hasFailed({ state }: { state: { status: string } }) {
  return state.status === 'error'
}

function isShownByRows({ queryKey }: { queryKey: readonly unknown[] }) {
  return isToldByRows(queryKey)
}

function isHitBy(events: LiveEvent[]) {
  return ({ queryKey }: { queryKey: readonly unknown[] }) =>
    events.some((event) => isAffected(queryKey, event))
}
