import type { AnswerFault, AnswerFaultCode } from '@firstline/contract/connections'
import type { Sources } from '#server/accounts/read-source.ts'
import { countAnswer } from '#server/connections/health/count-answer.ts'
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
  sources: Sources,
  { action, request: { connection } }: { action: string; request: { connection: string } },
  attempt: () => Promise<Attempt>,
): Promise<Attempt> {
  const asked = { connection, kind: 'action', thing: action } as const
  const { answer } = await countAnswer(sources, asked, attempt, {
    ofAnswer: faultOf,
    // what it throws is a fault of ours
    ofError: () => undefined,
  })
  return answer
}

function faultOf({ kind, answer, error }: Attempt): AnswerFault | null {
  if (kind === 'accepted') return null
  const status = answer?.status ?? null
  if (status !== null) return { code: 'status', detail: `HTTP ${status}` }
  return { code: reasons.get(error?.reason ?? '') ?? 'refused', detail: null }
}
