import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { jsonText } from '#server/database/json-text.ts'

/** Of another desk: by column name. */
export type EventOfOrigin = {
  at: string
  name: string
  actor_kind: string
  ticket_id: string
  data: object
  /** The same fact of the same history has the same one for ever. */
  key: string
}

/**
 * Appends the events that are not in the record yet. Nobody else writes this history meanwhile.
 * @returns how many were new
 */
export async function appendOfOrigin(
  tx: Transaction<DB>,
  origin: string,
  events: readonly EventOfOrigin[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into event (at, name, actor_kind, actor_id, ticket_id, data, origin, key)
    select at, name, actor_kind, ${origin}, ticket_id, data, ${origin}, key
    from rows from (
      jsonb_to_recordset(${jsonText(events)}::jsonb)
        as (at timestamptz, name text, actor_kind text, ticket_id uuid, data jsonb, key uuid)
    ) with ordinality as imported (at, name, actor_kind, ticket_id, data, key, place)
    where not exists (
      select from event known
      where known.ticket_id = imported.ticket_id and known.key = imported.key)
    order by place`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
