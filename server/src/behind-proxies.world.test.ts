import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import type { SignInSecurity } from '@firstline/contract/sign-in'
import { afterAll, expect, test } from 'vitest'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { serve } from './serve.ts'
import { addPerson } from './team/add-person.ts'
import { createTestDesk } from './testing/desk.ts'
import { eventually } from './testing/eventually.ts'
import { freePort } from './testing/free-port.ts'
import { domain, proxyKinds, startProxy } from './testing/proxies.ts'
import type { Proxy, ProxyKind } from './testing/proxies.ts'

/** Two web nodes on one database, and before them the files of `deploy/` in the real proxies. */
const desk = await createTestDesk()
const home = await mkdtemp(join(tmpdir(), 'firstline-behind-'))
afterAll(() => rm(home, { recursive: true }))
const publicUrl = `https://${domain}`
const login = { email: 'lena@desk.example', password: 'tangerine-kettle-voltage-42' }

async function startNode(port: number) {
  const env = { PORT: String(port), SMTP_IN_PORT: '0', PUBLIC_URL: publicUrl }
  const app = await createApp(
    readConfig({ ...env, LOG_LEVEL: 'silent', FIRSTLINE_HOME: home }),
    desk.url,
  )
  const node = await serve(app, 'web')
  return {
    app,
    async stop() {
      await node.stop()
      await app.close()
    },
  }
}

const [onePort, twoPort] = [await freePort(), await freePort()]
let one = await startNode(onePort)
const two = await startNode(twoPort)
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()])
})
await addPerson(one.app, system('test'), { ...login, name: 'Lena', role: 'lead', line: 'L1' })

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** A browser on a machine of its own: the proxy sees 127.0.0.9. */
function browser({ port, ca }: Proxy) {
  const cookies = new Map<string, string>()
  return async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      ca,
      servername: domain,
      localAddress: '127.0.0.9',
      agent: false,
      headers: { host: domain, origin: publicUrl, ...(cookie ? { cookie } : {}), ...headers },
    })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = set.split(';', 1)[0]!.split(/=(.*)/s) // a cookie is never empty
      cookies.set(name, value)
    }
    return answer
  }
}

type Visit = ReturnType<typeof browser>

const asJson = { 'content-type': 'application/json' }

async function signIn(proxy: Proxy, more: Record<string, string> = {}) {
  const visit = browser(proxy)
  const sent = { method: 'POST', headers: { ...asJson, ...more }, body: JSON.stringify(login) }
  const answer = await visit('/api/auth/sign-in/email', sent)
  expect(answer.statusCode, await text(answer)).toBe(200)
  return { visit, cookies: answer.headers['set-cookie'] ?? [] }
}

async function withProxy(kind: ProxyKind, use: (proxy: Proxy) => Promise<void>): Promise<void> {
  const proxy = await startProxy(kind, [onePort, twoPort])
  try {
    await use(proxy)
  } finally {
    await proxy.stop()
  }
}

function writeTicket(visit: Visit, subject: string) {
  const ticket = { contactEmail: 'dana@northwind.example', subject, text: 'Hello' }
  return visit('/api/tickets', { method: 'POST', headers: asJson, body: JSON.stringify(ticket) })
}

for (const kind of proxyKinds) {
  test(`behind ${kind} there is only https, with its cookies`, () =>
    withProxy(kind, async (proxy) => {
      const { visit, cookies } = await signIn(proxy)
      expect(cookies.join()).toMatch(/__Secure-[^,]*; Secure/)
      const me = await visit('/api/me')
      expect(me.headers['strict-transport-security']).toMatch(/max-age=31536000/)
      expect(await json(me)).toMatchObject({ name: 'Lena' })
      const asked = get({
        host: '127.0.0.1',
        port: proxy.plainPort,
        path: '/tickets?x=1',
        headers: { host: domain },
      })
      const [sentOn] = (await once(asked, 'response')) as [IncomingMessage]
      sentOn.resume()
      expect(sentOn.statusCode).toBeGreaterThanOrEqual(301)
      expect(sentOn.headers.location).toBe('https://desk.example.com/tickets?x=1')
    }))

  test(`behind ${kind} the desk knows who really asks, whatever they say`, () =>
    withProxy(kind, async (proxy) => {
      const forged = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.8' }
      const { visit } = await signIn(proxy, { ...forged, 'x-real-ip': '203.0.113.9' })
      const answer = (await json(await visit('/api/me/sign-in'))) as SignInSecurity
      expect(answer.sessions.find(({ isThis }) => isThis)).toMatchObject({ address: '127.0.0.9' })
    }))

  test(`behind ${kind} what happens is seen at once, at whichever node`, () =>
    withProxy(kind, async (proxy) => {
      const { visit } = await signIn(proxy)
      const streams = [await visit('/api/events'), await visit('/api/events')]
      const heard = streams.map((stream) => {
        let all = ''
        stream.setEncoding('utf8').on('data', (part: string) => (all += part))
        return () => all
      })
      const { id } = (await json(await writeTicket(visit, `Behind ${kind}`))) as { id: string }
      // nothing else is sent that would push it on
      await eventually(() => {
        for (const all of heard) expect(all()).toContain(id)
      })
      for (const stream of streams) stream.destroy()
    }))

  test(`behind ${kind} a large file goes up`, () =>
    withProxy(kind, async (proxy) => {
      const { visit } = await signIn(proxy)
      const body = Buffer.alloc(24 * 1024 * 1024, 'ticket,at,activity\n')
      const headers = { 'content-type': 'application/octet-stream' }
      const sent = { method: 'POST', headers, body }
      const answer = await visit('/api/import-uploads?name=log.csv', sent)
      expect(answer.statusCode, await text(answer)).toBe(200)
    }))

  test(`behind ${kind} a session holds at each node, and one that is away is not missed`, () =>
    withProxy(kind, async (proxy) => {
      const { visit } = await signIn(proxy)
      await one.stop()
      const answers: string[] = []
      const ask = async (answer: IncomingMessage) =>
        answers.push(`${answer.statusCode} ${(await text(answer)).slice(0, 200)}`)
      for (let asked = 0; asked < 6; asked += 1) await ask(await visit('/api/me'))
      if (kind === 'caddy') {
        // Caddy 2.6 has closed what a request brings when it asks the other node: until it has seen that
        // one is away
        await eventually(async () => {
          for (let asked = 0; asked < 4; asked += 1) {
            const { statusCode } = await writeTicket(visit, 'With one node')
            expect(statusCode).toBe(200)
          }
        })
      }
      for (let asked = 0; asked < 6; asked += 1) await ask(await writeTicket(visit, 'With one'))
      one = await startNode(onePort)
      expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([])
    }))
}

test('the log of nginx has no token of a link in a mail', () =>
  withProxy('nginx', async (proxy) => {
    const visit = browser(proxy)
    for (const path of ['/help/sign-in/first-secret', '/rate/second-secret?value=up', '/help']) {
      ;(await visit(path)).resume()
    }
    await eventually(async () => expect(await proxy.accessLog()).toContain('GET /help HTTP'))
    expect(await proxy.accessLog()).not.toContain('secret')
  }))
