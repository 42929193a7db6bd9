import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { causeFound, runUnclassified } from '#server/runbooks/events.ts'
import { settle } from './run-state.ts'
import type { Findings } from './run-state.ts'
import type { Run } from './runs.ts'

/**
 * Stores what is now known and decides again.
 * @returns the run as it stands and, if that is news, the event that says so
 */
export async function storeFindings(
  tx: Transaction<DB>,
  run: Run,
  findings: Findings,
  now: Date,
): Promise<{ run: Run; news: NewEvent[] }> {
  const settled = settle(run.compiled, findings)
  const isFinished = settled.state !== 'waiting'
  const next: Run = {
    ...run,
    findings,
    state: settled.state,
    cause: settled.cause,
    matchedCauses: settled.matched,
    revision: run.revision + 1,
    updatedAt: now,
    finishedAt: isFinished ? now : null,
  }
  await tx
    .updateTable('runbook_run')
    .set({
      picks: JSON.stringify(findings.picks),
      checks: JSON.stringify(findings.checks),
      state: next.state,
      cause: next.cause,
      matched_causes: next.matchedCauses,
      revision: next.revision,
      updated_at: now,
      finished_at: next.finishedAt,
    })
    .where('id', '=', run.id)
    .execute()
  return { run: next, news: newsOf(run, next) }
}

/** Checking again and finding the same is no news. */
function newsOf(before: Run, now: Run): NewEvent[] {
  if (now.state === 'cause_found' && now.cause !== null && now.cause !== before.cause) {
    return [causeFound(now, now.cause)]
  }
  // a run is “checking” until its first answer: what it found then is news
  const isNew = before.finishedAt === null || before.cause !== null
  return now.state === 'unclassified' && isNew ? [runUnclassified(now, now.matchedCauses)] : []
}

/** Keeps the run from looking finished while its checks are being read. */
export async function markChecking(tx: Transaction<DB>, run: Run, now: Date): Promise<Run> {
  const next: Run = { ...run, state: 'checking', revision: run.revision + 1, updatedAt: now }
  await tx
    .updateTable('runbook_run')
    .set({
      picks: JSON.stringify(run.findings.picks),
      checks: JSON.stringify(run.findings.checks),
      state: next.state,
      revision: next.revision,
      updated_at: now,
    })
    .where('id', '=', run.id)
    .execute()
  return next
}
