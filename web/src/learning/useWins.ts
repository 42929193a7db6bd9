import type { WinState } from '@firstline/contract/learning'
import { useInfiniteQuery } from '@tanstack/react-query'
import { apiPages } from '#web/api.ts'
import { useChange } from '#web/useChange.ts'

export function useWins(state: WinState) {
  return useInfiniteQuery(apiPages('listWins', { query: { state } }))
}

export function useDecideWin<N extends 'nameWin' | 'declineWin'>(name: N, onDone: () => void) {
  return useChange(name, { event: 'win.decided', onDone })
}
