import type { AnswerHealth } from '@firstline/contract/connections'
import { useMutation, useQuery } from '@tanstack/react-query'
import { apiQuery, callRoute } from '#web/api.ts'

// answers are no events
const often = { refetchInterval: 10_000 }

export function useConnections() {
  return useQuery({ ...apiQuery('listConnections'), ...often })
}

export function useConnection(connection: string) {
  return useQuery({ ...apiQuery('getConnection', { params: { connection } }), ...often })
}

export function useSource(source: string) {
  return useQuery(apiQuery('getSource', { params: { source } }))
}

export function useTrial(source: string) {
  return useMutation({
    mutationFn: (body: { account: string; reason: string; params: Record<string, unknown> }) =>
      callRoute('trySource', { params: { source }, body }),
  })
}

export type HealthState = 'never' | 'good' | 'failing' | 'quiet'

const day = 86_400_000

/** An answer of more than a day ago says little of today. */
export function stateOf({ last }: AnswerHealth, now: number): HealthState {
  if (!last) return 'never'
  if (last.fault) return 'failing'
  return now - Date.parse(last.at) > day ? 'quiet' : 'good'
}
