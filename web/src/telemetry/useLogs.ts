import type { LogLevel } from '@firstline/contract/telemetry'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { callRoute } from '#web/api.ts'

export const ranges = ['hour', 'day', 'week', 'month'] as const
export type LogRange = (typeof ranges)[number]
/** The store searches at most 31 days at once. */
export const hoursOf: Record<LogRange, number> = { hour: 1, day: 24, week: 168, month: 744 }

export type LogFilter = {
  q: string
  level: LogLevel | null
  service: string | null
  range: LogRange
}
export const emptyFilter: LogFilter = { q: '', level: null, service: null, range: 'day' }

export function useLogs(ticketId: string, filter: LogFilter) {
  const { q, level, service, range } = filter
  const found = useInfiniteQuery({
    queryKey: ['searchLogs', { params: { ticketId }, filter }, 'pages'] as const,
    initialPageParam: null as { cursor: string; from: string; to: string } | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      callRoute(
        'searchLogs',
        {
          params: { ticketId },
          query: {
            ...(q && { q }),
            ...(level && { level }),
            ...(service && { service }),
            // Later pages keep the window of the first, or the cursor would lose its place.
            ...(pageParam ?? {
              from: new Date(Date.now() - hoursOf[range] * 3_600_000).toISOString(),
            }),
          },
        },
        { signal },
      ),
    getNextPageParam: ({ next, from, to }) => (next ? { cursor: next, from, to } : undefined),
  })
  const pages = found.data?.pages ?? []
  return {
    ...found,
    records: pages.flatMap(({ items }) => items),
    services: pages[0]?.services ?? [],
  }
}
