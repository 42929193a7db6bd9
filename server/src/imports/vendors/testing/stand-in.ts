import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Request = {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}

/** Undefined: 404. A number: that status. */
export type Route = (request: Request) => unknown

type Fault = { status: number; headers?: Record<string, string> }

export type StandIn = {
  url: string
  /** Method and path of every request that was let in, in order. */
  seen: string[]
  /** Answers to the next requests, instead of real ones. */
  faults: Fault[]
  stop(): Promise<void>
}

/**
 * A vendor's API for tests: real HTTP, the vendor's way of signing in, its paging, and faults when
 * asked for. What lies below /files/ has a signed address: it is let out without the key only.
 * @param authorization the header that is let in, as `name: value`
 * @param port any free one unless given
 */
export async function startStandIn(
  authorization: string,
  route: Route,
  port = 0,
): Promise<StandIn> {
  const [name = '', value] = authorization.split(': ')
  const seen: string[] = []
  const faults: Fault[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://stand-in')
      const isSigned = url.pathname.startsWith('/files/')
      const hasKey = request.headers[name] === value
      if (isSigned === hasKey) return response.writeHead(401).end('{}')
      const fault = faults.shift()
      if (fault) return response.writeHead(fault.status, fault.headers).end('{"error":"fault"}')
      seen.push(`${request.method} ${url.pathname}${url.search}`)
      const { pathname: path, searchParams: query } = url
      const answer = route({ method: request.method ?? 'GET', path, query, body })
      if (answer === undefined || typeof answer === 'number') {
        return response.writeHead(answer ?? 404).end('{}')
      }
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    faults,
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

/** One page of a list; pages count from 1. */
export function pageOf<Item>(items: readonly Item[], page: number, size = 3): Item[] {
  return items.slice((page - 1) * size, page * size)
}
