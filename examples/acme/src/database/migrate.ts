import { readFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { inTransaction, row } from '#acme/database/connect.ts'

const migrations = ['0001_acme.sql', '0002_reader.sql', '0003_mail_headers.sql']
const lockKey = 4_202_001 // any number, the same in every process of Acme

/** Applies what is missing, one transaction for all; two processes at once take turns. */
export async function migrate(pool: Pool): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [lockKey])
    await tx.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    for (const name of migrations) {
      if (await row(tx, 'select name from migration where name = $1', [name])) continue
      await tx.query(await readFile(new URL(name, import.meta.url), 'utf8'))
      await tx.query('insert into migration (name) values ($1)', [name])
    }
  })
}
