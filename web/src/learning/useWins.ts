import type { WinState } from '@firstline/contract/learning'
import { useInfiniteQuery } from '@tanstack/react-query'
import { callRoute } from '#web/api.ts'
import { useChange } from '#web/useChange.ts'

export function useWins(state: WinState) {
  return useInfiniteQuery({
    queryKey: ['listWins', { query: { state } }, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      callRoute('listWins', { query: { state, ...(pageParam && { cursor: pageParam }) } }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function useDecideWin<N extends 'nameWin' | 'declineWin'>(name: N, onDone: () => void) {
  return useChange(name, { event: 'win.decided', onDone })
}
