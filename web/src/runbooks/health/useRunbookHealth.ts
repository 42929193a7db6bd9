import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

/** Of every published runbook, and what no runbook covers. */
export function useRunbookHealth() {
  return useQuery({ ...apiQuery('listRunbookHealth'), staleTime: 60_000 })
}
