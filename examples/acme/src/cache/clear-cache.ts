import type { PoolClient } from 'pg'
import type { Change } from '#acme/admin/change.ts'
import { row, rows } from '#acme/database/connect.ts'
import { conflict, notFound } from '#acme/refused.ts'

type Entry = { id: string; key: string; version: number; was_stale: boolean }

/** Every cached figure of one account is thrown away and computed afresh. */
export async function clearCache(tx: PoolClient, target: { accountId: string }): Promise<Change> {
  const account = await row(tx, 'select id from account where id = $1', [target.accountId])
  if (!account) throw notFound(`Account ${target.accountId}`)
  const entries = await rows<Entry>(
    tx,
    `update cache_entry c set stale = false, version = c.version + 1, refreshed_at = now()
     from (select id, stale as was_stale from cache_entry where account_id = $1 for update) before
     where c.id = before.id returning c.id, c.key, c.version, before.was_stale`,
    [target.accountId],
  )
  if (entries.length === 0) throw conflict('Nothing is cached for this account')
  return {
    summary: `${entries.length} cached figures are computed afresh`,
    changes: entries.map((entry) => ({
      record: entry.id,
      field: 'version',
      from: entry.version - 1,
      to: entry.version,
    })),
  }
}
