import type { ActionRequest } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { pathOf } from '#server/accounts/openapi.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { fill } from '#server/actions/compile/action.ts'
import type { Bindings, OperationCall, StatementCall } from '#server/actions/compile/action.ts'

/** A call with its values filled in, without credential and idempotency key: safe to keep. */
export type OperationRequest = {
  kind: 'http'
  connection: string
  credential: string | null
  credentialHeader: { name: string; prefix: string }
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  body: Record<string, unknown> | null
}

/** A statement with its values; the account is not among them: it comes from the scope. */
export type StatementRequest = Omit<StatementCall, 'params'> & { values: Record<string, unknown> }

export type TargetRequest = OperationRequest | StatementRequest

/** @throws Invalid `action.request-incomplete` when what it needs is not there */
export function buildRequest(
  call: OperationCall | StatementCall,
  bindings: Bindings,
): TargetRequest {
  return call.kind === 'http' ? operationRequest(call, bindings) : statementRequest(call, bindings)
}

function statementRequest(call: StatementCall, bindings: Bindings): StatementRequest {
  const { params, ...statement } = call
  const values = fill(params, bindings)
  const missing = Object.keys(values).find((name) => ownProperty(values, name) === undefined)
  if (missing === undefined) return { ...statement, values }
  throw new Invalid(
    'action.request-incomplete',
    `The statement cannot be made: “${missing}” has no value`,
  )
}

function operationRequest(call: OperationCall, bindings: Bindings): OperationRequest {
  const { operation } = call
  const params = textsOf(fill(call.params, bindings))
  const query = new URLSearchParams(textsOf(fill(call.query, bindings)))
  const named = (place: string) =>
    operation.parameters.filter((p) => p.in === place).map((p) => p.name)
  const headers = named('header').filter((name) => Object.hasOwn(params, name))
  const path = pathWith(call, params)
  return {
    kind: 'http',
    connection: call.connection,
    credential: call.credential,
    credentialHeader: operation.credentialHeader,
    method: operation.method,
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: Object.fromEntries(
      headers.map((name) => [name.toLowerCase(), ownProperty(params, name)!]),
    ),
    body: call.body && fill(call.body, bindings),
  }
}

function pathWith(call: OperationCall, params: Record<string, string>): string {
  try {
    return pathOf(call.operation, params)
  } catch (error) {
    throw new Invalid(
      'action.request-incomplete',
      `The request cannot be made: ${messageOf(error)}`,
    )
  }
}

function textsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return [name, String(value)]
      }
      throw new Invalid(
        'action.request-incomplete',
        `The request cannot be made: “${name}” has no value`,
      )
    }),
  )
}

/** As people see it: where the secrets stand, not what they are. */
export function shownRequest(request: TargetRequest): ActionRequest {
  if (request.kind === 'sql') return shownStatement(request)
  const { connection, credential, credentialHeader, method, path, headers, body } = request
  const secret = `${credentialHeader.prefix}[${credential ?? `credential of ${connection}`}]`
  return {
    method,
    url: `${connection}:${path}`,
    headers: { ...headers, [credentialHeader.name]: secret, 'idempotency-key': '[id of the run]' },
    body,
  }
}

function shownStatement({ connection, sql, touches, values }: StatementRequest): ActionRequest {
  const body = {
    statement: sql.text,
    ...(touches ? { touches: touches.text } : {}),
    values: { ...values, ...(sql.names.includes('account_id') ? { account_id: '[account]' } : {}) },
  }
  return { method: 'SQL', url: connection, headers: {}, body }
}
