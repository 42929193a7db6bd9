import { auditRoutes } from '@firstline/contract/audit'
import type { RecordEntry, RecordFilter } from '@firstline/contract/audit'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { noteReading } from './record-reading.ts'
import { beginning, readLastSeal } from './seal-store.ts'
import { actorOf, withNames } from './timeline.ts'

type Place = { at: string; id: string }

export const listRecord = defineDeed({
  permission: 'audit:read',
  input: auditRoutes.listRecord.query,
  async run(context, { cursor, limit, ...filter }) {
    // before it is on record that somebody reads: what is refused is not read
    const after = cursor === undefined ? null : decodePlace(cursor)
    await noteReading(context, context.actor, filter)
    const entries = await readEntries(context.db, filter, { after, limit: limit + 1 })
    const items = entries.slice(0, limit)
    const last = items.at(-1)
    return { items, next: entries.length > limit && last ? encodePlace(last) : null }
  },
})

/** Everything the filter finds, newest first, a batch at a time. */
export async function* readAllEntries(
  { db }: Pick<Desk, 'db'>,
  filter: RecordFilter,
  batch = 1_000,
): AsyncGenerator<RecordEntry> {
  for (let after: Place | null = null; ;) {
    const entries: RecordEntry[] = await readEntries(db, filter, { after, limit: batch })
    yield* entries
    const last = entries.at(-1)
    if (last === undefined || entries.length < batch) return
    after = last
  }
}

const timeText = sql<string>`to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const kindOfEvent = sql<string>`split_part(event.name, '.', 1)`

async function readEntries(
  db: Kysely<DB>,
  filter: RecordFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<RecordEntry[]> {
  const sealedUpTo = (await readLastSeal(db))?.seal.last ?? beginning
  const rows = await withNames(filtered(db, filter, after))
    .select([
      'event.id',
      timeText.as('at'),
      'event.name',
      'event.data',
      'event.ticket_id as ticketId',
      'names.ticket_number as ticketNumber',
      'event.account_id as accountId',
      'names.account_name as accountName',
      sql<boolean>`(event.xid, event.id) <= (${sealedUpTo.xid}::xid8, ${sealedUpTo.id}::bigint)`.as(
        'isSealed',
      ),
    ])
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.name,
    actor: actorOf(row),
    ticket: ticketOf(row),
    account: accountOf(row),
    data: row.data as Record<string, unknown>,
    isSealed: row.isSealed,
  }))
}

function ticketOf({ ticketId: id, ticketNumber }: NamedRow): RecordEntry['ticket'] {
  return id === null || ticketNumber === null ? null : { id, number: Number(ticketNumber) }
}

function accountOf({ accountId: id, accountName: name }: NamedRow): RecordEntry['account'] {
  return id === null || name === null ? null : { id, name }
}

type NamedRow = {
  ticketId: string | null
  ticketNumber: string | number | null
  accountId: string | null
  accountName: string | null
}

/** Of what happened at this desk: what was imported was neither seen nor done here. */
function filtered(db: Kysely<DB>, filter: RecordFilter, after: Place | null) {
  let query = db.selectFrom('event').where('event.origin', '=', sql.lit('live'))
  if (filter.personId) {
    query = query
      .where('event.actor_id', '=', filter.personId)
      .where('event.actor_kind', '=', 'person')
  }
  if (filter.accountId) query = query.where('event.account_id', '=', filter.accountId)
  if (filter.kind) query = query.where(kindOfEvent, '=', filter.kind)
  if (filter.from) query = query.where('event.at', '>=', new Date(filter.from))
  if (filter.to) query = query.where('event.at', '<', new Date(filter.to))
  if (!after) return query
  return query.where(
    sql<boolean>`(event.at, event.id) < (${after.at}::timestamptz, ${after.id}::bigint)`,
  )
}

function encodePlace({ at, id }: Place): string {
  return Buffer.from(`${at}|${id}`).toString('base64url')
}

function decodePlace(cursor: string): Place {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (/^\d{4}-\d\d-\d\dT[\d:.]{15}Z$/.test(at) && /^\d{1,18}$/.test(id)) {
    if (!Number.isNaN(Date.parse(at))) return { at, id }
  }
  throw new Invalid('cursor.invalid', 'This cursor was not given by this list')
}
