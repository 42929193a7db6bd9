import { randomUUID } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { createAuth } from '#server/team/auth.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPool } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'

const desk = await createTestDesk()

async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('maintenanceUrl') })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function emptyDatabase(owner = 'postgres'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} owner ${owner}`)
  return inject('maintenanceUrl')
    .replace('/postgres?', `/${name}?`)
    .replace('//postgres@', `//${owner}@`)
}

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

test('an owner that may not create roles is told what an administrator has to do, once', async () => {
  const owner = `owner_${randomUUID().slice(0, 8)}`
  await administer(`create role ${owner} login`)
  const url = await emptyDatabase(owner)
  const grant = `grant firstline_app to ${owner}`
  await expect(migrate(url)).rejects.toThrow(`Let an administrator run: ${grant};`)
  await administer(grant)
  await migrate(url)
  const pool = createPool(url, desk.log)
  expect((await pool.query('select count(*)::int as n from ticket')).rows).toEqual([{ n: 0 }])
  await pool.end()
})

test('our tables for sign-in are exactly those that better-auth wants', async () => {
  const auth = createAuth(desk.db, desk.log, {
    publicUrl: 'http://localhost:3000',
    secret: 'x'.repeat(40),
  })
  const missing = await getMigrations(auth.options)
  expect(missing.toBeCreated).toEqual([])
  expect(missing.toBeAdded).toEqual([])
})
