import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createAuth } from '#server/team/auth.ts'
import { createCommitDoor } from '#server/testing/commit-door.ts'
import { createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { migrate, readMigrations } from './migrate.ts'

const desk = await createTestDesk()

test('of three that migrate an empty database at once, one applies and two find nothing', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  const counts = applied.map((names) => names.length).toSorted((a, b) => a - b)
  expect(counts).toEqual([0, 0, readMigrations().length])
})

test.each([
  ['after its commit', 2],
  ['before its commit', 1],
] as const)(
  'the database of a migration goes away %s: nobody knows whether it was kept, and nothing is done twice',
  async (moment, kept) => {
    const url = await emptyDatabase()
    await migrate(url, { upTo: 1 })
    const door = await createCommitDoor(url)
    const broken = door.breakAt(/insert into migration .*values \(\$1/, moment)
    await expect(migrate(door.url)).rejects.toThrow(
      /^Migration 0002_\w+\.sql was done, and the database did not answer whether it kept it; start again, nothing is done twice: /,
    )
    await broken
    await door.remove()
    expect(await numbersIn(url)).toEqual(Array.from({ length: kept }, (_, n) => n + 1))
    await migrate(url)
    expect(await numbersIn(url)).toHaveLength(readMigrations().length)
  },
)

async function numbersIn(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ number: number }>(
    'select number from migration order by number',
  )
  await client.end()
  return rows.map(({ number }) => number)
}

test('a database whose applied migration is not the file any more is refused', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("update migration set sha256 = 'other' where number = 1")
  await client.end()
  await expect(migrate(url)).rejects.toThrow(/0001_event\.sql was applied .* has changed since/)
})

test('our tables for sign-in are exactly those that better-auth wants', async () => {
  const auth = createAuth(desk.db, desk.log, {
    publicUrl: 'http://localhost:3000',
    secret: 'x'.repeat(40),
  })
  const missing = await getMigrations({
    ...auth.options,
    database: { db: desk.db, type: 'postgres', schemaName: 'auth' },
  })
  expect(missing.toBeCreated).toEqual([])
  expect(missing.toBeAdded).toEqual([])
})
