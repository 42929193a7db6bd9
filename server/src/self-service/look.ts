import type { WithSources } from '#server/accounts/read-source.ts'
import { scopeOfAttempt } from '#server/accounts/scope.ts'
import { seconds } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import type { ContactScope } from '#server/portal/scope.ts'
import { gatherFindings } from '#server/runbooks/run/gather-findings.ts'
import type { Findings } from '#server/runbooks/run/run-state.ts'
import type { Attempt } from './attempt.ts'

/** A customer waits for a page: what has not answered by then is left to an agent. */
const budgetMs = 8 * seconds

/** Reads the machine's checks within the contact's own account, which is on record by then. */
export async function look(
  { db, clock, sources }: Desk & WithSources,
  { contact }: ContactScope,
  { id, compiled: runbook, findings }: Pick<Attempt, 'id' | 'compiled' | 'findings'>,
  only?: readonly string[],
): Promise<Findings> {
  const scope = await scopeOfAttempt(db, { id, contactId: contact.id, now: clock.now() })
  return gatherFindings({ sources, scope, runbook, findings, only, isFresh: true, budgetMs })
}
