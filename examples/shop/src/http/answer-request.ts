import { timingSafeEqual, createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Refused } from '#shop/http/refused.ts'
import { routes } from '#shop/http/routes.ts'
import type { Answer } from './call.ts'
import type { Shop } from '#shop/shop.ts'

export function answerRequest(
  shop: Shop,
  adminLogin: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const send = ({ status, body = '', headers = {} }: Answer) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  answerOf(shop, adminLogin, request).then(send, (error: unknown) => send(problemOf(error)))
}

async function answerOf(shop: Shop, adminLogin: string, request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://shop')
  if (url.pathname.startsWith('/admin/') && !isLetIn(request, adminLogin)) {
    throw new Refused(401, 'unauthorized', 'Sign in with user and password')
  }
  for (const { method, path, run } of routes) {
    const found = request.method === method ? path.exec(url.pathname) : null
    if (found) {
      const body = method === 'POST' ? readJson(await text(request)) : null
      return run(shop, { id: found.groups?.id ?? '', query: url.searchParams, body })
    }
  }
  throw new Refused(404, 'not_found', `There is no ${request.method} ${url.pathname}`)
}

function isLetIn(request: IncomingMessage, login: string): boolean {
  const digest = (said: string) => createHash('sha256').update(said).digest()
  const expected = `Basic ${Buffer.from(login).toString('base64')}`
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(expected))
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refused(400, 'bad_request', 'The body is not JSON')
  }
}

function problemOf(error: unknown): Answer {
  if (!(error instanceof Refused)) process.stderr.write(`${String(error)}\n`)
  const { status, code, message } =
    error instanceof Refused ? error : new Refused(500, 'broken', 'Something broke')
  const headers = status === 401 ? { 'www-authenticate': 'Basic realm="admin"' } : {}
  return { status, headers, body: JSON.stringify({ error: { code, message } }) }
}
