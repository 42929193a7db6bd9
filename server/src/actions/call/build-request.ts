import type { ActionRequest } from '@firstline/contract/actions'
import { valueNamed } from '#server/connections/check-call.ts'
import { UnfitValues, composeCall } from '#server/connections/compose-call.ts'
import { MissingValue, fill, fillBody } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { shownCall } from '#server/connections/shown-call.ts'
import type { Signature } from '#server/connections/sign-call.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { OperationCall, StatementCall } from '#server/actions/compile/action.ts'

/** A call with its values filled in, without credential and idempotency key: safe to keep. */
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

/** A statement with its values; the account is not among them: it comes from the scope. */
export type StatementRequest = Omit<StatementCall, 'params'> & { values: Record<string, unknown> }

export type TargetRequest = OperationRequest | StatementRequest

/** @throws Invalid `action.request-incomplete` | `action.request-unfit` */
export function buildRequest(
  call: OperationCall | StatementCall,
  bindings: Bindings,
): TargetRequest {
  try {
    return call.kind === 'http'
      ? operationRequest(call, bindings)
      : statementRequest(call, bindings)
  } catch (error) {
    throw refusalOf(error, call.kind === 'http' ? 'request' : 'statement')
  }
}

function refusalOf(error: unknown, what: 'request' | 'statement'): unknown {
  const isOfValues = error instanceof MissingValue || error instanceof UnfitValues
  const why = isOfValues ? error.said : messageOf(error)
  const detail =
    what === 'request'
      ? sentence`The request cannot be made: ${why}`
      : sentence`The statement cannot be made: ${why}`
  if (error instanceof MissingValue || error instanceof RangeError)
    return new Invalid('action.request-incomplete', detail)
  return error instanceof UnfitValues ? new Invalid('action.request-unfit', detail) : error
}

function statementRequest(call: StatementCall, bindings: Bindings): StatementRequest {
  const { params, ...statement } = call
  return { ...statement, values: fill(params, bindings) }
}

function operationRequest(call: OperationCall, bindings: Bindings): OperationRequest {
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

/** As people see it: where the secrets stand, not what they are. */
export function shownRequest(request: TargetRequest): ActionRequest {
  if (request.kind === 'sql') return shownStatement(request)
  const call = shownCall(request.connection, request)
  return { ...call, headers: { ...call.headers, 'idempotency-key': '[id of the run]' } }
}

function shownStatement({ connection, sql, touches, values }: StatementRequest): ActionRequest {
  const body = {
    statement: sql.text,
    ...(touches ? { touches: touches.text } : {}),
    values: { ...values, ...(sql.names.includes('account_id') ? { account_id: '[account]' } : {}) },
  }
  return { method: 'SQL', url: connection, headers: {}, body }
}
