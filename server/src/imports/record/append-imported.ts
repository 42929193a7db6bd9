import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { appendOfOrigin } from '#server/core/append-of-origin.ts'
import { isoTime } from '#server/core/iso-time.ts'
import { nameUuid } from '#server/imports/history/name-uuid.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'

type ImportedCase = { caseKey: string; ticketId: string; events: readonly HistoryEvent[] }

/**
 * Appends the events that are not in the record yet; the same fact of the same history has the
 * same key for ever. Nobody else writes this history meanwhile.
 * @returns how many were new
 */
export async function appendImported(
  tx: Transaction<DB>,
  origin: string,
  cases: readonly ImportedCase[],
): Promise<number> {
  return appendOfOrigin(
    tx,
    origin,
    cases.flatMap((imported) => rowsOf(origin, imported)),
  )
}

/** The events of a case as rows of the table, by column name. */
export function rowsOf(origin: string, { caseKey, ticketId, events }: ImportedCase) {
  const repeats = new Map<string, number>()
  return events.map((event) => {
    const fact = `${origin}\n${caseKey}\n${event.name}\n${event.at}`
    const repeat = repeats.get(fact) ?? 0
    repeats.set(fact, repeat + 1)
    return {
      at: isoTime(event.at),
      name: event.name,
      actor_kind: actorOf(event),
      actor_id: origin,
      ticket_id: ticketId,
      data: event.data,
      origin,
      key: nameUuid(`${fact}\n${repeat}`),
    }
  })
}

/** Who came back is told by the event; who worked there is nobody of this desk. */
function actorOf(event: HistoryEvent): 'customer' | 'integration' {
  const isCustomers = event.name === 'ticket.reopened' ? event.data.by === 'customer' : false
  return isCustomers ? 'customer' : 'integration'
}
