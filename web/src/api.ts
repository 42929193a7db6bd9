import { createClient, ProblemError } from '@firstline/contract/client'
import type { Call, ResponseOf, RouteName } from '@firstline/contract/client'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { underOneKey } from './under-one-key.ts'

const client = createClient({ baseUrl: '' })

/**
 * A route of the contract as a query. Its key is the route's name and input, which is what live
 * updates look for (live/affected.ts).
 */
export function apiQuery<N extends RouteName>(name: N, input?: Call<N>) {
  return queryOptions({
    queryKey: [name, input ?? {}] as const,
    queryFn: ({ signal }) => callRoute(name, input, { signal }),
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
    queryFn: ({ pageParam, signal }) => callRoute(name, onPage(input, pageParam), { signal }),
    getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
  })
}

function onPage<Input extends { query?: object }>(input: Input, cursor: string | undefined): Input {
  return cursor === undefined ? input : { ...input, query: { ...input.query, cursor } }
}

type CallOptions = {
  signal?: AbortSignal | undefined
  /** Of what somebody wants once, however often it is sent; else it is told by what is sent. */
  key?: string | undefined
  /** Of a change to a ticket: the last of its events that whoever changes it has seen. */
  seen?: string | undefined
  /** It arrives also where the page is closed meanwhile. */
  keepalive?: boolean | undefined
}

/**
 * The only way to the server. A change carries a key, under which the server does it once, unless doing it
 * again is harmless.
 */
export async function callRoute<N extends RouteName>(
  name: N,
  input?: Call<N>,
  { signal = neverAborted, key, seen, keepalive }: CallOptions = {},
): Promise<ResponseOf<N>> {
  const call = client[name] as (
    input: Call<N> | undefined,
    options: {
      signal: AbortSignal
      key?: string
      seen?: string | undefined
      keepalive?: boolean | undefined
    },
  ) => Promise<ResponseOf<N>>
  const { method, repeated }: Route = routes[name]
  if (method === 'GET' || repeated?.is === 'anew') return call(input, { signal, seen, keepalive })
  return underOneKey(`${name} ${JSON.stringify(input)}`, key, (chosen) =>
    call(input, { signal, key: chosen, seen }),
  )
}

/** A change once sent is not taken back by leaving the page. */
const neverAborted = new AbortController().signal

export function isSessionMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
