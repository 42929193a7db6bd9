import type { ActionPreview } from '@firstline/contract/actions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callRoute } from '#web/api.ts'

/**
 * The preview of one action on one record. It is read once: what one confirms must not change under
 * the eyes. `readAgain` reads it anew and keeps the old one, to say what differs.
 */
export function usePreview(ticketId: string, action: string, input: Record<string, unknown>) {
  const [before, setBefore] = useState<ActionPreview | null>(null)
  const query = useQuery({
    // Not a route's name, so that no live event reads it again.
    queryKey: ['preview of an action', ticketId, action, input],
    queryFn: ({ signal }) =>
      callRoute('previewAction', { params: { ticketId }, body: { action, input } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return {
    preview: query.data,
    before,
    error: query.error,
    isReading: query.isFetching,
    readAgain() {
      setBefore(query.data ?? null)
      return query.refetch()
    },
  }
}
