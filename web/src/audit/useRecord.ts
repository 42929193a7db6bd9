import type { RecordFilter } from '@firstline/contract/audit'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { apiQuery, callRoute } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'

/** Pages without an end, newest first; read again when a newer seal covers more of them. */
export function useRecord(filter: RecordFilter) {
  const sealed = useRecordState().data?.sealed?.number
  const list = useInfiniteQuery({
    queryKey: ['listRecord', { query: filter }, 'pages', sealed] as const,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      callRoute(
        'listRecord',
        { query: { ...filter, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return { ...list, entries: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** Looks again each second while somebody verifies. */
export function useRecordState() {
  return useQuery({
    ...apiQuery('getRecordState'),
    refetchInterval: ({ state }) => (isRunning(state.data) ? 1_000 : 60_000),
  })
}

export function isRunning(
  state: { lastCheck: { finishedAt: string | null } | null } | undefined,
): boolean {
  return state?.lastCheck?.finishedAt === null
}

export function useCheckRecord() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => callRoute('checkRecord', { body: {} }),
    onSettled: () => readAgain(queryClient, { queryKey: ['getRecordState'] }),
  })
}
