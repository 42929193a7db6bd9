import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

type Versions = (Record<string, unknown> | 'deleted')[]
type Token = { ttl: number; renewable: boolean; mayRead: (path: string) => boolean }

/**
 * Answers as HashiCorp Vault documents it (API of 1.x): key/value secrets of version 2, tokens that end, sign-in by
 * a role. What it is not asked for here it does not know.
 */
export type FakeVault = {
  url: string
  /** By `secret/data/shop`: each version of it, the first is 1. */
  secrets: Map<string, Versions>
  tokens: Map<string, Token>
  /** Each that a role gets lives so long, in seconds. */
  roles: Map<string, { secretId: string; ttl: number }>
  isSealed: boolean
  /** Method, path and namespace of each request. */
  asked: string[]
  stop(): Promise<void>
  start(): Promise<void>
}

type Answer = { status: number; body: object }

export async function startFakeVault(): Promise<FakeVault> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { status, body: said } = answer(request, body)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const vault: FakeVault = {
    url: `http://127.0.0.1:${port}`,
    secrets: new Map(),
    tokens: new Map(),
    roles: new Map(),
    isSealed: false,
    asked: [],
    start: () => listen(port),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  afterAll(() => vault.stop())

  function answer({ url = '', method, headers }: IncomingMessage, body: string): Answer {
    const { pathname, searchParams } = new URL(url, vault.url)
    const namespace = String(headers['x-vault-namespace'] ?? '')
    vault.asked.push(`${method} ${url}${namespace && ` in ${namespace}`}`)
    if (vault.isSealed) return errors(503, 'Vault is sealed')
    if (headers['x-vault-request'] !== 'true') return errors(412, 'X-Vault-Request is missing')
    if (pathname === '/v1/auth/approle/login') return signIn(JSON.parse(body))
    const name = String(headers['x-vault-token'] ?? '')
    const token = vault.tokens.get(name)
    if (!token) return errors(403, 'permission denied')
    const { ttl, renewable } = token
    if (pathname === '/v1/auth/token/lookup-self') {
      return { status: 200, body: { data: { id: name, ttl, renewable } } }
    }
    if (pathname === '/v1/auth/token/renew-self') return given(name, token)
    const path = pathname.slice('/v1/'.length)
    if (!token.mayRead(path)) return errors(403, '1 error occurred:\n\t* permission denied\n\n')
    return read(path, Number(searchParams.get('version') ?? 0))
  }

  function signIn({ role_id: role, secret_id: secretId }: Record<string, string>): Answer {
    const known = vault.roles.get(role ?? '')
    if (!known || known.secretId !== secretId) return errors(400, 'invalid role or secret ID')
    const token = { ttl: known.ttl, renewable: false, mayRead: () => true }
    const name = `hvs.${role}-${vault.asked.length}`
    vault.tokens.set(name, token)
    return given(name, token)
  }

  function read(path: string, version: number): Answer {
    const versions = vault.secrets.get(path)
    if (!versions) return { status: 404, body: { errors: [] } }
    const data = versions.at(version - 1)
    if (data === undefined) return { status: 404, body: { errors: [] } }
    if (data === 'deleted') {
      const metadata = { version: versions.length, deletion_time: '2026-01-01T00:00:00Z' }
      return { status: 404, body: { data: { data: null, metadata } } }
    }
    return {
      status: 200,
      body: { data: { data, metadata: { version: version || versions.length } } },
    }
  }

  return vault
}

function given(name: string, { ttl, renewable }: Token): Answer {
  return {
    status: 200,
    body: { auth: { client_token: name, lease_duration: ttl, renewable, policies: ['default'] } },
  }
}

function errors(status: number, text: string): Answer {
  return { status, body: { errors: [text] } }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
