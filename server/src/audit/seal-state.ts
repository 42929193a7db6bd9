import { sql } from 'kysely'
import type { Desk } from '#server/core/verb.ts'
import { readHeldBackSince } from '#server/core/event-horizon.ts'
import { keyIdOf } from './seal.ts'
import type { SealBody } from './seal.ts'
import { beginning, readLastSeal } from './seal-store.ts'
import { onlyRow } from '#server/database/only-row.ts'

export type SealState = {
  /** null before the first seal. */
  sealed: {
    number: number
    events: number
    at: string
    /** Signs the next seal. */
    publicKey: string
    keyId: string
  } | null
  /** Not counted beyond a thousand. */
  unsealed: number
  oldestUnsealedAt: string | null
  heldBackSince: string | null
}

export async function readSealState({ db }: Pick<Desk, 'db'>): Promise<SealState> {
  const last = await readLastSeal(db)
  const after = last?.seal.last ?? beginning
  const { rows } = await sql<{ unsealed: number; oldest: Date | null }>`
    select count(*)::int as unsealed, min(recorded_at) as oldest from (
      select recorded_at from event
      where (xid, id) > (${after.xid}::xid8, ${after.id}::bigint)
      order by xid, id limit 1000) as newest`.execute(db)
  const { unsealed, oldest } = onlyRow(rows)
  return {
    sealed: last && sealedOf(last.seal),
    unsealed,
    oldestUnsealedAt: oldest?.toISOString() ?? null,
    heldBackSince: await readHeldBackSince(db),
  }
}

function sealedOf(seal: SealBody) {
  const publicKey = seal.next_key ?? seal.key
  return {
    number: seal.number,
    events: seal.total,
    at: seal.sealed_at,
    publicKey,
    keyId: keyIdOf(publicKey),
  }
}
