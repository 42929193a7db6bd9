import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/database/db-types.ts'
import type { HistoryCase } from '#server/imports/history/loaded-history.ts'

/** One connection, as itself and for queries. */
export type Writer = { client: pg.Client; db: Kysely<DB> }

/** What one transaction writes; it has begun. */
export type Batch = {
  /** @returns how many characters it takes, about */
  add(one: HistoryCase): number
  /** @returns how many events were new */
  write(): Promise<number>
}
