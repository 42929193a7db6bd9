import type { ActorRef } from '@firstline/contract/common'
import type { NewEvent } from '#server/core/events.ts'

/** A run as the record names it; check values stay in the run, where masks and retention apply. */
export type RunKey = {
  id: string
  ticketId: string
  accountId: string | null
  runbook: string
  version: number
}

export function runbookDrafted(data: {
  runbook: string
  version: number
  origin: string
  base_version: number | null
  escalation: string | null
  /** The older version this draft is made of. */
  restored?: number
}): NewEvent {
  return { name: 'runbook.drafted', data }
}

export function runbookPublished(data: {
  runbook: string
  version: number
  previous: number | null
  origin: string
  note: string | null
  escalation: string | null
}): NewEvent {
  return { name: 'runbook.published', data }
}

export function runbookRetired(data: {
  runbook: string
  version: number
  reason: string
}): NewEvent {
  return { name: 'runbook.retired', data }
}

export function runbookVerified(data: { runbook: string; version: number }): NewEvent {
  return { name: 'runbook.verified', data }
}

export function editingKept(data: { runbook: string; base_version: number }): NewEvent {
  return { name: 'runbook.editing_kept', data }
}

export function editingEnded(data: { runbook: string }): NewEvent {
  return { name: 'runbook.editing_ended', data }
}

export function runbookMatched(
  ticket: { id: string; accountId: string | null },
  data: { runbook: string; version: number; score: number; symptom: string | null },
): NewEvent {
  return { name: 'runbook.matched', ticketId: ticket.id, accountId: ticket.accountId, data }
}

export function matchRefused(
  ticket: { id: string; accountId: string | null },
  runbook: string,
): NewEvent {
  const data = { runbook }
  return { name: 'runbook.match_refused', ticketId: ticket.id, accountId: ticket.accountId, data }
}

export function matchingLearned(data: { confirmations: number; labels: number }): NewEvent {
  return { name: 'runbook.matching_learned', data }
}

export function runbookStarted(run: RunKey): NewEvent {
  return ofRun(run, 'runbook.started')
}

export function pickChosen(run: RunKey, pick: string, value: string): NewEvent {
  return ofRun(run, 'runbook.pick_chosen', { pick, value })
}

export function checksRepeated(run: RunKey, checks: readonly string[]): NewEvent {
  return ofRun(run, 'runbook.checks_repeated', { checks })
}

export function checkAnswered(
  run: RunKey,
  data: { check: string; state: string; duration_ms: number | null; answer?: boolean | string },
): NewEvent {
  return ofRun(run, 'runbook.check_answered', data)
}

export function causeFound(run: RunKey, cause: string): NewEvent {
  return ofRun(run, 'runbook.cause_found', { cause })
}

export function runUnclassified(run: RunKey, matched: readonly string[]): NewEvent {
  return ofRun(run, 'runbook.unclassified', { matched })
}

export function runTakenOver(run: RunKey, from: ActorRef): NewEvent {
  return ofRun(run, 'runbook.taken_over', { from: from.id })
}

export function runAbandoned(run: RunKey, reason: string): NewEvent {
  return ofRun(run, 'runbook.abandoned', { reason })
}

function ofRun(run: RunKey, name: NewEvent['name'], data: NewEvent['data'] = {}): NewEvent {
  return {
    name,
    ticketId: run.ticketId,
    accountId: run.accountId,
    data: { run: run.id, runbook: run.runbook, version: run.version, ...data },
  }
}
