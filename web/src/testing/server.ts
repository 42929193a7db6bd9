import { Problem } from '@firstline/contract/problem'
import { mayRefuse } from '@firstline/contract/route'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { vi } from 'vitest'
import type { ZodError } from 'zod'

type Answer = { status?: number; headers?: Record<string, string>; body: unknown }
type Answers = Record<string, Answer | ((url: URL, request: RequestInit) => Answer)>

const impossible: string[] = []

/** What the fakes have answered since the last call, and the real server never would. */
export function impossibleAnswers(): string[] {
  return impossible.splice(0)
}

/**
 * Answers `fetch` by "METHOD /path". A path nobody answers is a 404 problem, as on the real server;
 * `undefined` is a network that is away.
 */
export function serve(answers: Answers) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    const url = new URL(path, 'http://firstline.test')
    const name = `${request.method ?? 'GET'} ${url.pathname}`
    asked.push(`${name}${url.search}`)
    if (name in answers && answers[name] === undefined) throw new TypeError('Failed to fetch')
    const found = answers[name] ?? problem(404, 'route.not-found')
    const {
      status = 200,
      headers = {},
      body,
    } = typeof found === 'function' ? found(url, request) : found
    const wrong = impossibleIn(request.method ?? 'GET', url.pathname, status, body)
    if (wrong) impossible.push(`${name} → ${status}: ${wrong}`)
    return new Response(JSON.stringify(body), { status, headers })
  })
  return { asked, answers }
}

export function problem(status: number, reason: string): Answer {
  return {
    status,
    body: { type: 'about:blank', title: reason, status, reason, instance: 'req-42' },
  }
}

/** @returns what the contract says against this answer */
function impossibleIn(
  method: string,
  path: string,
  status: number,
  body: unknown,
): string | undefined {
  if (path.startsWith('/api/auth/')) return undefined // a library’s own
  const route = routeOf(method, path)
  if (!route) return status === 404 ? undefined : 'no such route'
  const answer: unknown = JSON.parse(JSON.stringify(body ?? null))
  if (status < 400) return faultsOf(route.response.safeParse(answer).error)
  const problem = Problem.safeParse(answer)
  if (!problem.success) return faultsOf(problem.error)
  const { reason } = problem.data
  const isExpected = reason === 'route.not-found' || mayRefuse(route, reason)
  return isExpected ? undefined : `${reason} is not declared`
}

function faultsOf(error: ZodError | undefined): string | undefined {
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}

function routeOf(method: string, path: string): Route | undefined {
  const fits = Object.values<Route>(routes).filter(
    (route) => route.method === method && patternOf(route.path).test(path),
  )
  // `/api/lists/one` before `/api/lists/{id}`
  return fits.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
