import type { ActionRequest, TargetAnswer } from '@firstline/contract/actions'
import type { Sources } from '#server/accounts/read-source.ts'
import type { OperationCall } from '#server/actions/compile/compile-operation.ts'
import { valueNamed } from '#server/connections/check-call.ts'
import { composeCall } from '#server/connections/compose-call.ts'
import { fill, fillBody } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { shownCall } from '#server/connections/shown-call.ts'
import type { Signature } from '#server/connections/sign-call.ts'
import { Refusal, saidOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { sentence } from '#server/core/sentence.ts'
import { wasNeverSent } from '#server/outbound/call-out.ts'
import type { Attempt } from './call-outcome.ts'
import type { Target, TargetCall } from './target.ts'

export type OperationRequest = {
  kind: 'http'
  connection: string
  signatures: readonly Signature[]
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  contentType: string
  /** null: none. */
  body: unknown
  bodyText: string | null
}

/** An operation of an HTTP API. */
export const operationTarget: Target<OperationCall, OperationRequest> = {
  build,
  draft,
  cannotBeMade: (why) => sentence`The request cannot be made: ${why}`,
  shown(request) {
    const call = shownCall(request.connection, request)
    return { ...call, headers: { ...call.headers, 'idempotency-key': '[id of the run]' } }
  },
  said: ({ connection, operation }, { method, url }) =>
    sentence`${connection} is asked to “${operation.summary}”: ${method} ${url}.`,
  secrets: ({ connections }, { connection, signatures }) =>
    connections.http(connection).secrets(signatures),
  attempt,
}

function build(call: OperationCall, bindings: Bindings): OperationRequest {
  const { operation } = call
  const values = { ...fill(call.params, bindings), ...fill(call.headers, bindings) }
  const query = fill(call.query, bindings)
  const body = call.body === null ? undefined : fillBody(call.body, bindings)
  const composed = composeCall(operation, {
    of: (parameter) => valueNamed(parameter.in === 'query' ? query : values, parameter),
    body,
  })
  return {
    kind: 'http',
    connection: call.connection,
    signatures: call.signatures,
    contentType: operation.body?.contentType ?? 'application/json',
    ...composed,
  }
}

/** Not composed, as what is not known cannot be judged. */
function draft(call: OperationCall, bindings: Bindings): ActionRequest {
  const { operation, connection, signatures } = call
  const params = fill(call.params, bindings)
  const inPath = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name)
    return parameter ? String(valueNamed(params, parameter) ?? '') : ''
  })
  const query = Object.entries(fill(call.query, bindings)).map(
    ([name, value]) =>
      `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  )
  const headers = Object.entries(fill(call.headers, bindings)).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return shownCall(connection, {
    method: operation.method,
    path: query.length > 0 ? `${inPath}?${query.join('&')}` : inPath,
    headers: Object.fromEntries(headers),
    body: call.body === null ? null : fillBody(call.body, bindings),
    signatures,
  })
}

const largestAnswerBytes = 256 * 1024

async function attempt(sources: Sources, call: TargetCall<OperationRequest>): Promise<Attempt> {
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

function headersOf({
  request,
  idempotencyKey,
}: TargetCall<OperationRequest>): Record<string, string> {
  return {
    ...request.headers,
    ...(request.bodyText === null ? {} : { 'content-type': request.contentType }),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  }
}

function judge(
  answer: TargetAnswer & { status: number },
  { retry }: TargetCall<OperationRequest>['limits'],
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

function judgeFailure(error: unknown, { retry }: TargetCall<OperationRequest>['limits']): Attempt {
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
