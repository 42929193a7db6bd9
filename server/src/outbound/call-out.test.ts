import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { callOut } from './call-out.ts'

const seen: string[] = []
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
  routes[request.url!.split('?')[0]!]?.(request, response)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const { port } = server.address() as AddressInfo
const origin = `http://127.0.0.1:${port}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/api/ok': (_, response) => response.setHeader('x-answer', 'yes').end('{"ok":true}'),
  '/api/redirect': (_, response) => response.writeHead(302, { location: `${origin}/secret` }).end(),
  '/api/silent': () => undefined,
  '/api/slow-body': (_, response) => void response.write('{'),
  '/api/huge': (_, response) => void response.end('x'.repeat(5_000)),
  '/api/echo': (request, response) => void request.pipe(response),
  '/api/broken': (_, response) => void response.destroy(),
}

test('a call goes to the declared address, with its method, body and headers', async () => {
  const answer = await callOut(`${origin}/api`, {
    method: 'POST',
    path: '/echo?x=1',
    body: 'hello ü',
    headers: { authorization: 'Bearer t' },
    timeoutMs: 1_000,
  })
  expect(answer).toMatchObject({ status: 200, body: 'hello ü' })
  expect(seen.at(-1)).toBe('POST /api/echo?x=1 Bearer t')
})

test('without a path the declared address itself is called', async () => {
  const answer = await callOut(`${origin}/api/ok`, { timeoutMs: 1_000 })
  expect(answer).toMatchObject({ status: 200, body: '{"ok":true}', headers: { 'x-answer': 'yes' } })
})

test.each([
  ['climbs out', '/../secret'],
  ['climbs out in disguise', '/%2e%2e/secret'],
  ['names another host', '//evil.example/x'],
  ['changes the host', '@evil.example/x'],
])('a path that %s is refused before anything is sent', async (_, path) => {
  const before = seen.length
  await expect(callOut(`${origin}/api`, { path, timeoutMs: 500 })).rejects.toMatchObject({
    kind: expect.stringMatching(/forbidden|unavailable/),
  })
  expect(seen.slice(before)).not.toContainEqual(expect.stringContaining('secret'))
})

test('a redirect is never followed', async () => {
  await expect(callOut(origin, { path: '/api/redirect', timeoutMs: 1_000 })).rejects.toMatchObject({
    reason: 'outbound.redirected',
  })
  expect(seen).not.toContain('GET /secret')
})

test.each([
  'http://169.254.169.254/latest',
  'http://[fe80::1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[64:ff9b::169.254.169.254]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[::169.254.169.254]/',
  'http://[fd00:ec2::254]/',
])('the local link and metadata address %s is refused also when declared', async (address) => {
  await expect(callOut(address, { timeoutMs: 500 })).rejects.toMatchObject({
    reason: 'outbound.forbidden',
  })
})

test.each(['ftp://host/x', 'file:///etc/passwd'])('%s is no http address', async (address) => {
  await expect(callOut(address, { timeoutMs: 500 })).rejects.toMatchObject({
    reason: 'outbound.forbidden',
  })
})

test('localhost may be declared', async () => {
  await expect(
    callOut(`http://localhost:${port}/api/ok`, { timeoutMs: 1_000 }),
  ).resolves.toMatchObject({ status: 200 })
})

test.each(['silent', 'slow-body'])('%s: it times out', async (path) => {
  await expect(callOut(origin, { path: `/api/${path}`, timeoutMs: 100 })).rejects.toMatchObject({
    reason: 'outbound.timeout',
  })
})

test('an answer larger than allowed is cut off', async () => {
  await expect(
    callOut(origin, { path: '/api/huge', timeoutMs: 1_000, maxBytes: 1_000 }),
  ).rejects.toMatchObject({
    reason: 'outbound.too-large',
  })
})

test('nobody listening, and a connection that breaks, is unreachable', async () => {
  await expect(callOut('http://127.0.0.1:1', { timeoutMs: 1_000 })).rejects.toMatchObject({
    reason: 'outbound.unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  })
  await expect(callOut(origin, { path: '/api/broken', timeoutMs: 1_000 })).rejects.toMatchObject({
    reason: 'outbound.unreachable',
  })
})

test('who stops waiting gets their own end', async () => {
  const leaving = new AbortController()
  const call = callOut(origin, { path: '/api/silent', timeoutMs: 5_000, signal: leaving.signal })
  leaving.abort(new Error('left'))
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
})
