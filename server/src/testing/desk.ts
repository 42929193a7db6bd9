import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, inject } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { readConfig } from '#server/core/config.ts'
import { ensureAppLogin, loginName } from '#server/database/app-login.ts'
import type { DB } from '#server/database/db-types.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { isEventName, knownEvent } from '@firstline/contract/events'
import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Desk } from '#server/core/verb.ts'
import { fakeClock } from './clock.ts'
import type { FakeClock } from './clock.ts'

export type TestDesk = Desk & {
  clock: FakeClock
  pool: pg.Pool
  /** What the product connects with. */
  url: string
  /** The same database as its owner, who makes tables and breaks things. */
  ownerUrl: string
  close(): Promise<void>
}

const silent = pino({ level: 'silent' })

/**
 * A migrated database of its own for a test file (a clone of the template), dropped afterwards.
 * @param reactionsTo which reactions verbs enqueue; none unless told
 */
export async function createTestDesk(
  reactionsTo: (name: EventName) => readonly string[] = () => [],
): Promise<TestDesk> {
  const ownerUrl = await cloneTemplate(inject('maintenanceUrl'))
  const { url } = await ensureAppLogin(ownerUrl)
  const pool = createPool(url, silent, { max: 8 })
  const desk: TestDesk = {
    db: createDatabase(pool),
    readDb: createDatabase(createPool(url, silent, { max: 4, isReading: true })),
    pool,
    url,
    ownerUrl,
    clock: fakeClock('2026-03-02T09:00:00Z'),
    log: silent,
    // where no file can lie: a test that keeps files says where
    config: readConfig({ FIRSTLINE_HOME: '/dev/null/firstline' }),
    reactionsTo,
    async close() {
      // also when a test has broken its database
      const notUnderstood = await readNotUnderstood(desk.db).catch(() => [])
      await Promise.all([desk.db.destroy(), desk.readDb.destroy()])
      const name = nameOf(ownerUrl)
      await administer(
        `drop database ${name} with (force)`,
        `drop role ${pg.escapeIdentifier(loginName(name))}`,
      )
      expect(notUnderstood).toEqual([])
    },
  }
  afterAll(() => desk.close())
  return desk
}

/**
 * Whatever a test has recorded, imported or told as an older version can be read by this one; where it
 * told names only, nothing is read.
 */
async function readNotUnderstood(db: Kysely<DB>): Promise<object[]> {
  const { rows } = await sql<{ name: string; data: unknown }>`
    select distinct on (name, array(select jsonb_object_keys(data) order by 1)) name, data
    from event where data <> '{}'`.execute(db)
  return rows.filter((event) => isEventName(event.name) && knownEvent(event) === null)
}

/** A database with nothing in it, dropped afterwards. @param owner a role that exists */
export async function emptyDatabase(owner = 'postgres'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} owner ${owner}`)
  afterAll(() => administer(`drop database ${name} with (force)`))
  return inject('maintenanceUrl')
    .replace('/postgres?', `/${name}?`)
    .replace('//postgres@', `//${owner}@`)
}

async function cloneTemplate(maintenanceUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // page by page into the log, as it is done unless told, takes four times as long
  await administer(`create database ${name} template template_app strategy file_copy`)
  return maintenanceUrl.replace('/postgres?', `/${name}?`)
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

/** Statements of the administrator of the test's PostgreSQL. */
export async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('maintenanceUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An agent for tests of permissions that need no row in the database. */
export const someAgent: Actor = {
  kind: 'person',
  id: '00000000-0000-7000-8000-00000000000a',
  name: 'Ada Agent',
  role: 'agent',
  line: 'L1',
}
