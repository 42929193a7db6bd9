import type { ProviderRefusal } from '@firstline/contract/sign-in'
import * as oidc from 'openid-client'
import { Refusal } from '#server/core/errors.ts'

/** Said on the sign-in page. */
export class SignInRefused extends Error {
  readonly refusal: ProviderRefusal
  /** Whose account it was about, where that is known. */
  readonly userId: string | null
  constructor(refusal: ProviderRefusal, userId: string | null = null, cause?: unknown) {
    super(refusal, { cause })
    this.refusal = refusal
    this.userId = userId
  }
}

/** Why a provider's answer is none. What the library refuses otherwise is not trusted. */
export function refusalOf(error: unknown): ProviderRefusal {
  if (error instanceof SignInRefused) return error.refusal
  if (error instanceof Refusal) {
    return error.reason === 'secret.missing' ? 'misconfigured' : 'unavailable'
  }
  if (error instanceof oidc.AuthorizationResponseError)
    return saidAtOnce.get(error.error) ?? 'denied'
  if (error instanceof oidc.ResponseBodyError) {
    if (error.status >= 500) return 'unavailable'
    return error.error === 'invalid_grant' ? 'expired' : 'misconfigured'
  }
  if (!(error instanceof oidc.ClientError)) return 'failed'
  const known = byCode.get(error.code ?? '')
  if (known) return known
  return error.cause instanceof Refusal ? refusalOf(error.cause) : 'untrusted'
}

/** Of OAuth's errors (RFC 6749); the others say that the provider lets the person not in. */
const saidAtOnce: ReadonlyMap<string, ProviderRefusal> = new Map([
  ['server_error', 'unavailable'],
  ['temporarily_unavailable', 'unavailable'],
  ['invalid_request', 'misconfigured'],
  ['invalid_scope', 'misconfigured'],
  ['unauthorized_client', 'misconfigured'],
  ['unsupported_response_type', 'misconfigured'],
])

const byCode: ReadonlyMap<string, ProviderRefusal> = new Map([
  ['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'clock'],
  ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'unavailable'],
  ['OAUTH_RESPONSE_IS_NOT_JSON', 'unavailable'],
  ['OAUTH_PARSE_ERROR', 'unavailable'],
  ['OAUTH_TIMEOUT', 'unavailable'],
  ['OAUTH_ABORT', 'unavailable'],
])
