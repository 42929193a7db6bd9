import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { isReachable } from './address-range.ts'
import type { Reach } from './address-range.ts'
import { Forbidden, Unavailable, messageOf } from '#server/core/errors.ts'
import { refuseInTransaction } from '#server/core/refuse-in-transaction.ts'
import { sentence } from '#server/core/sentence.ts'

export type OutboundRequest = {
  method?: string
  /** Appended to the declared address; with its query. */
  path?: string
  headers?: Record<string, string>
  body?: string
  timeoutMs: number
  signal?: AbortSignal
  /** Of an answer that is longer: refused, unless only its first bytes are wanted. */
  maxBytes?: number
  isFirstBytesEnough?: boolean
  /** `declared` unless told: somebody in a browser may reach public addresses only. */
  reach?: Reach
  /** Certificates of this call; `id` is the same when they are. */
  tls?: OutboundTls
}
export type OutboundTls = { id: string; ca?: string; cert?: string; key?: string }
export type OutboundAnswer = { status: number; headers: Record<string, string>; body: string }

const defaultMaxBytes = 2 * 1024 * 1024

/**
 * A call to a system the project declares, and to no other: the path cannot leave the declared
 * address, redirects are not followed, and the address that a name resolves to is checked as it is
 * connected to. The local link and clouds' metadata are never called, this machine only where it was
 * declared by name or number, and with `reach: 'public'` nothing that is private, reserved or
 * translated.
 * @throws Unavailable `outbound.timeout` | `outbound.unreachable` | `outbound.too-large`,
 *   Forbidden `outbound.forbidden` | `outbound.redirected`
 */
export async function callOut(declared: string, request: OutboundRequest): Promise<OutboundAnswer> {
  refuseInTransaction('Another system')
  const url = targetOf(declared, request.path ?? '')
  const reach = request.reach ?? 'declared'
  refuseForbiddenLiteral(hostOf(url), reach)
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
  try {
    const answer = await send(url, request, { reach, signal })
    return await readAnswer(answer, request)
  } catch (error) {
    if (error instanceof Unavailable || error instanceof Forbidden) throw error
    if (timeout.aborted) {
      throw new Unavailable(
        'outbound.timeout',
        sentence`${url.host} did not answer within ${request.timeoutMs} ms`,
      )
    }
    if (request.signal?.aborted) throw error
    const cause = (error as { cause?: unknown }).cause
    if (cause instanceof Forbidden) throw cause
    const unreachable = sentence`${url.host} cannot be reached: ${reasonOf(error)}`
    throw Object.assign(new Unavailable('outbound.unreachable', unreachable), { cause: error })
  }
}

function targetOf(declared: string, path: string): URL {
  const base = new URL(declared)
  if (base.protocol !== 'http:' && base.protocol !== 'https:') {
    throw new Forbidden('outbound.forbidden', 'Only http and https addresses can be called')
  }
  const prefix = base.pathname.replace(/\/$/, '')
  const url = path === '' ? base : new URL(`${prefix}${path}`, base)
  if (url.origin !== base.origin || !url.pathname.startsWith(prefix)) {
    throw new Forbidden('outbound.forbidden', 'The call would leave the declared address')
  }
  return url
}

/** Numbers are not looked up: `guardedLookup` does not see them. @throws Forbidden `outbound.forbidden` */
export function refuseForbiddenLiteral(host: string, reach: Reach): void {
  if (isIP(host) === 0 || isReachable(host, reach, true)) return
  throw new Forbidden(
    'outbound.forbidden',
    sentence`${host} is an address this product does not call`,
  )
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** Checked on the addresses that are then connected to: no second look-up can differ. */
export function guardedLookup(
  host: string,
  reach: Reach,
  resolve: typeof lookup = lookup,
): LookupFunction {
  const isLocal = host === 'localhost' || host.endsWith('.localhost')
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 4)
      if (!addresses.every(({ address }) => isReachable(address, reach, isLocal))) {
        const refused = new Forbidden(
          'outbound.forbidden',
          sentence`${host} resolves to an address this product does not call`,
        )
        return done(Object.assign(new Error(refused.message), { cause: refused }), '', 4)
      }
      if (options.all) return done(null, addresses)
      const [first] = addresses
      return done(null, first?.address ?? '', first?.family ?? 4)
    })
  }
}

/** Connections are kept apart by reach: an open one to a private address is no way around the check. */
const agents: Record<Reach, { http: HttpAgent; https: HttpsAgent }> = {
  declared: {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  },
  public: { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) },
}

/** Connections with certificates of their own, apart from all others; the latest few are kept open. */
const certified = new Map<string, HttpsAgent>()
const mostCertified = 50

function agentOf(url: URL, { reach, tls }: { reach: Reach; tls?: OutboundTls | undefined }) {
  if (url.protocol !== 'https:') return agents[reach].http
  if (!tls) return agents[reach].https
  const key = `${reach} ${tls.id}`
  const { id: _, ...options } = tls
  const agent = certified.get(key) ?? new HttpsAgent({ keepAlive: true, ...options })
  certified.delete(key)
  certified.set(key, agent)
  for (const old of [...certified.keys()].slice(0, -mostCertified)) certified.delete(old)
  return agent
}

type Sending = { reach: Reach; signal: AbortSignal }

function send(
  url: URL,
  request: OutboundRequest,
  { reach, signal }: Sending,
): Promise<IncomingMessage> {
  const body = request.body === undefined ? undefined : Buffer.from(request.body)
  const options: RequestOptions = {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...request.headers,
      ...(body ? { 'content-length': String(body.length) } : {}),
    },
    agent: agentOf(url, { reach, tls: request.tls }),
    lookup: guardedLookup(hostOf(url), reach),
    signal,
  }
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = start(url, options, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function readAnswer(
  answer: IncomingMessage,
  { maxBytes = defaultMaxBytes, isFirstBytesEnough = false }: OutboundRequest,
): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new Forbidden('outbound.redirected', 'The answer was a redirect, which is never followed')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes && isFirstBytesEnough) {
      chunks.push(chunk.subarray(0, chunk.length - (size - maxBytes)))
      break
    }
    if (size > maxBytes) {
      answer.destroy()
      throw new Unavailable(
        'outbound.too-large',
        sentence`The answer is larger than ${maxBytes} bytes`,
      )
    }
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  return { status, headers, body: Buffer.concat(chunks).toString('utf8') }
}

const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

/** Whether a call that failed surely never reached the other side. */
export function wasNeverSent(error: unknown): boolean {
  if (error instanceof Forbidden) return error.reason === 'outbound.forbidden'
  const code = (error as { cause?: { code?: string } }).cause?.code
  return code !== undefined && beforeSending.test(code)
}

function reasonOf(error: unknown): string {
  return (error as { code?: string }).code ?? messageOf(error)
}
