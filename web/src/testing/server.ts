import { vi } from 'vitest'

type Answer = { status?: number; headers?: Record<string, string>; body: unknown }
type Answers = Record<string, Answer | ((url: URL) => Answer)>

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
    const { status = 200, headers = {}, body } = typeof found === 'function' ? found(url) : found
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
