import * as oidc from 'openid-client'
import { hours, later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { Provider } from './provider-section.ts'
import { SignInRefused } from './sign-in-refused.ts'

/** Where the project is, whose secrets are named in its files. */
export type WithFolder = { sources: { project: { folder: string } } }

const timeoutMs = 10_000
const largestAnswer = 1024 * 1024
const knownFor = 1 * hours
const mostKnown = 50

type Known = { config: oidc.Configuration; until: Date }

/** What providers say of themselves, by all that is declared of them; a node asks again after an hour. */
const knownProviders = new Map<string, Known>()

/**
 * A provider as it describes itself (OpenID Connect Discovery), to be spoken to with our secret.
 * @throws Unavailable `secret.missing`, SignInRefused `untrusted`; whatever `callOut` and the library throw
 */
export async function connectProvider(
  { clock, sources }: { clock: Clock } & WithFolder,
  provider: Provider,
): Promise<oidc.Configuration> {
  const place = { env: process.env, folder: sources.project.folder }
  const secret = resolveSecret(provider.clientSecret, place)
  const key = JSON.stringify([provider.issuer, provider.clientId, secret])
  const known = knownProviders.get(key)
  if (known && known.until > clock.now()) return known.config
  const config = await discover(provider, secret)
  refuseOtherThanPages(config.serverMetadata())
  knownProviders.delete(key)
  knownProviders.set(key, { config, until: later(clock.now(), knownFor) })
  for (const old of [...knownProviders.keys()].slice(0, -mostKnown)) knownProviders.delete(old)
  return config
}

/** To these the browser is sent, and `javascript:` is an address too. */
function refuseOtherThanPages(said: oidc.ServerMetadata): void {
  for (const address of [said.authorization_endpoint, said.end_session_endpoint]) {
    if (address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? '')) continue
    throw new SignInRefused('untrusted', null, new Error(`it sends people to ${address}`))
  }
}

function discover(provider: Provider, secret: string): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer)
  return oidc.discovery(issuer, provider.clientId, undefined, authenticationBy(secret), {
    [oidc.customFetch]: fetchAt(issuer),
    timeout: timeoutMs / 1000,
    // the signature of the answer is checked too, not only who has sent it
    execute: [
      oidc.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  })
}

/** By the header, which every provider is to know (RFC 6749), unless it names only the other way. */
function authenticationBy(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported
    const isBasic = !known || known.includes('client_secret_basic')
    return (isBasic ? basic : post)(server, ...rest)
  }
}

/**
 * The issuer is the operator's, and may be inside the network; what it names elsewhere is called at
 * public addresses only, so that a provider cannot send the desk to what it does not reach itself.
 */
function fetchAt(issuer: URL): oidc.CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const isOwn = new URL(address).origin === issuer.origin
    const answer = await callOut(address, {
      method,
      headers,
      ...(body === undefined || body === null ? {} : { body: textOf(body) }),
      ...(signal ? { signal } : {}),
      timeoutMs,
      maxBytes: largestAnswer,
      reach: isOwn ? 'declared' : 'public',
    })
    return new Response(answer.body, { status: answer.status, headers: answer.headers })
  }
}

function textOf(body: oidc.FetchBody): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body)
  throw new TypeError('A provider is sent forms only')
}
