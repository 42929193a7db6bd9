import type { Call } from '@firstline/contract/client'
import type { ScorecardFigure } from '@firstline/contract/scorecard'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { apiQuery, callRoute } from '#web/api.ts'
import { defaultWeeks, type ScorecardSearch } from './search.ts'

const route = getRouteApi('/signed-in/scorecard')

type Query = NonNullable<Call<'getScorecard'>['query']>

/** What is looked at, as the address says. */
export function useScorecardSearch() {
  const search: ScorecardSearch = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: ScorecardSearch) =>
    void navigate({ search: (before: ScorecardSearch) => ({ ...before, ...next }) })
  return { search, change }
}

export function useScorecard() {
  const { search } = useScorecardSearch()
  return useQuery({
    ...apiQuery('getScorecard', { query: queryOf(search) }),
    placeholderData: keepPreviousData,
  })
}

/** Every type of the period, also while one of them is chosen. */
export function useTypesOfPeriod(): readonly { type: string | null }[] {
  const { search } = useScorecardSearch()
  const { type: _, ...rest } = queryOf(search)
  const all = useQuery({
    ...apiQuery('getScorecard', { query: rest }),
    placeholderData: keepPreviousData,
  })
  return all.data?.types ?? []
}

function queryOf({ weeks, from, to, type, channel }: ScorecardSearch): Query {
  return {
    ...(from ? { from } : { weeks: weeks ?? defaultWeeks }),
    // The last day is meant to be part of the period.
    ...(to && { to: dayAfter(to) }),
    ...(type && { type }),
    ...(channel && { channel }),
  }
}

export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Which tickets to show: those of a figure, in a period and of a type. */
export interface Behind {
  figure: ScorecardFigure
  from: string
  to: string
  type?: string | undefined
  channel?: string | undefined
}

export function useTicketsBehind(behind: Behind) {
  const { figure, from, to, type, channel } = behind
  const query = { figure, from, to, ...(type && { type }), ...(channel && { channel }) }
  return useInfiniteQuery({
    queryKey: ['listScorecardTickets', { query }, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      callRoute(
        'listScorecardTickets',
        { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}
