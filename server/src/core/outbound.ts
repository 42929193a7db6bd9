import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as httpRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { Forbidden, Unavailable, messageOf } from './errors.ts'

export type OutboundRequest = {
  method?: string
  /** Appended to the declared address; with its query. */
  path?: string
  headers?: Record<string, string>
  body?: string
  timeoutMs: number
  signal?: AbortSignal
  maxBytes?: number
}
export type OutboundAnswer = { status: number; headers: Record<string, string>; body: string }

const defaultMaxBytes = 2 * 1024 * 1024

/**
 * A call to a system the project declares, and to no other: the path cannot leave the declared
 * address, redirects are not followed, and a name that resolves to this machine, the local link or
 * a cloud's metadata address is refused unless that very address was declared.
 * @throws Unavailable `outbound.timeout` | `outbound.unreachable` | `outbound.too-large`,
 *   Forbidden `outbound.forbidden` | `outbound.redirected`
 */
export async function callOut(declared: string, request: OutboundRequest): Promise<OutboundAnswer> {
  const url = targetOf(declared, request.path ?? '')
  refuseForbiddenLiteral(url)
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
  try {
    const answer = await send(url, request, signal)
    return await readAnswer(answer, request.maxBytes ?? defaultMaxBytes)
  } catch (error) {
    if (error instanceof Unavailable || error instanceof Forbidden) throw error
    if (timeout.aborted) {
      throw new Unavailable(
        'outbound.timeout',
        `${url.host} did not answer within ${request.timeoutMs} ms`,
      )
    }
    if (request.signal?.aborted) throw error
    const cause = (error as { cause?: unknown }).cause
    if (cause instanceof Forbidden) throw cause
    const unreachable = `${url.host} cannot be reached: ${reasonOf(error)}`
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

/** Reachable by nobody's declaration: the local link and the addresses clouds give their secrets at. */
const neverAllowed = new BlockList()
neverAllowed.addSubnet('169.254.0.0', 16)
neverAllowed.addSubnet('fe80::', 10, 'ipv6')
neverAllowed.addAddress('fd00:ec2::254', 'ipv6')
neverAllowed.addAddress('100.100.100.200')

/** Only for those who declare it: a foreign name must not resolve to this machine. */
const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8)
thisMachine.addSubnet('0.0.0.0', 8)
thisMachine.addAddress('::1', 'ipv6')
thisMachine.addAddress('::', 'ipv6')

function refuseForbiddenLiteral(url: URL): void {
  const host = hostOf(url)
  if (isIP(host) && isBlocked(neverAllowed, host)) refuseAddress(host)
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function isBlocked(list: BlockList, address: string): boolean {
  if (isIP(address) === 4) return list.check(address, 'ipv4')
  // the list itself knows IPv4 within ::ffff:0:0/96
  const inner = translatedAddress(address)
  return list.check(address, 'ipv6') || (inner !== null && list.check(inner, 'ipv4'))
}

/** The IPv4 address that NAT64 (RFC 6052), 6to4 (RFC 3056) or `::a.b.c.d` (RFC 4291) stand for. */
function translatedAddress(address: string): string | null {
  const groups = groupsOf(address)
  const pair = groups[0] === 0x2002 ? groups.slice(1, 3) : groups.slice(6)
  const prefix = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':')
  const isTranslated =
    groups[0] === 0x2002 || prefix === '64:ff9b:0:0:0:0' || prefix === '0:0:0:0:0:0'
  if (!isTranslated) return null
  return pair.flatMap((group) => [group >> 8, group & 0xff]).join('.')
}

function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`)
  const [head = '', tail] = hostname.slice(1, -1).split('::')
  const read = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => parseInt(group, 16))
  const [front, back] = [read(head), read(tail ?? '')]
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => 0)
  return tail === undefined ? front : [...front, ...zeros, ...back]
}

function refuseAddress(host: string): never {
  throw new Forbidden('outbound.forbidden', `${host} is an address this product does not call`)
}

/** Checked on the addresses that are then connected to: no second look-up can differ. */
function guardedLookup(host: string): LookupFunction {
  const isLocal = host === 'localhost' || host.endsWith('.localhost')
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 4)
      const bad = addresses.find(
        ({ address }) =>
          isBlocked(neverAllowed, address) || (!isLocal && isBlocked(thisMachine, address)),
      )
      const refused = new Forbidden(
        'outbound.forbidden',
        `${host} resolves to an address this product does not call`,
      )
      if (bad) return done(Object.assign(new Error(refused.message), { cause: refused }), '', 4)
      if (options.all) return done(null, addresses)
      const [first] = addresses
      return done(null, first?.address ?? '', first?.family ?? 4)
    })
  }
}

function send(url: URL, request: OutboundRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const body = request.body === undefined ? undefined : Buffer.from(request.body)
  const options: RequestOptions = {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...request.headers,
      ...(body ? { 'content-length': String(body.length) } : {}),
    },
    lookup: guardedLookup(hostOf(url)),
    signal,
  }
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = start(url, options, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new Forbidden('outbound.redirected', 'The answer was a redirect, which is never followed')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      answer.destroy()
      throw new Unavailable('outbound.too-large', `The answer is larger than ${maxBytes} bytes`)
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
