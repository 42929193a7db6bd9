import type { IncidentState } from '@firstline/contract/incidents'
import { useInfiniteQuery } from '@tanstack/react-query'
import { apiPages } from '#web/api.ts'

export const states = ['open', 'past'] as const

export function useIncidents(state: IncidentState) {
  const list = useInfiniteQuery(apiPages('listIncidents', { query: { state } }))
  const pages = list.data?.pages ?? []
  return {
    ...list,
    incidents: pages.flatMap(({ items }) => items),
    counts: pages.at(-1)?.counts,
  }
}
