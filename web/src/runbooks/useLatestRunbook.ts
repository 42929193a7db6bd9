import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { runbookQuery } from './useRunbook.ts'

/** The draft if one waits, else the published version: what an editor goes on from. */
export function useLatestRunbook(id: string) {
  const queryClient = useQueryClient()
  return queryOptions({
    queryKey: ['getRunbook', { params: { id } }, 'latest'] as const,
    async queryFn() {
      const published = await queryClient.fetchQuery({ ...runbookQuery(id), staleTime: 0 })
      const { draftVersion, shown } = published
      if (draftVersion === null || draftVersion === shown.version) return published
      return queryClient.fetchQuery({ ...runbookQuery(id, draftVersion), staleTime: 0 })
    },
  })
}
