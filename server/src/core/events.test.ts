import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { appendEvents } from './events.ts'

const desk = await createTestDesk()
const event = { name: 'phrase.forgotten', data: { phrase: 'thanks' } } as const

async function appendOne() {
  const now = desk.clock.now()
  const [written] = await desk.db
    .transaction()
    .execute((tx) => appendEvents(tx, someAgent, now, [event]))
  return written!
}

const changes = {
  update: "update event set name = 'thing.forged'",
  delete: 'delete from event',
  truncate: 'truncate event',
}

for (const [kind, statement] of Object.entries(changes)) {
  test(`even the owner of the database cannot ${kind} the event record`, async () => {
    await appendOne()
    const owner = new pg.Client({ connectionString: desk.ownerUrl })
    await owner.connect()
    await expect(owner.query(statement)).rejects.toThrow(/append-only/)
    await owner.end()
  })
}

test('an event keeps who did it, when, and on what', async () => {
  const { id } = await appendOne()
  const row = await desk.db
    .selectFrom('event')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    name: 'phrase.forgotten',
    data: { phrase: 'thanks' },
    actor_kind: 'person',
    actor_id: someAgent.id,
    at: desk.clock.now(),
    origin: 'live',
  })
})
