import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createDatabase, createPool } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { startEmbedded } from '#server/database/postgres/embedded.ts'
import { isRunning, postmasterOf } from '#server/database/postgres/postmaster.ts'
import { makeScratchFolder } from '#server/database/postgres/scratch-folder.ts'
import { someAgent } from '#server/testing/desk.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { forgetPhrase } from '#server/testing/forget-phrase.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { reactionsByOneJob } from './react.ts'
import { defineVerb } from './verb.ts'
import type { Desk } from './verb.ts'
import { startWorker } from './worker.ts'

/**
 * A PostgreSQL that awaits its disk, as that of a desk does (that of the tests does not), and writes down
 * what nobody awaits after ten seconds only: killed before that, it has surely lost it.
 */
const folder = makeScratchFolder('firstline-killed-')
const data = join(folder, 'postgres')
const cluster = await startEmbedded(data, { flags: '-c wal_writer_delay=10s -c autovacuum=off' })
const url = await cluster.database('desk')
await migrate(url)
const log = pino({ level: 'silent' })
const pool = createPool(url, log)
const db = createDatabase(pool)
afterAll(async () => {
  await db.destroy()
  await cluster.leave()
  rmSync(folder, { recursive: true, force: true })
})

/** One alone is done for itself; several that change the desk share a transaction. */
const reactions = ['check_it', 'tell_it']
const desk: Desk = {
  db,
  readDb: db,
  log,
  clock: systemClock,
  config: readConfig({ FIRSTLINE_HOME: '/dev/null/firstline' }),
  reactionsTo: (name) => (name === 'phrase.forgotten' ? reactions : []),
}

/** Done again it does nothing, as every reaction. */
const checkMail = defineVerb({
  permission: 'ticket:write',
  input: z.object({ mail: z.string() }),
  async run({ tx }, { mail }) {
    await tx.insertInto('setting').values({ key: mail, value: '1' }).execute()
    return { result: null, events: [{ name: 'mail.checked', data: { mail } }] }
  },
})

const together = {
  names: new Set(reactions),
  reactionsTo: desk.reactionsTo,
  of: (inside: Pick<Desk, 'db'>) => ({
    each: {
      check_it: async ({ id }: { id: string }) => {
        const done = await inside.db
          .selectFrom('setting')
          .select('key')
          .where('key', '=', id)
          .execute()
        if (done.length === 0) await checkMail({ ...desk, ...inside }, someAgent, { mail: id })
      },
    },
    last: { tell_it: async () => undefined },
  }),
}
const reacting = { db, log, reactions: {}, together }

/** Something happens, and a job for its reaction waits. @returns the number of the event */
async function happen(phrase: string): Promise<string> {
  await forgetPhrase(desk, someAgent, { phrase })
  const { rows } = await sql<{ id: string }>`
    select max(id)::text as id from event where data ->> 'phrase' = ${phrase}`.execute(db)
  return rows[0]!.id
}

async function seen(event: string) {
  const { rows } = await sql<{ done: number; told: number; jobs: number }>`
    select (select count(*)::int from setting where key = ${event}) as done,
      (select count(*)::int from event where data ->> 'mail' = ${event}) as told,
      (select count(*)::int from graphile_worker._private_jobs
        where payload ->> 'event' = ${event}) as jobs`.execute(db)
  return rows[0]
}

/** At once, with all its processes; it is started again by itself. */
async function killPostgres(): Promise<void> {
  const pid = postmasterOf(data)!
  process.kill(pid, 'SIGQUIT')
  await until(() => !isRunning(pid))
  await eventually(() => db.selectFrom('setting').select('key').limit(1).execute())
}

test('a reaction whose commit PostgreSQL forgets as it is killed right after it is done again, once', async () => {
  const event = await happen('lost')
  await reactionsByOneJob(reacting)({ event, reactions })
  await killPostgres()
  // its job has outlived it
  expect(await seen(event)).toEqual({ done: 0, told: 0, jobs: 1 })
  const worker = await startWorker({ url, ...reacting, tasks: {}, schedule: [] })
  await eventually(async () => expect(await seen(event)).toEqual({ done: 1, told: 1, jobs: 0 }))
  await worker.stop()
})

test('one whose job has ended is there, with all that it led to, however PostgreSQL ends', async () => {
  const event = await happen('kept')
  const worker = await startWorker({ url, ...reacting, tasks: {}, schedule: [] })
  await eventually(async () => expect(await seen(event)).toMatchObject({ jobs: 0 }))
  await killPostgres()
  expect(await seen(event)).toEqual({ done: 1, told: 1, jobs: 0 })
  await worker.stop()
})
