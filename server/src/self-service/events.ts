import type { NewDataOf } from '@firstline/contract/events'
import type { NewEvent } from '#server/core/events.ts'
import type { Attempt } from './attempt.ts'

type Key = Pick<Attempt, 'id' | 'accountId' | 'runbook' | 'version'>

export function attemptStarted(attempt: Key): NewEvent {
  return { ...onAccount(attempt), name: 'self_service.started', data: keyOf(attempt) }
}

export function attemptChecked(attempt: Key, cause: string | null): NewEvent {
  return { ...onAccount(attempt), name: 'self_service.checked', data: { ...keyOf(attempt), cause } }
}

export function attemptSolved(attempt: Key, cause: string): NewEvent {
  return { ...onAccount(attempt), name: 'self_service.solved', data: { ...keyOf(attempt), cause } }
}

type PassedOn = Omit<NewDataOf<'self_service.passed_on'>, 'attempt' | 'runbook' | 'version'>

export function attemptPassedOn(attempt: Key, ticketId: string, data: PassedOn): NewEvent {
  return {
    ...onAccount(attempt),
    name: 'self_service.passed_on',
    ticketId,
    data: { ...keyOf(attempt), ...data },
  }
}

function onAccount({ accountId }: Key) {
  return { accountId }
}

function keyOf({ id: attempt, runbook, version }: Key) {
  return { attempt, runbook, version }
}
