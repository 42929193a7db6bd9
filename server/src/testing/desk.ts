import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, inject } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { createDatabase, createPool } from '#server/core/database.ts'
import type { EventName } from '#server/core/events.ts'
import type { Desk } from '#server/core/verb.ts'
import { fakeClock } from './clock.ts'
import type { FakeClock } from './clock.ts'

export type TestDesk = Desk & {
  clock: FakeClock
  pool: pg.Pool
  url: string
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
  const url = await cloneTemplate(inject('maintenanceUrl'))
  const pool = createPool(url, silent, { max: 8 })
  const desk: TestDesk = {
    db: createDatabase(pool),
    pool,
    url,
    clock: fakeClock('2026-03-02T09:00:00Z'),
    log: silent,
    reactionsTo,
    async close() {
      await desk.db.destroy()
      await maintain(inject('maintenanceUrl'), `drop database ${nameOf(url)} with (force)`)
    },
  }
  afterAll(() => desk.close())
  return desk
}

async function cloneTemplate(maintenanceUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await maintain(maintenanceUrl, `create database ${name} template template_app`)
  return maintenanceUrl.replace('/postgres?', `/${name}?`)
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** An agent for tests of permissions that need no row in the database. */
export const someAgent: Actor = {
  kind: 'person',
  id: '00000000-0000-7000-8000-00000000000a',
  name: 'Ada Agent',
  role: 'agent',
  line: 'L1',
}
