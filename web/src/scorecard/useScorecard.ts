import type { Call } from '@firstline/contract/client'
import type { Scorecard, ScorecardFigure } from '@firstline/contract/scorecard'
import type { IntegritySignal } from '@firstline/contract/scorecard-insights'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { apiQuery, callRoute } from '#web/api.ts'
import { defaultWeeks, filterNames } from './search.ts'
import type { ScorecardSearch } from './search.ts'

const route = getRouteApi('/signed-in/scorecard')

type Query = NonNullable<Call<'getScorecard'>['query']>
type Filter = Pick<Query, (typeof filterNames)[number]>

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

/** Of the period and type alone: an attempt has no channel, product or line. */
export function useSelfService() {
  const { search } = useScorecardSearch()
  const { from, to, weeks, type } = queryOf(search)
  const query = {
    ...(from && { from }),
    ...(to && { to }),
    ...(weeks !== undefined && { weeks }),
    ...(type !== undefined && { type }),
  }
  return useQuery({
    ...apiQuery('getSelfService', { query }),
    placeholderData: keepPreviousData,
  })
}

export function useIntegrity() {
  const { search } = useScorecardSearch()
  return useQuery({
    ...apiQuery('getIntegrity', { query: queryOf(search) }),
    placeholderData: keepPreviousData,
  })
}

/** The last whole week on the page against the one before; without an own period, of today. */
export function useWhatChanged({ weeks, to, asOf }: Scorecard) {
  const { search } = useScorecardSearch()
  const end = Math.min(Date.parse(to), Date.parse(asOf))
  const last = weeks.findLast(({ week }) => Date.parse(dayAfter(week, 7)) <= end)
  const week = search.from && last ? { week: last.week } : {}
  return useQuery({
    ...apiQuery('getScorecardChange', { query: { ...filterOf(search), ...week } }),
    placeholderData: keepPreviousData,
  })
}

/** What there is to filter by, in all of the history. */
export function useChoices() {
  return useQuery(apiQuery('getScorecardChoices')).data
}

function queryOf(search: ScorecardSearch): Query {
  const { weeks, from, to } = search
  return {
    ...(from ? { from } : { weeks: weeks ?? defaultWeeks }),
    // The last day is meant to be part of the period.
    ...(to && { to: dayAfter(to) }),
    ...filterOf(search),
  }
}

function filterOf(search: ScorecardSearch): Filter {
  const chosen = filterNames.filter((name) => search[name] !== undefined)
  return Object.fromEntries(chosen.map((name) => [name, search[name]]))
}

export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What a count counts. */
export type Counted =
  | { figure: ScorecardFigure; signal?: never }
  | { signal: IntegritySignal; team?: string; figure?: never }

/** Which tickets to show: of this, in a period, of a type, with the filters of the page. */
export type Behind = Counted & { from: string; to: string; type?: string }

export function useTicketsBehind(behind: Behind) {
  const { search } = useScorecardSearch()
  const query = { ...filterOf(search), ...behind }
  const name = behind.signal ? 'listIntegrityTickets' : 'listScorecardTickets'
  return useInfiniteQuery({
    queryKey: [name, { query }, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const page = { query: { ...query, ...(pageParam && { cursor: pageParam }) } }
      return behind.signal
        ? callRoute('listIntegrityTickets', page as Call<'listIntegrityTickets'>, { signal })
        : callRoute('listScorecardTickets', page as Call<'listScorecardTickets'>, { signal })
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** Where a table of what is looked at comes as a file. */
export function exportAddress(
  search: ScorecardSearch,
  more: { table: 'weeks' | 'types' | 'tickets' } & Partial<Behind>,
): string {
  const query = { ...queryOf(search), ...more }
  if (more.from) delete query.weeks
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)])
  return `/api/scorecard/export?${new URLSearchParams(pairs)}`
}
