import type { Transaction } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { runbookStarted } from '#server/runbooks/events.ts'
import { settle } from './run-state.ts'
import type { Findings } from './run-state.ts'

type HandedIn = {
  ticketId: string
  accountId: string
  runbook: string
  version: number
  compiled: CompiledRunbook
  findings: Findings
  startedAt: Date
}

/**
 * What somebody found before there was a ticket becomes a run of it, in the caller's transaction: an agent
 * goes on where they stood, and asks nothing again. It counts as a use of the runbook once an agent does.
 */
export async function handInRun(
  tx: Transaction<DB>,
  actor: Actor,
  now: Date,
  { ticketId, accountId, runbook, version, compiled, findings, startedAt }: HandedIn,
): Promise<{ runId: string; event: NewEvent }> {
  const { state, cause, matched } = settle(compiled, findings)
  const by = JSON.stringify(actorRef(actor))
  const { id: runId } = await tx
    .insertInto('runbook_run')
    .values({
      ticket_id: ticketId,
      runbook_id: runbook,
      version,
      state,
      cause,
      matched_causes: matched,
      picks: JSON.stringify(findings.picks),
      checks: JSON.stringify(findings.checks),
      started_by: by,
      handled_by: by,
      started_at: startedAt,
      updated_at: now,
      finished_at: state === 'waiting' ? null : now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { runId, event: runbookStarted({ id: runId, ticketId, accountId, runbook, version }) }
}
