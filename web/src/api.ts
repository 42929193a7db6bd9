import {
  type Call,
  createClient,
  ProblemError,
  type ResponseOf,
  type RouteName,
} from '@firstline/contract/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

export const api = createClient({ baseUrl: '' })

/**
 * A route of the contract as a query. Its key is the route's name and input, which is what live
 * updates look for (live/affected.ts).
 */
export function apiQuery<N extends RouteName>(name: N, input?: Call<N>) {
  return queryOptions({
    queryKey: [name, input ?? {}] as const,
    queryFn: ({ signal }) => callRoute(name, input, signal),
  })
}

type PagedRoute = {
  [N in RouteName]: ResponseOf<N> extends { next: string | null } ? N : never
}[RouteName]

/** A route that answers page by page, as a query of as many pages as were asked for. */
export function apiPages<N extends PagedRoute>(name: N, input: Call<N>) {
  return infiniteQueryOptions({
    queryKey: [name, input, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => callRoute(name, onPage(input, pageParam), signal),
    getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
  })
}

function onPage<Input extends { query?: object }>(input: Input, cursor: string | undefined): Input {
  return cursor === undefined ? input : { ...input, query: { ...input.query, cursor } }
}

export function callRoute<N extends RouteName>(
  name: N,
  input: Call<N> | undefined,
  signal: AbortSignal,
): Promise<ResponseOf<N>> {
  const call = api[name] as (
    input: Call<N> | undefined,
    options: { signal: AbortSignal },
  ) => Promise<ResponseOf<N>>
  return call(input, { signal })
}

export function isSessionMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
