import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createDatabase, createPool } from './database.ts'
import { planKept } from './keep-plan.ts'

const desk = await createTestDesk()
// one connection: what it keeps is asked on it
const pool = createPool(desk.ownerUrl, desk.log, { max: 1 })
const db = createDatabase(pool)
afterAll(() => pool.end())

async function keptPlans() {
  const { rows } = await sql<{ statement: string; times: number }>`
    select statement, (generic_plans + custom_plans)::int as times from pg_prepared_statements`.execute(
    db,
  )
  return rows
}

test('a statement so marked is planned once for a connection, by a name PostgreSQL keeps whole; no other is', async () => {
  const marked = (number: string) =>
    db.selectFrom('ticket').select('id').where('number', '=', number).modifyEnd(planKept).execute()
  for (const number of ['1', '2', '3']) {
    expect(await marked(number)).toEqual([])
    await db.selectFrom('contact').select('id').where('name', '=', number).execute()
  }
  expect(await keptPlans()).toEqual([
    { statement: expect.stringMatching(/^select "id" from "ticket".*plan kept/), times: 3 },
  ])
})

test('two texts that differ in a letter have two plans', async () => {
  const [one] = (await sql<{ is: number }>`select 1 as is ${planKept}`.execute(db)).rows
  const [two] = (await sql<{ is: number }>`select 2 as is ${planKept}`.execute(db)).rows
  expect([one, two]).toEqual([{ is: 1 }, { is: 2 }])
})

test('where a newer version changed what it answers, one asker is refused and the next has an answer', async () => {
  await sql`create table widened (id int)`.execute(db)
  const all = () => sql`select * from widened ${planKept}`.execute(db)
  await all()
  await sql`alter table widened add column name text`.execute(db)
  await expect(all()).rejects.toThrow('cached plan must not change result type')
  await expect(all()).resolves.toMatchObject({ rows: [] })
})
