import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { until } from '#server/testing/eventually.ts'
import { forgetPhrase } from '#server/testing/forget-phrase.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from './errors.ts'
import type { Event } from './events.ts'
import { reactionsByOneJob } from './react.ts'
import { defineVerb } from './verb.ts'
import type { Desk } from './verb.ts'
import type { Together } from './worker-config.ts'

const asked = {
  'phrase.forgotten': ['note_it', 'tell_it', 'count_it'],
  'mail.checked': ['note_it', 'tell_it'],
}
const desk = await createTestDesk((name) =>
  name in asked ? asked[name as keyof typeof asked] : [],
)

/** Something happens, and a job for its reactions waits. */
async function happen(phrase: string): Promise<string> {
  await forgetPhrase(desk, someAgent, { phrase })
  const { rows } = await sql<{ id: string }>`
    select max(id) as id from event where data ->> 'phrase' = ${phrase}`.execute(desk.db)
  return rows[0]!.id
}

/** A reaction that changes something by a verb, which records an event of its own. */
const checkMail = defineVerb({
  permission: 'ticket:write',
  input: z.object({ mail: z.string(), isRefused: z.boolean() }),
  async run({ tx }, { mail, isRefused }) {
    await note(tx, `checked ${mail}`)
    if (isRefused) throw new Conflict('mail.checked-already', 'It is')
    return { result: null, events: [{ name: 'mail.checked', data: { mail } }] }
  },
})

async function note(db: Kysely<DB>, key: string): Promise<void> {
  await db.insertInto('setting').values({ key, value: '1' }).execute()
}

/** By its own word: the tests' server awaits no disk for anybody. */
async function isCommitUnawaited(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_settings
    where name = 'synchronous_commit' and setting = 'off' and source = 'session'`.execute(db)
  return rows.length === 1
}

type Fault = { in?: string; times?: number; isRefused?: boolean }

/** Runs the waiting job of an event. @returns what was called, in which transaction, in order */
async function runJob(event: string, reactions: string[], fault: Fault = {}) {
  const calls: string[] = []
  let faults = fault.times ?? 1
  async function called(db: Kysely<DB>, name: string, events: readonly Event[]) {
    calls.push(
      [db.isTransaction ? 'inside' : 'alone', name, ...events.map((one) => one.name)].join(' '),
    )
    for (const { id } of events) await note(db, `${name} ${id}`)
    // a crash that loses what was done inside finds its job waiting; what calls out is surely on disk
    expect(await isCommitUnawaited(db)).toBe(db.isTransaction)
    if (name === fault.in && faults-- > 0) await sql`select 1 / 0`.execute(db)
  }
  const reactionsOf = (inside: Desk) => ({
    async note_it(event: Event) {
      await called(inside.db, 'note_it', [event])
      if (event.name !== 'phrase.forgotten') return
      const input = { mail: event.id, isRefused: fault.isRefused ?? false }
      await checkMail(inside, someAgent, input).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
      })
    },
    tell_it: (event: Event) => called(inside.db, 'tell_it', [event]),
    count_it: (event: Event) => called(inside.db, 'count_it', [event]),
  })
  const together: Together = {
    names: new Set(['note_it', 'count_it']),
    reactionsTo: desk.reactionsTo,
    of: (inside) => ({
      each: { note_it: reactionsOf({ ...desk, ...inside }).note_it },
      last: { count_it: (events) => called(inside.db, 'count_it', events) },
    }),
  }
  const run = reactionsByOneJob({
    db: desk.db,
    log: desk.log,
    reactions: reactionsOf(desk),
    together,
  })
  const failed = await run({ event, reactions }).then(
    () => false,
    () => true,
  )
  return { calls, failed }
}

async function notes(of: string): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('setting')
    .select('key')
    .where('key', 'like', `%${of}`)
    .execute()
  return rows.map(({ key }) => key).toSorted()
}

/** The jobs but the one that is being run. */
async function jobsOf(event: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker._private_jobs where payload ->> 'event' = ${event} and key <> ${`react:${event}`}
    order by key`.execute(desk.db)
  return rows.map(({ key }) => key.replace(event, '?'))
}

async function checkedBy(event: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from event where name = 'mail.checked' and data ->> 'mail' = ${event}`.execute(
    desk.db,
  )
  return rows[0]!.id
}

test('an event has one job; what changes the desk shares a transaction with what that leads to, the rest comes after it', async () => {
  const event = await happen('together')
  const { calls, failed } = await runJob(event, ['note_it', 'tell_it', 'count_it'])
  expect(failed).toBe(false)
  expect(calls).toEqual([
    'inside note_it phrase.forgotten',
    'inside note_it mail.checked',
    'inside count_it phrase.forgotten',
    'alone tell_it phrase.forgotten',
  ])
  // what was recorded inside has a job only for what calls out
  const { rows } = await sql`
    select payload from graphile_worker._private_jobs
    where payload ->> 'event' = ${await checkedBy(event)}`.execute(desk.db)
  expect(rows).toEqual([{ payload: { event: await checkedBy(event), reactions: ['tell_it'] } }])
  expect(await jobsOf(event)).toEqual([])
})

test('one that fails inside leaves nothing of them behind, and gives each a job of its own', async () => {
  const event = await happen('fails inside')
  const { calls, failed } = await runJob(event, ['note_it', 'tell_it', 'count_it'], {
    in: 'count_it',
  })
  expect(failed).toBe(false)
  expect(calls.at(-1)).toBe('alone tell_it phrase.forgotten')
  expect(await notes(event)).toEqual([`tell_it ${event}`])
  expect(await jobsOf(event)).toEqual(['react:?:count_it', 'react:?:note_it'])
})

test('a job of one reaction does it outside, enqueues what it leads to, and fails when it fails', async () => {
  const event = await happen('one by one')
  expect(await runJob(event, ['count_it'], { in: 'count_it' })).toEqual({
    calls: ['alone count_it phrase.forgotten'],
    failed: true,
  })
  expect(await runJob(event, ['note_it'])).toEqual({
    calls: ['alone note_it phrase.forgotten'],
    failed: false,
  })
  const { rows } = await sql`
    select payload from graphile_worker._private_jobs
    where payload ->> 'event' = ${await checkedBy(event)}`.execute(desk.db)
  expect(rows).toEqual([
    { payload: { event: await checkedBy(event), reactions: ['note_it', 'tell_it'] } },
  ])
})

test('one that calls out and fails gets a job of its own, and does not undo the others', async () => {
  const event = await happen('fails outside')
  const { failed } = await runJob(event, ['note_it', 'tell_it', 'count_it'], { in: 'tell_it' })
  expect(failed).toBe(false)
  expect(await notes(event)).toContain(`note_it ${event}`)
  expect(await jobsOf(event)).toEqual(['react:?:tell_it'])
})

test('a verb that refuses inside takes back its own change and no other', async () => {
  const event = await happen('refuses')
  const { failed } = await runJob(event, ['note_it', 'count_it'], { isRefused: true })
  expect(failed).toBe(false)
  expect(await notes(event)).toEqual([`count_it ${event}`, `note_it ${event}`])
})

test('a reaction that nobody here knows gets a job of its own, for a version that does', async () => {
  const event = await happen('unknown')
  const { failed } = await runJob(event, ['note_it', 'sing'])
  expect(failed).toBe(false)
  expect(await jobsOf(event)).toEqual(['react:?:sing'])
})

type Conduct = { until?: Promise<unknown>; fails?: boolean; locks?: string }

/** One worker’s jobs. @returns run, and of each event in which transaction it was done */
function startJobs(conducts: Record<string, Conduct>) {
  const begun: string[] = []
  const done = new Map<string, string>()
  async function count(db: Kysely<DB>, events: readonly Event[]) {
    const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db)
    for (const { id } of events) done.set(id, rows[0]!.id)
  }
  const together: Together = {
    names: new Set(['note_it', 'count_it']),
    reactionsTo: () => [],
    of: ({ db }) => ({
      each: {
        async note_it({ id }: Event) {
          begun.push(id)
          const { until, fails, locks } = conducts[id] ?? {}
          await until
          if (locks) await sql`select pg_advisory_xact_lock(hashtext(${locks}))`.execute(db)
          if (fails) await sql`select 1 / 0`.execute(db)
        },
      },
      last: { count_it: (events) => count(db, events) },
    }),
  }
  const job = reactionsByOneJob({ db: desk.db, log: desk.log, reactions: {}, together })
  const run = (event: string) => job({ event, reactions: ['note_it', 'count_it'] })
  return { run, begun, transactionOf: (event: string) => done.get(event) }
}

/** Two are under way and wait; what comes meanwhile is the next group. */
async function whileTwoWait(conducts: Record<string, Conduct>, group: readonly string[]) {
  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  const before = [await happen('first'), await happen('second')]
  const waits = Object.fromEntries(before.map((event) => [event, { until: promise }]))
  const jobs = startJobs({ ...conducts, ...waits })
  const running = before.map((event) => jobs.run(event))
  await until(() => jobs.begun.length === 2)
  const grouped = group.map((event) => jobs.run(event))
  expect(jobs.begun).toHaveLength(2)
  letGo()
  await Promise.all(running)
  return { ...jobs, before, grouped }
}

test('jobs that come while others are under way share a transaction, each event once', async () => {
  const [one, two] = [await happen('shared one'), await happen('shared two')]
  const { grouped, before, begun, transactionOf } = await whileTwoWait({}, [two, one])
  await Promise.all(grouped)
  expect(transactionOf(one)).toBe(transactionOf(two))
  expect(new Set([...before, one].map(transactionOf)).size).toBe(3)
  // in the order of the record, in whatever order their jobs were taken
  expect(begun.slice(2)).toEqual([one, two])
})

test('one of several that fails together is the only one to get jobs of its own', async () => {
  const [good, bad] = [await happen('good of two'), await happen('bad of two')]
  const { grouped, begun, transactionOf } = await whileTwoWait({ [bad]: { fails: true } }, [
    good,
    bad,
  ])
  await Promise.all(grouped)
  expect(transactionOf(good)).toBeDefined()
  expect(transactionOf(bad)).toBeUndefined()
  expect(await jobsOf(good)).toEqual([])
  expect(await jobsOf(bad)).toEqual(['react:?:count_it', 'react:?:note_it'])
  expect(begun.slice(2).toSorted()).toEqual([good, good, bad, bad].toSorted())
})

test('one that waits for a lock holds no other, neither of its group nor of the next', async () => {
  const [stuck, also, free] = [await happen('stuck'), await happen('also'), await happen('free')]
  const { promise: untilFreed, resolve: freeIt } = Promise.withResolvers<void>()
  onTestFinished(() => freeIt())
  const { promise: untilHeld, resolve: itIsHeld } = Promise.withResolvers<void>()
  const holding = desk.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('all of them'))`.execute(tx)
    itIsHeld()
    await untilFreed
  })
  await untilHeld
  const locks = { locks: 'all of them' }
  const jobs = startJobs({ [stuck]: locks, [also]: locks })
  const waiting = [stuck, also].map((event) => jobs.run(event))
  await until(() => jobs.begun.length === 2)
  await jobs.run(free)
  expect([stuck, also, free].map((event) => jobs.transactionOf(event) !== undefined)).toEqual([
    false,
    false,
    true,
  ])
  const last = await happen('last')
  const group = await whileTwoWait({ [also]: locks }, [also, last])
  await group.grouped[1]
  expect(group.transactionOf(also)).toBeUndefined()
  freeIt()
  await Promise.all([holding, ...waiting, ...group.grouped])
  expect([stuck, also].every((event) => jobs.transactionOf(event))).toBe(true)
  expect(group.transactionOf(also)).toBeDefined()
})

test('two jobs for one event are never done in one transaction', async () => {
  const twice = await happen('twice')
  const { grouped, begun } = await whileTwoWait({}, [twice, twice])
  await Promise.all(grouped)
  expect(begun.slice(2)).toEqual([twice, twice])
})
