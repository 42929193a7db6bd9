import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { Configuration } from 'oidc-provider'

/** What the company's directory says of somebody, by the provider's own name for them. */
type DirectoryEntry = {
  email?: string
  email_verified?: boolean
  name?: string
  groups?: string[]
}

type Claims = Record<string, unknown>
export type IdentityProvider = {
  issuer: string
  clientId: string
  directory: Map<string, DirectoryEntry>
  /** What the next ID tokens are instead, signed by the provider’s own key unless it makes them itself. */
  tamper: ((claims: Claims, signed: (claims: Claims, alg?: string) => string) => string) | null
  /** Answers of the endpoint for tokens. */
  tokenAnswers: number
  stop(): Promise<void>
}

type Wanted = {
  /** Where it sends people back to. */
  callbacks: readonly string[]
  afterSignOut: string
  port?: number
  /** What it says of itself, in place of what is so. */
  says?: Readonly<Record<string, string>> | undefined
  /** Whether the claims stand in the token; else they are asked for. */
  isTokenFull?: boolean
}

/** Of the desk at any of these providers. */
export const clientSecret = 'a secret of the desk and its provider'

const scopes = 'openid email profile groups'

/** A real OpenID Provider (npm oidc-provider, certified) on this machine, with its own page to sign in. */
export async function startIdentityProvider(wanted: Wanted): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((done) => {
    server.listen(wanted.port ?? 0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }
  const running: IdentityProvider = {
    issuer: `http://localhost:${port}`,
    clientId: 'firstline',
    directory: new Map(),
    tamper: null,
    tokenAnswers: 0,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(running.issuer, settingsOf(running, wanted, jwk))
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/.well-known/openid-configuration' && wanted.says) {
      ctx.body = { ...Object(ctx.body), ...wanted.says }
    }
    if (ctx.path !== '/token') return
    running.tokenAnswers += 1
    const body = ctx.body as { id_token?: string } | undefined
    if (!running.tamper || !body?.id_token) return
    const claims = claimsIn(body.id_token)
    body.id_token = running.tamper(claims, (said, alg = 'RS256') => tokenOf(said, alg, jwk))
  })
  const handle = provider.callback()
  server.on('request', (request, response) => void handle(request, response))
  return running
}

function settingsOf(running: IdentityProvider, wanted: Wanted, jwk: object): Configuration {
  return {
    clients: [
      {
        client_id: running.clientId,
        client_secret: clientSecret,
        redirect_uris: [...wanted.callbacks],
        post_logout_redirect_uris: [wanted.afterSignOut],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of this test'] },
    claims: { email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: scopes.split(' '),
    conformIdTokenClaims: !wanted.isTokenFull,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...running.directory.get(id) }),
    }),
    // who signs in has agreed: it is the company’s own
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId
      const clientId = oidc.client?.clientId
      if (accountId === undefined || clientId === undefined) return undefined
      const grant = new oidc.provider.Grant({ accountId, clientId })
      grant.addOIDCScope(scopes)
      await grant.save()
      return grant
    },
  }
}

function claimsIn(token: string): Claims {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
}

function tokenOf(claims: Claims, alg: string, jwk: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const said = `${part({ alg, kid: 'test' })}.${part(claims)}`
  if (alg === 'none') return `${said}.`
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' })
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`
}
