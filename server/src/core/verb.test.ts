import type { TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { system } from './actor.ts'
import type { Actor } from './actor.ts'
import { Conflict } from './errors.ts'
import type { NewEvent } from './events.ts'
import type { NewJob } from './jobs.ts'
import { defineDeed, defineQuery, defineVerb } from './verb.ts'
import type { Reaction, Tasks, Timed } from './worker-config.ts'

const desk = await createTestDesk((name) => {
  if (name === 'phrase.forgotten') return ['tell_somebody', 'tell_another']
  return name === 'runbook.verified' ? ['tell_somebody'] : []
})

const changeSetting = defineVerb({
  permission: 'ticket:write',
  input: z.object({ key: z.string().min(1), isRefused: z.boolean().default(false) }),
  async run({ tx }, { key, isRefused }) {
    await tx.insertInto('setting').values({ key, value: '1' }).execute()
    if (isRefused) throw new Conflict('setting.taken', 'Somebody was faster')
    return {
      result: key,
      events: [{ name: 'phrase.forgotten', data: { phrase: key } }],
      jobs: [{ task: 'tell_win', payload: { win: key }, runAt: new Date('2030-01-01T00:00:00Z') }],
    }
  },
})

async function traces(key: string) {
  const { rows } = await sql<{ settings: number; events: number; jobs: number }>`select
    (select count(*)::int from setting where key = ${key}) as settings,
    (select count(*)::int from event where data ->> 'phrase' = ${key}) as events,
    (select count(*)::int from graphile_worker._private_jobs j where j.payload::jsonb ->> 'win' = ${key}
      or (j.payload::jsonb ->> 'event') in (select id::text from event where data ->> 'phrase' = ${key})) as jobs
  `.execute(desk.db)
  return rows[0]
}

test('a verb commits its change, its events, their reactions and its jobs together', async () => {
  expect(await changeSetting(desk, someAgent, { key: 'together' })).toBe('together')
  expect(await traces('together')).toEqual({ settings: 1, events: 1, jobs: 2 })
})

test('each event of a verb has one job for its own reactions', async () => {
  const change = defineVerb({
    permission: 'ticket:write',
    input: z.object({}),
    run: async () => ({
      result: null,
      events: [
        { name: 'phrase.forgotten', data: { phrase: 'first' } },
        { name: 'mail.checked', data: { mail: 'silent' } },
        { name: 'phrase.forgotten', data: { phrase: 'second' } },
        { name: 'runbook.verified', data: { runbook: 'third', version: 1 } },
      ],
    }),
  })
  await change(desk, someAgent, {})
  const { rows } = await sql<{ of: string; payload: object; key: string; id: string }>`
    select coalesce(event.data ->> 'phrase', event.data ->> 'runbook') as of, job.payload, job.key, event.id::text
    from event join graphile_worker._private_jobs job on job.payload ->> 'event' = event.id::text
    where event.data ->> 'phrase' in ('first', 'second') or event.data ->> 'mail' = 'silent'
      or event.data ->> 'runbook' = 'third' order by event.id`.execute(desk.db)
  expect(rows.map(({ of }) => of)).toEqual(['first', 'second', 'third'])
  for (const { of, id, payload, key } of rows) {
    const reactions = of === 'third' ? ['tell_somebody'] : ['tell_somebody', 'tell_another']
    expect(payload).toEqual({ event: id, reactions })
    expect(key).toBe(`react:${id}`)
  }
})

test('a refusal inside a verb leaves nothing behind', async () => {
  const refused = changeSetting(desk, someAgent, { key: 'refused', isRefused: true })
  await expect(refused).rejects.toMatchObject({ kind: 'conflict', reason: 'setting.taken' })
  expect(await traces('refused')).toEqual({ settings: 0, events: 0, jobs: 0 })
})

test('a result that is not what was promised leaves nothing behind', async () => {
  const broken = changeSetting(
    desk,
    someAgent,
    { key: 'promised' },
    { answer: z.object({ key: z.string() }) },
  )
  await expect(broken).rejects.toThrow(/expected object/)
  expect(await traces('promised')).toEqual({ settings: 0, events: 0, jobs: 0 })
  expect(await changeSetting(desk, someAgent, { key: 'promised' }, { answer: z.string() })).toBe(
    'promised',
  )
})

test('of two that wait for each other one is done anew, and both are done once', async () => {
  await sql`insert into setting (key, value) values ('this', '0'), ('that', '0')`.execute(desk.db)
  let haveOne = 0
  const bothHaveOne = Promise.withResolvers<void>()
  const change = defineVerb({
    permission: 'ticket:write',
    input: z.object({ keys: z.array(z.string()) }),
    async run({ tx }, { keys: [first, second] }) {
      const add = (key = '') =>
        sql`update setting set value = to_jsonb((value #>> '{}')::int + 1) where key = ${key}`.execute(
          tx,
        )
      await add(first)
      if (++haveOne === 2) bothHaveOne.resolve()
      await bothHaveOne.promise
      await add(second)
      return { result: null, events: [{ name: 'phrase.forgotten', data: { phrase: 'crossed' } }] }
    },
  })
  await Promise.all([
    change(desk, someAgent, { keys: ['this', 'that'] }),
    change(desk, someAgent, { keys: ['that', 'this'] }),
  ])
  expect(haveOne).toBe(3)
  const { rows } = await sql`
    select value #>> '{}' as value from setting where key in ('this', 'that')`.execute(desk.db)
  expect(rows).toEqual([{ value: '2' }, { value: '2' }])
  expect(await traces('crossed')).toMatchObject({ events: 2 })
})

test('somebody without the permission is refused before anything is read', async () => {
  const auditor: Actor = { ...someAgent, kind: 'person', role: 'auditor', line: 'L1' } as Actor
  const refused = changeSetting(desk, auditor, { key: '' })
  await expect(refused).rejects.toMatchObject({ reason: 'permission.missing' })
})

test('input that does not fit is refused with the path of each fault', async () => {
  const refused = changeSetting(desk, someAgent, { key: '' })
  await expect(refused).rejects.toMatchObject({
    reason: 'input.invalid',
    extra: { errors: [{ path: 'key' }] },
  })
})

test('a verb that records no event, or one that the catalogue does not know, does not type-check', () => {
  defineVerb({
    permission: 'ticket:write',
    input: z.object({}),
    // @ts-expect-error an outcome needs at least one event
    run: async () => ({ result: 1, events: [] }),
  })
  // @ts-expect-error no event has this name
  happens({ name: 'phrase.forgoten', data: { phrase: 'thanks' } })
  // @ts-expect-error its data has no such field
  happens({ name: 'phrase.forgotten', data: { phrase: 'thanks', by: 'me' } })
  // @ts-expect-error its data lacks the phrase
  happens({ name: 'phrase.forgotten', data: {} })
  // @ts-expect-error its data is of another kind
  happens({ name: 'runbook.verified', data: { runbook: 'a', version: '1' } })
  // @ts-expect-error no task has this name
  follows({ task: 'tel_win', payload: { win: 'a' } })
  // @ts-expect-error its payload lacks the win
  follows({ task: 'tell_win', payload: {} })
  // @ts-expect-error such a reaction is given other data
  const reaction: Reaction<'mail.checked'> = async ({ data }) => void data.phrase
  // @ts-expect-error a schedule has nothing to tell a task
  const timed: Timed = { task: 'tell_win', match: '* * * * *' }
  // @ts-expect-error whoever runs a task is given its payload
  const tasks: Partial<Tasks> = { tell_win: async ({ loss }) => void loss }
  // @ts-expect-error the library knows the payloads too
  const list: TaskList = { tell_win: async ({ loss }) => void loss }
  expect([reaction, timed, tasks, list]).toHaveLength(4)
  expect(changeSetting.permission).toBe('ticket:write')
})

const happens = (_event: NewEvent) => undefined
const follows = (_job: NewJob) => undefined

test('a query changes nothing: the compiler takes it no verb, and PostgreSQL takes it no change', async () => {
  const input = z.object({ key: z.string() })
  const writesItself = defineQuery({
    permission: 'ticket:read',
    input,
    run: ({ db }, { key }) => db.insertInto('setting').values({ key, value: '1' }).execute(),
  })
  const callsVerb = defineQuery({
    permission: 'ticket:read',
    input,
    // @ts-expect-error what a query stands on is no desk
    run: (context, { key }) => changeSetting(context, context.actor, { key }),
  })
  const inTransaction = defineQuery({
    permission: 'ticket:read',
    input,
    run: ({ db }, { key }) =>
      db.transaction().execute((tx) => tx.deleteFrom('setting').where('key', '=', key).execute()),
  })
  for (const query of [writesItself, callsVerb, inTransaction]) {
    await expect(query(desk, someAgent, { key: 'read-only' })).rejects.toMatchObject({
      code: '25006', // read_only_sql_transaction
    })
  }
  expect(await traces('read-only')).toEqual({ settings: 0, events: 0, jobs: 0 })
})

test('a deed asks for each permission that it declares', async () => {
  const deed = defineDeed({
    permission: 'ticket:write',
    also: ['action:approve'],
    input: z.object({}),
    run: async () => 'done',
  })
  await expect(deed(desk, someAgent, {})).rejects.toThrow(
    'This needs the permission “action:approve”',
  )
  expect(await deed(desk, system('test'), {})).toBe('done')
})
