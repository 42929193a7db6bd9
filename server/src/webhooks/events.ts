import type { NewDataOf } from '@firstline/contract/events'
import type { NewEvent } from '#server/core/events.ts'

type Written = { address: string; events: string[]; isWithWords: boolean }

function endpointOf(id: string, { address, events, isWithWords }: Written) {
  return {
    webhook: id,
    origin: new URL(address).origin,
    events,
    is_with_words: isWithWords,
  }
}

export function webhookCreated(id: string, written: Written): NewEvent {
  return { name: 'webhook.created', data: endpointOf(id, written) }
}

export function webhookChanged(id: string, written: Written): NewEvent {
  return { name: 'webhook.changed', data: endpointOf(id, written) }
}

export function webhookSecretRotated(id: string, oldUntil: Date): NewEvent {
  return {
    name: 'webhook.secret_rotated',
    data: { webhook: id, old_until: oldUntil.toISOString() },
  }
}

export function webhookEnabled(id: string): NewEvent {
  return { name: 'webhook.enabled', data: { webhook: id } }
}

export function webhookDisabled(
  id: string,
  because: NewDataOf<'webhook.disabled'>['because'],
): NewEvent {
  return { name: 'webhook.disabled', data: { webhook: id, because } }
}

export function webhookDeleted(id: string): NewEvent {
  return { name: 'webhook.deleted', data: { webhook: id } }
}

export function webhookTested(id: string, delivery: string): NewEvent {
  return { name: 'webhook.tested', data: { webhook: id, delivery } }
}

export function webhookResent(id: string, count: number, delivery?: string): NewEvent {
  return {
    name: 'webhook.resent',
    data: { webhook: id, count, ...(delivery !== undefined && { delivery }) },
  }
}
