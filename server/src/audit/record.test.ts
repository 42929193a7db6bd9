import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { checkRecord, verifyRecord } from './check-record.ts'
import { listRecord, readAllEntries } from './list-record.ts'
import { getRecordState } from './queries.ts'

const desk = await createTestDesk()
const home = mkdtempSync(join(tmpdir(), 'firstline-record-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const sealing = { ...desk, config: { ...desk.config, home } }
const lead = await createPerson(desk, { role: 'lead', name: 'Lena' })
const auditor = await createPerson(desk, { role: 'auditor', name: 'Otto' })
const agent = await createPerson(desk)

async function record(name: string, by: { id: string }, count = 1): Promise<void> {
  await sql`insert into event (at, name, actor_kind, actor_id)
    select ${desk.clock.now()}::timestamptz - n * interval '1 second', ${name}, 'person', ${by.id}
    from generate_series(1, ${count}) n`.execute(desk.db)
}

const readings = () =>
  desk.db.selectFrom('event').selectAll().where('name', '=', 'audit.read').orderBy('id').execute()

test('an auditor reads who did what, by person and kind, newest first and to the end', async () => {
  await record('account.viewed', agent, 70)
  await record('action.confirmed', lead, 3)
  const filter = { personId: agent.id, kind: 'account' } as const
  const first = await listRecord(desk, auditor, filter)
  const second = await listRecord(desk, auditor, { ...filter, cursor: first.next! })
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 20, null])
  const times = [...first.items, ...second.items].map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(first.items[0]).toMatchObject({ actor: { name: 'Ada Agent' }, isSealed: false })
  const all = await Array.fromAsync(readAllEntries(desk, { kind: 'action' }, 2))
  expect(all.map(({ actor }) => actor.name)).toEqual(['Lena', 'Lena', 'Lena'])
})

test('reading is itself on record: once for a reader, filter and hour', async () => {
  const before = (await readings()).length
  const filter = { kind: 'security' } as const
  await listRecord(desk, auditor, filter)
  await listRecord(desk, auditor, filter)
  await listRecord(desk, lead, filter)
  expect((await readings()).length - before).toBe(2)
  desk.clock.advance(3_600_000)
  await listRecord(desk, auditor, filter)
  expect((await readings()).at(-1)).toMatchObject({ actor_id: auditor.id, data: filter })
})

test('an agent reads nothing of it; a cursor of another list is refused', async () => {
  await expect(listRecord(desk, agent, {})).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(listRecord(desk, lead, { cursor: 'abc' })).rejects.toMatchObject({
    reason: 'cursor.invalid',
  })
})

test('a verification is asked for once at a time, runs as a job and ends on record', async () => {
  const { id } = await checkRecord(desk, auditor, {})
  await expect(checkRecord(desk, lead, {})).rejects.toMatchObject({ reason: 'audit.check-running' })
  await verifyRecord(sealing, { check: id })
  const state = await getRecordState(sealing, auditor, {})
  expect(state.lastCheck).toMatchObject({
    id,
    askedBy: { name: 'Otto' },
    outcome: { isAsSealed: true, events: state.sealed?.events },
  })
  expect(state.unsealed).toBe(1) // that it was verified
})
