import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createAuth } from '#server/team/auth.ts'
import { createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { migrate, readMigrations } from './migrate.ts'

const desk = await createTestDesk()

test('of three that migrate an empty database at once, one applies and two find nothing', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  const counts = applied.map((names) => names.length).toSorted((a, b) => a - b)
  expect(counts).toEqual([0, 0, readMigrations().length])
})

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
