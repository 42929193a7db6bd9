import type { AnswerFault, AnswerFaultCode } from '@firstline/contract/connections'
import type { Sources } from '#server/accounts/read-source.ts'
import type { Attempt } from './call-outcome.ts'

const reasons = new Map<string, AnswerFaultCode>([
  ['target.timeout', 'timeout'],
  ['target.unreachable', 'unreachable'],
  ['target.broken-off', 'unreachable'],
  ['target.redirected', 'fence'],
  ['target.not-configured', 'secret'],
  ['target.foreign-row', 'foreign-row'],
])

/** How the target of an action answers counts as how a source does. */
export async function countAttempt(
  { answers, clock }: Sources,
  { action, request: { connection } }: { action: string; request: { connection: string } },
  attempt: () => Promise<Attempt>,
): Promise<Attempt> {
  const at = clock.now()
  const started = performance.now()
  const tried = await attempt()
  const durationMs = performance.now() - started
  answers.count(
    { connection, kind: 'action', thing: action },
    { at, durationMs, fault: faultOf(tried) },
  )
  return tried
}

function faultOf({ kind, answer, error }: Attempt): AnswerFault | null {
  if (kind === 'accepted') return null
  const status = answer?.status ?? null
  if (status !== null) return { code: 'status', detail: `HTTP ${status}` }
  return { code: reasons.get(error?.reason ?? '') ?? 'refused', detail: null }
}
