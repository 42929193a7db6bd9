import { Invalid, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import type { ApiAccess } from './vendor.ts'

export type VendorDesk = {
  title: string
  /** Address of the API; paths are below it. */
  address: string
  /** With the key. */
  headers: Record<string, string>
  /** What the key must be allowed to do, for the message when it is not. */
  needs: string
}

export type VendorClient = {
  /** @throws Invalid when the vendor refuses, Unavailable when it stays away */
  get(path: string): Promise<unknown>
  post(path: string, body: unknown): Promise<unknown>
  /** Undefined where the vendor has no such thing, or the key does not reach it (403, 404). */
  tryGet(path: string): Promise<unknown>
}

type Call = { method: 'GET' | 'POST'; path: string; body?: string }

const maxTries = 7
/** Past this, somebody had better start again later: nothing fetched is lost. */
const maxWaitSeconds = 3_600
const maxBytes = 128 * 1024 * 1024

/**
 * One call after another, as fast as the vendor allows: waits as it says on 429 (also as a date, or
 * as the time its limit resets), waits before a limit that is used up, and tries again what failed
 * on its side.
 */
export function vendorClient(api: ApiAccess, desk: VendorDesk): VendorClient {
  refuseBadKey(desk)
  let waitSeconds = 0
  async function call(request: Call, mayBeMissing: boolean): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      await wait(api, desk, waitSeconds)
      waitSeconds = 0
      const answer = await send(api, desk, request)
      if (answer.status >= 200 && answer.status < 300) {
        waitSeconds = usedUpSeconds(answer.headers, api.clock.now())
        return jsonOf(answer, desk, request)
      }
      if (mayBeMissing && (answer.status === 404 || answer.status === 403)) return undefined
      refuse(answer, desk, request, tries)
      waitSeconds = askedSeconds(answer.headers, api.clock.now()) ?? 2 ** (tries - 1)
    }
  }
  return {
    get: (path) => call({ method: 'GET', path }, false),
    tryGet: (path) => call({ method: 'GET', path }, true),
    post: (path, body) => call({ method: 'POST', path, body: JSON.stringify(body) }, false),
  }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** Without what follows the path; a trailing slash would double. @throws Invalid */
export function addressOf(url: string): URL {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Invalid(
      'vendor.url-invalid',
      sentence`${JSON.stringify(url)} is no http or https address`,
    )
  }
  return address
}

function refuseBadKey({ headers, title }: VendorDesk): void {
  const isSendable = Object.values(headers).every((value) => /^[\x20-\x7e]+$/.test(value))
  if (!isSendable)
    throw new Invalid('vendor.key-invalid', sentence`The key for ${title} is not readable text`)
}

async function wait(api: ApiAccess, { title }: VendorDesk, seconds: number): Promise<void> {
  api.signal.throwIfAborted()
  if (seconds > maxWaitSeconds) {
    throw new Unavailable(
      'vendor.limited',
      sentence`${title} wants a pause of ${Math.ceil(seconds / 60)} minutes: start again then, it goes on where it stood`,
    )
  }
  if (seconds > 0) await api.sleep(Math.ceil(seconds * 1000))
  api.signal.throwIfAborted()
}

/** A connection that fails is answered like a failing server: it may be there again in a moment. */
async function send(api: ApiAccess, desk: VendorDesk, call: Call): Promise<OutboundAnswer> {
  try {
    return await callOut(desk.address, {
      method: call.method,
      path: call.path,
      ...(call.body === undefined ? {} : { body: call.body }),
      headers: { ...desk.headers, ...(call.body ? { 'content-type': 'application/json' } : {}) },
      timeoutMs: 120_000,
      signal: api.signal,
      maxBytes,
      reach: api.reach,
    })
  } catch (error) {
    if (!(error instanceof Unavailable) || error.reason === 'outbound.too-large') throw error
    return { status: 0, headers: {}, body: messageOf(error) }
  }
}

/** @throws unless trying again can help */
function refuse(answer: OutboundAnswer, desk: VendorDesk, { path }: Call, tries: number): void {
  const { status, body } = answer
  const where = `${desk.title} (${path.split('?', 1).join('')})`
  const canPass = status === 0 || status === 408 || status === 429 || status >= 500
  if (canPass && tries < maxTries) return
  if (canPass) {
    const last = status === 0 ? body : `its last answer was ${status}`
    throw new Unavailable(
      'vendor.unavailable',
      sentence`${where} did not answer in ${tries} tries: ${last}`,
    )
  }
  if (status === 401 || status === 403) {
    throw new Invalid(
      'vendor.key-refused',
      sentence`${where} refuses the key (${status}). It needs ${desk.needs}`,
    )
  }
  if (status === 404) {
    throw new Invalid('vendor.not-found', sentence`${where} is not there (404): check the address`)
  }
  throw new Invalid(
    'vendor.refused',
    sentence`${where} refuses the request (${status}): ${body.slice(0, 200)}`,
  )
}

function jsonOf({ body }: OutboundAnswer, { title }: VendorDesk, { path }: Call): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Unavailable(
      'vendor.not-json',
      sentence`${title} (${path.split('?', 1).join('')}) answers no JSON: ${JSON.stringify(body.slice(0, 80))}`,
    )
  }
}

type Headers = Record<string, string>

/** What a refusing answer asks for: Retry-After in seconds or as a date, or when the limit resets. */
function askedSeconds(headers: Headers, now: Date): number | null {
  const after = headers['retry-after']
  if (after !== undefined) {
    const seconds = Number(after)
    if (Number.isFinite(seconds)) return Math.max(seconds, 0)
    const date = Date.parse(after)
    if (!Number.isNaN(date)) return Math.max((date - now.getTime()) / 1000, 0)
  }
  return resetSeconds(headers, now)
}

function usedUpSeconds(headers: Headers, now: Date): number {
  const remaining = headers['x-ratelimit-remaining'] ?? headers['x-rate-limit-remaining']
  if (remaining === undefined || remaining.trim() === '' || Number(remaining) > 0) return 0
  return resetSeconds(headers, now) ?? 0
}

/** Vendors write a moment in seconds since 1970, a date, or the seconds left. */
function resetSeconds(headers: Headers, now: Date): number | null {
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset']
  if (reset === undefined) return null
  const number = Number(reset)
  const moment = Number.isFinite(number) ? number * 1000 : Date.parse(reset)
  if (Number.isNaN(moment)) return null
  if (Number.isFinite(number) && number < 1_000_000_000) return Math.max(number, 0)
  return Math.max((moment - now.getTime()) / 1000, 0)
}
