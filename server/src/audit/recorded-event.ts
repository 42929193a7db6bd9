import { sql } from 'kysely'
import { z } from 'zod'
import { hashLeaf } from './merkle.ts'

const text = z.string()
const textOrNull = z.string().nullable()

/**
 * A row of the event record as it is hashed: every column as text, as PostgreSQL writes it, so that
 * no language rounds a number or a time. Times in UTC with microseconds.
 */
export const RecordedEvent = z.strictObject({
  account_id: textOrNull,
  actor_id: textOrNull,
  actor_kind: text,
  at: text,
  data: text,
  id: z.string().regex(/^[1-9]\d{0,18}$/),
  key: textOrNull,
  name: text,
  origin: text,
  recorded_at: text,
  ticket_id: textOrNull,
  xid: text,
})
export type RecordedEvent = z.infer<typeof RecordedEvent>

/** Their order is that of canonical JSON. */
const columns = Object.keys(RecordedEvent.shape) as (keyof RecordedEvent)[]

/** JSON.stringify with keys that are in order already is canonical JSON of texts and nulls. */
function canonicalEvent(event: RecordedEvent): string {
  return JSON.stringify(event, columns)
}

export function leafHashOf(event: RecordedEvent): Buffer {
  return hashLeaf(canonicalEvent(event))
}

const timeAsText = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The columns of `event` in that form, for a select. */
export const recordedColumns = columns.map((column) =>
  column === 'at' || column === 'recorded_at'
    ? timeAsText(`event.${column}`).as(column)
    : sql<string>`${sql.ref(`event.${column}`)}::text`.as(column),
)
