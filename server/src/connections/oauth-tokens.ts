import { messageOf, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundAnswer, OutboundTls } from '#server/outbound/call-out.ts'

/** A client of an OAuth2 server, with its secret. */
export type TokenWish = {
  tokenUrl: string
  clientId: string
  /** Null: of a client that has none. */
  clientSecret: string | null
  clientAuth: 'basic' | 'body'
  scopes: readonly string[]
  audience: string | null
  /** Given by whom the token is for; without one the client asks for itself. */
  refreshToken?: string | null
  tls: OutboundTls | null
}

/** Tokens that clients have got, each until shortly before it expires. */
export type Tokens = {
  /** @throws Unavailable `connection.no-token` */
  get(wish: TokenWish): Promise<string>
  /** The token was refused: the next one is got anew. */
  forget(wish: TokenWish, token: string): void
  /** Those in use now. */
  known(): string[]
}

type Kept = { token: string; until: number }

const timeoutMs = 10_000
/** A token is not used in its last moments: it would expire on its way. */
const marginMs = 10_000
/** RFC 6749 only recommends that a server says how long. */
const unsaidLifeMs = 60_000

export function createTokens(now: () => number = () => performance.now()): Tokens {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Kept>>()
  return {
    async get(wish) {
      const key = JSON.stringify(wish)
      const known = kept.get(key)
      if (known && known.until > now()) return known.token
      const asked = underWay.get(key) ?? ask(wish, now).finally(() => underWay.delete(key))
      underWay.set(key, asked)
      const fresh = await asked
      kept.set(key, fresh)
      return fresh.token
    },
    forget(wish, token) {
      const key = JSON.stringify(wish)
      if (kept.get(key)?.token === token) kept.delete(key)
    },
    known: () => [...kept.values()].map(({ token }) => token),
  }
}

async function ask(wish: TokenWish, now: () => number): Promise<Kept> {
  const { clientId, clientSecret, clientAuth, scopes, audience, refreshToken, tokenUrl } = wish
  const form = new URLSearchParams({
    grant_type: refreshToken ? 'refresh_token' : 'client_credentials',
  })
  if (refreshToken) form.set('refresh_token', refreshToken)
  if (scopes.length > 0) form.set('scope', scopes.join(' '))
  if (audience !== null) form.set('audience', audience)
  if (clientAuth === 'body') {
    form.set('client_id', clientId)
    if (clientSecret !== null) form.set('client_secret', clientSecret)
  }
  // RFC 6749, 2.3.1: both are encoded as in a form before they are put together
  const basic = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret ?? '')}`
  const asked = now()
  const answer = await callOut(tokenUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(clientAuth === 'basic' ? { authorization: `Basic ${base64(basic)}` } : {}),
    },
    body: form.toString(),
    timeoutMs,
    ...(wish.tls ? { tls: wish.tls } : {}),
  }).catch((error: unknown) => {
    throw noToken(messageOf(error))
  })
  return readToken(answer, asked)
}

function readToken({ status, body }: OutboundAnswer, asked: number): Kept {
  if (status !== 200) throw noToken(`the token's server answered ${status}`)
  const { access_token: token, expires_in: seconds } = parse(body)
  if (typeof token !== 'string' || token === '') throw noToken('its answer has no access_token')
  const life = Number(seconds) > 0 ? Number(seconds) * 1_000 : unsaidLifeMs
  // one that lives shorter than the margin is good for this call
  return { token, until: asked + Math.max(life - marginMs, life / 2) }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function noToken(why: string): Unavailable {
  return new Unavailable('connection.no-token', sentence`No token could be had: ${why}`)
}

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
