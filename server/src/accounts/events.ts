import type { NewEvent } from '#server/core/events.ts'
import type { ForeignRow } from './refuse-foreign.ts'
import type { Look } from './record-look.ts'

export function accountUnmasked(look: Look, source: string, reason: string): NewEvent {
  return { name: 'account.unmasked', ...look, data: { source, reason } }
}

export function accountOpened(accountId: string, opening: string, reason: string): NewEvent {
  return { name: 'account.opened', accountId, data: { opening, reason } }
}

/** @param accountId null: the directory knows no such account */
export function sourceTried(
  accountId: string | null,
  data: { trial: string; source: string; reason: string },
): NewEvent {
  return { name: 'account.tried', accountId, data }
}

/** Counts only: the foreign rows themselves are written nowhere. */
export function foreignRowFound({ scope, source, rows, foreign }: ForeignRow): NewEvent {
  return {
    name: 'security.foreign_row',
    ticketId: scope.ticketId,
    accountId: scope.accountId,
    data: { source, rows, foreign },
  }
}
