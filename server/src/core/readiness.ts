import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from './db-types.ts'

export async function readReadiness({ db }: { db: Kysely<DB> }): Promise<{ status: 'ready' }> {
  await sql`select 1`.execute(db)
  return { status: 'ready' }
}
