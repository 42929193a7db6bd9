import type { HttpDefinition } from './connection-form.ts'
import { X509Certificate, createHash } from 'node:crypto'
import { present } from '@firstline/contract/present'
import { Unavailable } from '#server/core/errors.ts'
import { isSecretPlace } from '#server/core/secrets.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundAnswer, OutboundRequest, OutboundTls } from '#server/outbound/call-out.ts'
import { base64 } from './oauth-tokens.ts'
import type { TokenWish, Tokens } from './oauth-tokens.ts'
import type { Signature } from './sign-call.ts'

/** Calls the declared host and no other, signed as it is told. */
export type HttpConnection = {
  call(request: SignedRequest): Promise<OutboundAnswer>
  /**
   * The path of an address that an answer names, below the declared one; null where it is elsewhere.
   * @param from the path of the call that was answered
   */
  below(location: string, from: string): string | null
  /** What must not be repeated by anybody: the secrets that a call with these signatures carries. */
  secrets(signatures: readonly Signature[]): string[]
}
type SignedRequest = OutboundRequest & { signatures: readonly Signature[] }

export type Means = {
  /** @throws Unavailable `secret.missing` */
  secret(reference: string): string
  /** Asks anew for secrets that are kept elsewhere. @returns whether any is another one now */
  renew(references: readonly string[]): Promise<boolean>
  tokens: Tokens
}

export function openHttp(
  declared: HttpDefinition,
  { secret, renew, tokens }: Means,
): HttpConnection {
  const baseUrl = () => secret(declared.base_url)
  const headers = () => mapValues(declared.headers ?? {}, secret)

  async function call(request: SignedRequest) {
    const { signatures, ...outbound } = request
    const tls = tlsOf(declared, secret)
    const answer = await callOut(baseUrl(), {
      ...(await signed(outbound, signatures)),
      ...(tls ? { tls } : {}),
    })
    if (answer.status !== 401) return answer
    // surely nothing was done: what it was signed with may have been replaced, so once more with that
    const isRenewed = await renewed(signatures)
    if (!isRenewed) return answer
    return callOut(baseUrl(), {
      ...(await signed(outbound, signatures)),
      ...(tls ? { tls } : {}),
    })
  }

  async function renewed(signatures: readonly Signature[]): Promise<boolean> {
    const isAnother = await renew(referencesOf(signatures))
    const client = signatures.find(({ secret: from }) => typeof from === 'object')
    const wish = client && wishOf(client)
    if (wish) tokens.forget(wish, await tokens.get(wish))
    return isAnother || client !== undefined
  }

  async function signed(
    request: Omit<SignedRequest, 'signatures'>,
    signatures: readonly Signature[],
  ): Promise<Omit<SignedRequest, 'signatures'>> {
    const written = await Promise.all(
      signatures.map(async (signature) => ({ ...signature, text: await textOf(signature) })),
    )
    const at = (place: Signature['place']) => written.filter((each) => each.place === place)
    const cookies = [
      ...(request.headers?.cookie ? [request.headers.cookie] : []),
      ...at('cookie').map(({ name, text }) => `${name}=${encodeURIComponent(text)}`),
    ]
    return {
      ...request,
      path: withQuery(request.path ?? '', at('query')),
      headers: {
        ...headers(),
        ...request.headers,
        ...Object.fromEntries(at('header').map(({ name, text }) => [name, text])),
        ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
      },
    }
  }

  async function textOf(signature: Signature): Promise<string> {
    const { secret: from, prefix } = signature
    const value =
      typeof from === 'string' ? secret(from) : await tokens.get(present(wishOf(signature)))
    return prefix + (prefix === 'Basic ' ? basicOf(value) : value)
  }

  function wishOf({ secret: from }: Signature): TokenWish | null {
    const { oauth } = declared
    if (typeof from === 'string' || !oauth) return null
    return {
      tokenUrl: new URL(secret(from.tokenUrl), baseUrl()).href,
      clientId: secret(oauth.client_id),
      clientSecret: secret(oauth.client_secret),
      clientAuth: oauth.client_auth ?? 'basic',
      scopes: from.scopes,
      audience: oauth.audience ?? null,
      tls: tlsOf(declared, secret),
    }
  }

  function referencesOf(signatures: readonly Signature[]): string[] {
    return [
      ...signatures.map(({ secret: from }) => (typeof from === 'string' ? from : '')),
      ...Object.values(declared.headers ?? {}),
      declared.oauth?.client_secret ?? '',
    ].filter(isSecretPlace)
  }

  function secrets(signatures: readonly Signature[]): string[] {
    const values = referencesOf(signatures).flatMap((reference) => optional(reference, secret))
    return [...values, ...values.map(basicOf), ...tokens.known()]
  }

  function below(location: string, from: string): string | null {
    const base = new URL(baseUrl())
    const prefix = base.pathname.replace(/\/$/, '')
    const asked = new URL(`${prefix}${from}`, base)
    if (!URL.canParse(location, asked.href)) return null
    const url = new URL(location, asked)
    const isBelow = url.origin === base.origin && url.pathname.startsWith(`${prefix}/`)
    return isBelow ? url.pathname.slice(prefix.length) + url.search : null
  }

  return { call, below, secrets }
}

/** `user:password`; a key alone is a user without password, as many APIs want it. */
function basicOf(value: string): string {
  return base64(value.includes(':') ? value : `${value}:`)
}

function withQuery(path: string, keys: readonly { name: string; text: string }[]): string {
  if (keys.length === 0) return path
  const query = new URLSearchParams(keys.map(({ name, text }): [string, string] => [name, text]))
  return `${path}${path.includes('?') ? '&' : '?'}${query}`
}

function mapValues(values: Record<string, string>, change: (value: string) => string) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), change(value)]),
  )
}

function optional(reference: string, secret: Means['secret']): string[] {
  try {
    return [secret(reference)]
  } catch {
    return [] // not set: the call itself says so
  }
}

/** @throws Unavailable `connection.certificate` when what is there is no certificate */
export function tlsOf(
  { tls }: Pick<HttpDefinition, 'tls'>,
  secret: Means['secret'],
): OutboundTls | null {
  if (!tls) return null
  const read = {
    ...(tls.ca ? { ca: secret(tls.ca) } : {}),
    ...(tls.cert && tls.key ? { cert: secret(tls.cert), key: secret(tls.key) } : {}),
  }
  for (const pem of [read.ca, read.cert]) if (pem !== undefined) requireCertificate(pem)
  return { ...read, id: createHash('sha256').update(JSON.stringify(read)).digest('hex') }
}

function requireCertificate(pem: string): void {
  if (isCertificate(pem)) return
  const detail = sentence`What the connection names is no certificate (PEM)`
  throw new Unavailable('connection.certificate', detail)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
