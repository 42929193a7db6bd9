import type { AnswerFault, AnswerFaultCode } from '@firstline/contract/connections'
import { AnswerTooLarge, QueryTimeout, SignInRefused } from '#server/connections/database.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'

const refusals = new Map<string, AnswerFaultCode>([
  ['source.timeout', 'timeout'],
  ['source.foreign-row', 'foreign-row'],
  ['source.no-account', 'no-account'],
  ['outbound.timeout', 'timeout'],
  ['outbound.unreachable', 'unreachable'],
  ['outbound.forbidden', 'fence'],
  ['outbound.redirected', 'fence'],
  ['outbound.too-large', 'too-large'],
  ['secret.missing', 'secret'],
  ['connection.certificate', 'certificate'],
  ['connection.no-token', 'token'],
])

/** Why there is no answer, without a word of the other side: that may tell of a customer. */
export function faultOf(error: unknown): AnswerFault {
  if (error instanceof QueryTimeout) return fault('timeout')
  if (error instanceof QueryRefused) return fault('query')
  if (error instanceof SignInRefused) return fault('sign-in')
  if (error instanceof AnswerTooLarge) return fault('too-large')
  if (error instanceof Refusal) return faultOfRefusal(error)
  return faultOfCode(error) ?? faultOfStatus(error) ?? fault('not-understood')
}

function faultOfRefusal(refusal: Refusal): AnswerFault {
  const code = refusals.get(refusal.reason)
  // where the secret should be: `env:NAME`, `vault:secret/data/shop#token`
  if (code === 'secret') return fault(code, refusal.said?.values[0])
  if (code) return fault(code)
  return refusal.cause === undefined ? fault('not-understood') : faultOf(refusal.cause)
}

function faultOfCode(error: unknown): AnswerFault | null {
  const { code = '', sqlState } = error as { code?: string; sqlState?: string }
  if ((sqlState ?? code).startsWith('28')) return fault('sign-in')
  if (sqlState) return fault('query', code)
  if (/^(?:08|57P)|^E[A-Z]+$/.test(code)) return fault('unreachable')
  return /^[0-9A-Z]{5}$/.test(code) ? fault('query', `SQLSTATE ${code}`) : null
}

function faultOfStatus(error: unknown): AnswerFault | null {
  const [said] = /^HTTP \d{3}$/.exec(messageOf(error)) ?? []
  return said === undefined ? null : fault('status', said)
}

/** @param detail nothing but the characters of codes and places is let through */
function fault(code: AnswerFaultCode, detail?: unknown): AnswerFault {
  const isCode = typeof detail === 'string' && /^[\w ./:#?=-]{1,120}$/.test(detail)
  return { code, detail: isCode ? detail : null }
}
