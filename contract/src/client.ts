import { ownProperty } from './own-property.ts'
import type { z } from 'zod'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

export type Routes = typeof routes
type Callable = { [N in keyof Routes]: Routes[N] extends { raw: object } ? never : N }[keyof Routes]
export type RouteName = Callable

type Empty = Record<never, never>
type In<S> = S extends z.ZodType ? z.input<S> : never
type Part<R, K extends string> =
  R extends Record<K, infer S>
    ? Empty extends In<S>
      ? { [P in K]?: In<S> }
      : { [P in K]: In<S> }
    : unknown
export type Call<N extends RouteName> = Part<Routes[N], 'params'> &
  Part<Routes[N], 'query'> &
  Part<Routes[N], 'body'>
type Options = {
  signal?: AbortSignal
  /** The same request under the same key is done once, however often it is sent. */
  key?: string | undefined
  /** The last event of the ticket that was seen: what is newer refuses the change. */
  seen?: string | undefined
  /** It arrives also where the page that asks is closed meanwhile; for a little only. */
  keepalive?: boolean | undefined
}
type Args<N extends RouteName> =
  Empty extends Call<N> ? [input?: Call<N>, options?: Options] : [input: Call<N>, options?: Options]
export type ResponseOf<N extends RouteName> = z.output<Routes[N]['response']>
export type Client = { [N in RouteName]: (...args: Args<N>) => Promise<ResponseOf<N>> }

/** A refused call: `problem` says why, `problem.reason` is stable. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export type ClientConfig = {
  baseUrl: string
  headers?: () => Record<string, string>
  fetch?: typeof fetch
}

/**
 * The API as functions, one per route of the table.
 * @throws ProblemError for every answer that is not 2xx, and for a server that cannot be reached
 *   (`reason` = `network.unreachable`).
 */
export function createClient(config: ClientConfig): Client {
  const callable = Object.entries(routes).filter(([, route]) => !('raw' in route))
  return Object.fromEntries(
    callable.map(([name, route]) => [
      name,
      (input?: CallInput, options?: Options) => call(config, route, input ?? {}, options),
    ]),
  ) as unknown as Client
}

type CallInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

async function call(config: ClientConfig, route: Route, input: CallInput, options: Options = {}) {
  const hasBody = route.body !== undefined
  const request: RequestInit = {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      ...(options.seen === undefined ? {} : { 'seen-event': options.seen }),
      ...config.headers?.(),
    },
    ...(hasBody ? { body: JSON.stringify(input.body ?? {}) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
  }
  const response = await reach(config, urlOf(route, input), request)
  if (response.ok) return response.status === 204 ? {} : await response.json()
  throw new ProblemError(await problemOf(response))
}

async function reach(config: ClientConfig, url: string, request: RequestInit) {
  try {
    return await (config.fetch ?? fetch)(config.baseUrl + url, request)
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new ProblemError({
      type: 'about:blank',
      title: 'The server could not be reached',
      status: 0,
      reason: 'network.unreachable',
    })
  }
}

function urlOf(route: Route, { params = {}, query = {} }: CallInput): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(ownProperty(params, key))),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(key, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const parsed = Problem.safeParse(body)
  if (parsed.success) return parsed.data
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    reason: 'http.unexpected',
  }
}
