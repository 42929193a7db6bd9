import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { recordedColumns } from './recorded-event.ts'
import type { RecordedEvent } from './recorded-event.ts'
import type { Position, SealBody, SignedSeal } from './seal.ts'

export type StoredSeal = { signed: SignedSeal; entries: Buffer }

type SealRow = { body: string; signature: Buffer; entries: Buffer }

export async function readLastSeal(db: Kysely<DB>): Promise<SignedSeal | null> {
  const row = await db
    .selectFrom('seal')
    .select(['body', 'signature'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? signedOf(row) : null
}

/** Not yet judged: a seal that somebody edited is read too, and refused by the verifier. */
export function signedOf({ body, signature }: Pick<SealRow, 'body' | 'signature'>): SignedSeal {
  return { seal: JSON.parse(body) as SealBody, signature: signature.toString('hex') }
}

export async function* readSeals(
  db: Kysely<DB>,
  from = 1,
  options: { batch: number } = { batch: 20 },
): AsyncGenerator<StoredSeal> {
  for (let next = BigInt(from); ;) {
    const rows = await db
      .selectFrom('seal')
      .select(['number', 'body', 'signature', 'entries'])
      .where('number', '>=', String(next))
      .orderBy('number')
      .limit(options.batch)
      .execute()
    for (const row of rows) yield { signed: signedOf(row), entries: row.entries }
    const last = rows.at(-1)
    if (last === undefined || rows.length < options.batch) return
    next = BigInt(last.number) + 1n
  }
}

export type Epoch = {
  number: number
  afterId: string
  /** null: the current one */ upToId: string | null
}

export async function readEpochs(db: Kysely<DB>): Promise<Epoch[]> {
  const rows = await db.selectFrom('seal_epoch').selectAll().orderBy('number').execute()
  return rows.map(({ number, after_id }, place) => ({
    number,
    afterId: after_id,
    upToId: rows[place + 1]?.after_id ?? null,
  }))
}

export const beginning: Position = { xid: '0', id: '0' }

/**
 * The next events of an epoch in commit order, at most `limit`.
 * @param horizon only transactions below it; null when the epoch is over
 */
export async function readEventsAfter(
  db: Kysely<DB> | Transaction<DB>,
  epoch: Epoch,
  after: Position,
  { horizon, limit }: { horizon: string | null; limit: number },
): Promise<RecordedEvent[]> {
  let query = db
    .selectFrom('event')
    .select(recordedColumns)
    .where(sql<boolean>`(event.xid, event.id) > (${after.xid}::xid8, ${after.id}::bigint)`)
    .where('event.id', '>', epoch.afterId)
  if (epoch.upToId !== null) query = query.where('event.id', '<=', epoch.upToId)
  if (horizon !== null) query = query.where(sql<boolean>`event.xid < ${horizon}::xid8`)
  return query.orderBy('event.xid').orderBy('event.id').limit(limit).execute()
}

export function positionOf({ xid, id }: RecordedEvent): Position {
  return { xid, id }
}

export function isAfter(a: Position, b: Position): boolean {
  const [axid, bxid] = [BigInt(a.xid), BigInt(b.xid)]
  return axid === bxid ? BigInt(a.id) > BigInt(b.id) : axid > bxid
}
