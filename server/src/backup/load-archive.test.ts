import { expect, test } from 'vitest'
import { withClient } from '#server/database/open-client.ts'
import { migrate } from '#server/database/migrate.ts'
import { createCommitDoor } from '#server/testing/commit-door.ts'
import { emptyDatabase } from '#server/testing/desk.ts'
import { loadArchive } from './load-archive.ts'
import type { Archive } from './read-archive.ts'
import { readContents, readTables } from './read-schema.ts'
import { nameOf } from './archive-format.ts'
import { loadOrSay } from './restore-backup.ts'

/** Loads one setting through a connection that is lost. @returns what was said, and what is there */
async function lostAt(moment: 'before its commit' | 'after its commit', statement: RegExp) {
  const url = await emptyDatabase()
  await migrate(url)
  const door = await createCommitDoor(url)
  const lost = door.breakAt(statement, moment)
  const said = await withClient(door.url, 'test', (client) =>
    loadOrSay(async () => loadArchive(client, await archiveOf(client))),
  ).catch((error: unknown) => error)
  await lost
  await door.remove()
  const settings = await withClient(url, 'test', async (client) => {
    const { rows } = await client.query<{ key: string }>('select key from setting')
    return rows.map(({ key }) => key)
  })
  return { said, settings }
}

async function archiveOf(client: Parameters<typeof readTables>[0]): Promise<Archive> {
  const table = (await readTables(client)).find((each) => nameOf(each) === 'public.setting')!
  const contents = await readContents(client, { withTelemetry: true })
  const row = table.columns.map((name) =>
    name === 'key' ? 'loaded' : name === 'value' ? '1' : '\\N',
  )
  // of an archive only these are read
  return {
    header: { ...contents, tables: [table], sequences: [], telemetryDays: [] },
    parts: async function* () {
      yield { table: nameOf(table), rows: Buffer.from(`${row.join('\t')}\n`) }
    },
  } as unknown as Archive
}

test('a commit whose answer was lost is not said to have kept nothing', async () => {
  const { said, settings } = await lostAt('after its commit', /truncate/)
  expect(settings).toEqual(['loaded'])
  expect(said).toMatchObject({ reason: 'restore.outcome-unknown' })
  expect(String(said)).toContain('did not answer whether it kept them')
})

test('a commit that the database never heard is not known to have kept anything either', async () => {
  const { said, settings } = await lostAt('before its commit', /truncate/)
  expect(settings).toEqual([])
  expect(said).toMatchObject({ reason: 'restore.outcome-unknown' })
})
