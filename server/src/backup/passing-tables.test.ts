import { expect, test } from 'vitest'
import { withClient } from '#server/database/open-client.ts'
import { migrate } from '#server/database/migrate.ts'
import { createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { loadArchive } from './load-archive.ts'
import type { Archive } from './read-archive.ts'
import { nameOf } from './archive-format.ts'
import { readContents, readTables } from './read-schema.ts'

test('nothing that is kept belongs to what a backup leaves out', async () => {
  const { ownerUrl } = await createTestDesk()
  await withClient(ownerUrl, 'test', async (client) => {
    const { tables } = await readContents(client, { withTelemetry: true })
    const { rows } = await client.query<{ of: string; to: string }>(
      `select of.named as of, at.named as to from pg_constraint
      join lateral (select n.nspname || '.' || relname as named from pg_class c
        join pg_namespace n on n.oid = relnamespace where c.oid = conrelid) as of on true
      join lateral (select n.nspname || '.' || relname as named from pg_class c
        join pg_namespace n on n.oid = relnamespace where c.oid = confrelid) as at on true
      where contype = 'f' and coninhcount = 0`,
    )
    const kept = new Set(tables.map(nameOf))
    const loose = rows.filter(({ of, to }) => kept.has(of) && !kept.has(to))
    expect(rows.length).toBeGreaterThan(20)
    expect(loose).toEqual([])
  })
})

test('what an earlier version still kept of a session is not there after a restore', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await withClient(url, 'test', async (client) => {
    const all = await readTables(client)
    const table = all.find((each) => nameOf(each) === 'public.provider_session')!
    const contents = await readContents(client, { withTelemetry: true })
    const archive = {
      header: { ...contents, tables: [table], sequences: [], telemetryDays: [] },
      parts: async function* () {
        const of = new Map([
          ['session_id', 'gone'],
          ['provider', 'acme'],
          ['id_token', 'sealed'],
        ])
        const row = table.columns.map((column) => of.get(column) ?? '\\N').join('\t')
        yield { table: nameOf(table), rows: Buffer.from(`${row}\n`) }
      },
    } as unknown as Archive
    await loadArchive(client, archive)
    const { rows } = await client.query('select * from provider_session')
    expect(rows).toEqual([])
  })
})
