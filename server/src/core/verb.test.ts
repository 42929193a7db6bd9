import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import type { Actor } from './actor.ts'
import { Conflict } from './errors.ts'
import { defineVerb } from './verb.ts'

const desk = await createTestDesk((name) => (name === 'setting.changed' ? ['tell_somebody'] : []))

const changeSetting = defineVerb({
  permission: 'ticket:write',
  input: z.object({ key: z.string().min(1), isRefused: z.boolean().default(false) }),
  async run({ tx }, { key, isRefused }) {
    await tx.insertInto('setting').values({ key, value: '1' }).execute()
    if (isRefused) throw new Conflict('setting.taken', 'Somebody was faster')
    return {
      result: key,
      events: [{ name: 'setting.changed', data: { key } }],
      jobs: [{ task: 'later', payload: { key }, runAt: new Date('2030-01-01T00:00:00Z') }],
    }
  },
})

async function traces(key: string) {
  const { rows } = await sql<{ settings: number; events: number; jobs: number }>`select
    (select count(*)::int from setting where key = ${key}) as settings,
    (select count(*)::int from event where data ->> 'key' = ${key}) as events,
    (select count(*)::int from graphile_worker._private_jobs j where j.payload::jsonb ->> 'key' = ${key}
      or (j.payload::jsonb ->> 'event') in (select id::text from event where data ->> 'key' = ${key})) as jobs
  `.execute(desk.db)
  return rows[0]
}

test('a verb commits its change, its events, their reactions and its jobs together', async () => {
  expect(await changeSetting(desk, someAgent, { key: 'together' })).toBe('together')
  expect(await traces('together')).toEqual({ settings: 1, events: 1, jobs: 2 })
})

test('each event of a verb has jobs for its own reactions', async () => {
  const change = defineVerb({
    permission: 'ticket:write',
    input: z.object({}),
    run: async () => ({
      result: null,
      events: [
        { name: 'setting.changed', data: { key: 'first' } },
        { name: 'setting.read', data: { key: 'silent' } },
        { name: 'setting.changed', data: { key: 'second' } },
      ],
    }),
  })
  await change(desk, someAgent, {})
  const { rows } = await sql<{ of: string; payload: object; key: string; id: string }>`
    select event.data ->> 'key' as of, job.payload, job.key, event.id::text
    from event join graphile_worker._private_jobs job on job.payload ->> 'event' = event.id::text
    where event.data ->> 'key' in ('first', 'silent', 'second') order by event.id`.execute(desk.db)
  expect(rows.map(({ of }) => of)).toEqual(['first', 'second'])
  for (const { id, payload, key } of rows) {
    expect(payload).toEqual({ event: id, reaction: 'tell_somebody' })
    expect(key).toBe(`react:${id}:tell_somebody`)
  }
})

test('a refusal inside a verb leaves nothing behind', async () => {
  const refused = changeSetting(desk, someAgent, { key: 'refused', isRefused: true })
  await expect(refused).rejects.toMatchObject({ kind: 'conflict', reason: 'setting.taken' })
  expect(await traces('refused')).toEqual({ settings: 0, events: 0, jobs: 0 })
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

test('a verb that records no event does not type-check', () => {
  defineVerb({
    permission: 'ticket:write',
    input: z.object({}),
    // @ts-expect-error an outcome needs at least one event
    run: async () => ({ result: 1, events: [] }),
  })
  expect(changeSetting.permission).toBe('ticket:write')
})
