import { setTimeout as wait } from 'node:timers/promises'
import type { TargetAnswer } from '@firstline/contract/actions'
import type { Sources } from '#server/accounts/read-source.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { Refusal, saidOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { wasNeverSent } from '#server/outbound/call-out.ts'
import type { Limits } from '#server/actions/compile/action.ts'
import type { Attempt, CallOutcome } from './call-outcome.ts'
import type { OperationRequest, TargetRequest } from './build-request.ts'
import { callDatabase } from './call-database.ts'
import { countAttempt } from './count-attempt.ts'

export type TargetCall = {
  action: string
  scope: AccountScope
  request: TargetRequest
  /** The same for every attempt, so that a target which honours it acts once. */
  idempotencyKey: string | null
  limits: Pick<Limits, 'timeoutMs' | 'retry'>
  /** Asked before each attempt: why it may not be made any more. */
  hindrance: (() => Promise<CallOutcome['error']>) | null
}

const firstPauseMs = 100
const largestAnswerBytes = 256 * 1024

/** The longest a call can take with all its attempts. */
export function callBudgetMs({ timeoutMs, retry }: TargetCall['limits']): number {
  return (retry.max + 1) * timeoutMs + firstPauseMs * (2 ** retry.max - 1)
}

/** Never throws for what the target does: that is an outcome. */
export async function callTarget(sources: Sources, call: TargetCall): Promise<CallOutcome> {
  let isCertain = true
  for (let attempts = 1; ; attempts++) {
    const error = await call.hindrance?.()
    if (error) return hindered(error, isCertain, attempts - 1)
    const tried = await countAttempt(sources, call, () => attempt(sources, call))
    if (tried.kind === 'accepted') return { ...tried, attempts }
    isCertain &&= tried.kind === 'refused'
    if (tried.mayRetry && attempts <= call.limits.retry.max) {
      await wait(firstPauseMs * 2 ** (attempts - 1))
      continue
    }
    // a refusal after an attempt that may have worked proves nothing about that attempt
    return {
      kind: isCertain ? 'refused' : 'uncertain',
      attempts,
      answer: tried.answer,
      error: tried.error,
    }
  }
}

function hindered(error: CallOutcome['error'], isCertain: boolean, attempts: number): CallOutcome {
  return { kind: isCertain ? 'refused' : 'uncertain', attempts, answer: null, error }
}

function attempt(sources: Sources, call: TargetCall): Promise<Attempt> {
  const { request } = call
  return request.kind === 'http'
    ? callOperation(sources, { ...call, request })
    : callDatabase(sources, { ...call, request })
}

type OperationCall = TargetCall & { request: OperationRequest }

async function callOperation(sources: Sources, call: OperationCall): Promise<Attempt> {
  const { request, limits } = call
  try {
    const { status, headers, body } = await sources.connections.http(request.connection).call({
      method: request.method,
      path: request.path,
      headers: headersOf(call),
      signatures: request.signatures,
      ...(request.bodyText === null ? {} : { body: request.bodyText }),
      timeoutMs: limits.timeoutMs,
      maxBytes: largestAnswerBytes,
    })
    const tried = judge({ status, body: readBody(body) }, limits)
    if (tried.kind !== 'accepted') return tried
    return { ...tried, said: { location: headers.location ?? null, body: parsed(body) } }
  } catch (error) {
    return judgeFailure(error, limits)
  }
}

function headersOf({ request, idempotencyKey }: OperationCall): Record<string, string> {
  return {
    ...request.headers,
    ...(request.bodyText === null ? {} : { 'content-type': request.contentType }),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  }
}

function judge(
  answer: TargetAnswer & { status: number },
  { retry }: TargetCall['limits'],
): Attempt {
  const { status } = answer
  if (status >= 200 && status < 300)
    return { kind: 'accepted', answer, error: null, mayRetry: false }
  const why = titleOf(answer.body)
  const said =
    why === null
      ? sentence`The target answered ${status}`
      : sentence`The target answered ${status}: ${why}`
  if (status >= 500) {
    return {
      kind: 'uncertain',
      answer,
      error: { reason: 'target.error', detail: said },
      mayRetry: retry.on5xx,
    }
  }
  return {
    kind: 'refused',
    answer,
    error: { reason: 'target.refused', detail: said },
    mayRetry: false,
  }
}

function judgeFailure(error: unknown, { retry }: TargetCall['limits']): Attempt {
  const failed = (kind: Attempt['kind'], reason: string, mayRetry: boolean): Attempt => ({
    kind,
    answer: null,
    error: { reason, detail: saidOf(error) },
    mayRetry,
  })
  if (isNotConfigured(error)) return failed('refused', 'target.not-configured', false)
  if (!(error instanceof Refusal)) throw error
  const { reason } = error
  if (wasNeverSent(error)) {
    return failed('refused', 'target.unreachable', reason !== 'outbound.forbidden')
  }
  if (reason === 'outbound.timeout') return failed('uncertain', 'target.timeout', retry.onTimeout)
  // after a POST a redirect may well mean “done, look there”
  if (reason === 'outbound.redirected') return failed('uncertain', 'target.redirected', false)
  return failed('uncertain', 'target.broken-off', retry.onTimeout)
}

/** Where the target is, or what it asks for, is not set on this machine: nothing was sent. */
function isNotConfigured(error: unknown): boolean {
  if (error instanceof Refusal) return notConfigured.includes(error.reason)
  return (error as { code?: string }).code === 'ERR_INVALID_URL'
}

const notConfigured = [
  'secret.missing',
  'source.unavailable',
  'connection.no-token',
  'connection.certificate',
]

function parsed(text: string): unknown {
  try {
    return parseExactJson(text)
  } catch {
    return null
  }
}

function readBody(text: string): unknown {
  try {
    const body = parseExactJson(text)
    return JSON.stringify(body).length > 8_000 ? `${text.slice(0, 4_000)} …` : body
  } catch {
    return text === '' ? null : text.slice(0, 4_000)
  }
}

/** A problem document (RFC 9457) says why in its title or detail. */
function titleOf(body: unknown): string | null {
  const { detail, title, message } = (typeof body === 'object' && body ? body : {}) as Record<
    string,
    unknown
  >
  const why = [detail, title, message].find((text) => typeof text === 'string' && text !== '')
  return typeof why === 'string' ? why.slice(0, 300) : null
}
