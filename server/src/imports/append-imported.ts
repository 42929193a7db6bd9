import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { isoTime } from '#server/core/iso-time.ts'
import { nameUuid } from '#server/imports/name-uuid.ts'
import { jsonText } from '#server/imports/json-text.ts'
import type { HistoryEvent } from '#server/scorecard/history.ts'

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
  const rows = cases.flatMap((imported) => rowsOf(origin, imported))
  const { numAffectedRows } = await sql`
    insert into event (at, name, actor_kind, actor_id, ticket_id, data, origin, key)
    select at, name, actor_kind, ${origin}, ticket_id, data, ${origin}, key
    from rows from (
      jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as (at timestamptz, name text, actor_kind text, ticket_id uuid, data jsonb, key uuid)
    ) with ordinality as imported (at, name, actor_kind, ticket_id, data, key, place)
    where not exists (
      select from event known
      where known.ticket_id = imported.ticket_id and known.key = imported.key)
    order by place`.execute(tx)
  return Number(numAffectedRows ?? 0)
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
