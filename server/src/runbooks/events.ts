import type { ActorRef } from '@firstline/contract/common'
import type { EventName, NewDataOf } from '@firstline/contract/events'
import type { NewEvent, NewEventOf } from '#server/core/events.ts'

/** A run as the record names it; check values stay in the run, where masks and retention apply. */
export type RunKey = {
  id: string
  ticketId: string
  accountId: string | null
  runbook: string
  version: number
}

export function runbookDrafted(data: NewDataOf<'runbook.drafted'>): NewEvent {
  return { name: 'runbook.drafted', data }
}

export function runbookPublished(data: NewDataOf<'runbook.published'>): NewEvent {
  return { name: 'runbook.published', data }
}

export function runbookRetired(data: NewDataOf<'runbook.retired'>): NewEvent {
  return { name: 'runbook.retired', data }
}

export function runbookVerified(data: NewDataOf<'runbook.verified'>): NewEvent {
  return { name: 'runbook.verified', data }
}

export function editingKept(data: NewDataOf<'runbook.editing_kept'>): NewEvent {
  return { name: 'runbook.editing_kept', data }
}

export function editingEnded(data: NewDataOf<'runbook.editing_ended'>): NewEvent {
  return { name: 'runbook.editing_ended', data }
}

export function runbookMatched(
  ticket: { id: string; accountId: string | null },
  data: NewDataOf<'runbook.matched'>,
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

export function matchingLearned(data: NewDataOf<'runbook.matching_learned'>): NewEvent {
  return { name: 'runbook.matching_learned', data }
}

export function runbookStarted(run: RunKey): NewEvent {
  return ofRun(run, 'runbook.started', keyOf(run))
}

export function pickChosen(run: RunKey, pick: string, value: string): NewEvent {
  return ofRun(run, 'runbook.pick_chosen', { ...keyOf(run), pick, value })
}

export function checksRepeated(run: RunKey, checks: readonly string[]): NewEvent {
  return ofRun(run, 'runbook.checks_repeated', { ...keyOf(run), checks })
}

export function checkAnswered(
  run: RunKey,
  data: Omit<NewDataOf<'runbook.check_answered'>, 'run' | 'runbook' | 'version'>,
): NewEvent {
  return ofRun(run, 'runbook.check_answered', { ...keyOf(run), ...data })
}

export function causeFound(run: RunKey, cause: string): NewEvent {
  return ofRun(run, 'runbook.cause_found', { ...keyOf(run), cause })
}

export function runUnclassified(run: RunKey, matched: readonly string[]): NewEvent {
  return ofRun(run, 'runbook.unclassified', { ...keyOf(run), matched })
}

export function runTakenOver(run: RunKey, from: ActorRef): NewEvent {
  return ofRun(run, 'runbook.taken_over', { ...keyOf(run), from: from.id })
}

export function runAbandoned(run: RunKey, reason: string): NewEvent {
  return ofRun(run, 'runbook.abandoned', { ...keyOf(run), reason })
}

function ofRun<Name extends EventName>(
  { ticketId, accountId }: RunKey,
  name: Name,
  data: NewDataOf<Name>,
): NewEventOf<Name> {
  return { name, ticketId, accountId, data }
}

function keyOf({ id, runbook, version }: RunKey) {
  return { run: id, runbook, version }
}
