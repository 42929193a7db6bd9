import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { listRunbookHealth } from '#server/scorecard/read/list-runbook-health.ts'
import { listRunbookRuns } from '#server/runbooks/queries.ts'
import { orderOf } from '#server/runbooks/testing/shop.ts'
import { createPerson } from '#server/testing/people.ts'
import { passOnLeftAttempt } from './pass-on-left-attempt.ts'
import { selfServiceDesk } from './testing/self-service-desk.ts'

const world = await selfServiceDesk()
const { app, desk, shop } = world
const agent = await createPerson(desk, { name: 'Ada' })

type Customer = Awaited<ReturnType<typeof world.customer>>

const complaint = { subject: 'My parcel never came', text: 'Hello, my parcel never came.' }

async function write(customer: Customer, form: Record<string, string> = complaint) {
  const answer = await customer.post('/help/tickets', { key: randomUUID(), ...form })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

async function pageAt(customer: Customer, path: string) {
  const answer = await customer.get(path)
  expect(answer.statusCode).toBe(200)
  return answer.body
}

async function attemptsOf({ contactId }: Customer) {
  return desk.db
    .selectFrom('self_service_attempt')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
}

async function ticketsOf({ contactId }: Customer) {
  return desk.db
    .selectFrom('ticket')
    .select(['id', 'number', 'account_id'])
    .where('contact_id', '=', contactId)
    .orderBy('number')
    .execute()
}

async function eventsBy({ contactId }: Customer) {
  const rows = await desk.db
    .selectFrom('event')
    .select(['name', 'data'])
    .where('actor_kind', '=', 'customer')
    .where('actor_id', '=', contactId)
    .where('name', 'like', 'self_service.%')
    .orderBy('id')
    .execute()
  return rows
}

test('a customer is shown the cause in their words, says that it solved it, and no ticket is made', async () => {
  const customer = await world.customer()
  const order = await orderOf(shop, customer.account, { state: 'sent' })
  const path = await write(customer)
  expect(path).toMatch(/^\/help\/attempts\/[\da-f-]{36}$/)
  expect(await pageAt(customer, path)).toContain(`Your order ${order} is on its way.`)
  expect((await customer.post(path, { outcome: 'perhaps' })).statusCode).toBe(400)
  const ended = await customer.post(path, { outcome: 'solved' })
  expect(ended.headers.location).toBe(path)
  expect(await pageAt(customer, path)).toContain('Good that it is solved')
  expect(await ticketsOf(customer)).toEqual([])
  expect((await eventsBy(customer)).map(({ name }) => name)).toEqual([
    'self_service.started',
    'self_service.checked',
    'self_service.solved',
  ])
  // what has ended stays as it ended
  await customer.post(path, { outcome: 'not-solved' })
  expect(await ticketsOf(customer)).toEqual([])
})

test('what did not solve it becomes a ticket with what was written, found and shown', async () => {
  const customer = await world.customer()
  const order = await orderOf(shop, customer.account, { state: 'sent' })
  const path = await write(customer)
  await customer.post(path, { outcome: 'not-solved' })
  const [ticket] = await ticketsOf(customer)
  const [attempt] = await attemptsOf(customer)
  expect(ticket?.account_id).toBe(attempt?.account_id)
  expect((await customer.get(path)).headers.location).toBe(
    `/help/tickets/${ticket?.number}?said=sent`,
  )
  const { items } = await listRunbookRuns(app, agent, { ticketId: ticket!.id })
  expect(items).toMatchObject([
    {
      state: 'cause_found',
      outcome: { cause: 'on-its-way', say: `Your order ${order} is on its way.` },
      startedBy: { kind: 'customer', id: customer.contactId },
    },
  ])
  expect((await eventsBy(customer)).at(-1)).toMatchObject({
    name: 'self_service.passed_on',
    data: {
      because: 'not-solved',
      cause: 'on-its-way',
      shown: `Your order ${order} is on its way.`,
    },
  })
  // pressed twice, it is one ticket
  await customer.post(path, { outcome: 'not-solved' })
  expect(await ticketsOf(customer)).toHaveLength(1)
})

test('a customer chooses among their own records and answers in their words', async () => {
  const customer = await world.customer({ language: 'de' })
  const order = await orderOf(shop, customer.account, { state: 'delivered', ageS: 10 })
  await orderOf(shop, customer.account, { state: 'packing', ageS: 20 })
  const path = await write(customer)
  const asked = await pageAt(customer, path)
  expect(asked).toContain('Zuerst eine Frage')
  expect(asked).toContain('Which order is it?')
  expect(asked).toContain(`${order}, delivered`)
  const answers = `${path}/answers`
  const foreign = await customer.post(answers, { name: 'order_id', value: 'ord_00000000' })
  expect(foreign.statusCode).toBe(400)
  expect(foreign.body).toContain('Ihre Antwort fehlt')
  await customer.post(answers, { name: 'order_id', value: order })
  expect(await pageAt(customer, path)).toContain('Have you asked your neighbours?')
  expect((await customer.post(answers, { name: 'neighbour', value: 'perhaps' })).statusCode).toBe(
    400,
  )
  await customer.post(answers, { name: 'neighbour', value: 'yes' })
  expect(await pageAt(customer, path)).toContain('Good that it was found.')
})

test.each([
  ['a cause that needs an agent', { state: 'packing' }, 'not-shown'],
  ['a cause that needs an engineer', { state: 'sent', carrier: 'lost' }, 'not-shown'],
  ['none that fits', { state: 'vanished' }, 'no-cause'],
])('%s is a ticket at once', async (_what, order, because) => {
  const customer = await world.customer()
  await orderOf(shop, customer.account, order)
  const path = await write(customer)
  const [ticket] = await ticketsOf(customer)
  expect((await customer.get(path)).headers.location).toContain(`/help/tickets/${ticket?.number}`)
  expect(await attemptsOf(customer)).toMatchObject([
    { state: 'passed_on', passed_on_because: because, shown: null },
  ])
})

test('what could not be read is not told as certain: it is a ticket', async () => {
  const customer = await world.customer()
  await orderOf(shop, customer.account, { state: 'sent' })
  await shop.shop('alter table shop_slowness rename to shop_slowness_away')
  await write(customer)
  await shop.shop('alter table shop_slowness_away rename to shop_slowness')
  expect(await attemptsOf(customer)).toMatchObject([
    { state: 'passed_on', passed_on_because: 'not-read' },
  ])
})

test.each([
  [
    'a runbook that is not opened',
    { subject: 'The invoice is wrong', text: 'The invoice is wrong' },
  ],
  ['words that fit none', { subject: 'Hello', text: 'Do you sell shoes?' }],
])('%s is a ticket, and nothing is looked at', async (_what, form) => {
  const customer = await world.customer()
  expect(await write(customer, form)).toMatch(/^\/help\/tickets\/\d+/)
  expect(await attemptsOf(customer)).toEqual([])
})

test('who is not in the directory by their very address has a ticket, and nothing is looked at', async () => {
  const stranger = await world.customer({ isKnown: false })
  expect(await write(stranger)).toMatch(/^\/help\/tickets\/\d+/)
  expect(await attemptsOf(stranger)).toEqual([])
})

test('whom the desk knows under another account than the directory has a ticket', async () => {
  const [customer, other] = [await world.customer(), await world.customer()]
  await orderOf(shop, other.account, { state: 'sent' })
  await write(other)
  const [attempt] = await attemptsOf(other)
  await desk.db
    .updateTable('contact')
    .set({ account_id: attempt!.account_id })
    .where('id', '=', customer.contactId)
    .execute()
  expect(await write(customer)).toMatch(/^\/help\/tickets\/\d+/)
  expect(await attemptsOf(customer)).toEqual([])
})

test('an attempt is its contact’s alone', async () => {
  const [customer, other] = [await world.customer(), await world.customer()]
  const order = await orderOf(shop, customer.account, { state: 'sent' })
  const path = await write(customer)
  const seen = await other.get(path)
  expect(seen.statusCode).toBe(404)
  expect(seen.body).not.toContain(order)
  expect((await other.post(path, { outcome: 'solved' })).statusCode).toBe(404)
  expect((await other.post(`${path}/answers`, { name: 'order_id', value: order })).statusCode).toBe(
    404,
  )
  expect((await other.get('/help/attempts/x')).statusCode).toBe(404)
  expect(await attemptsOf(customer)).toMatchObject([{ state: 'shown' }])
})

test('a form sent twice is one attempt, and the eleventh in an hour is a ticket', async () => {
  const customer = await world.customer()
  await orderOf(shop, customer.account, { state: 'sent' })
  const twice = { ...complaint, key: randomUUID() }
  expect(await write(customer, twice)).toBe(await write(customer, twice))
  for (let attempt = 2; attempt <= 10; attempt++) {
    expect(await write(customer)).toContain('/help/attempts/')
  }
  expect(await attemptsOf(customer)).toHaveLength(10)
  expect(await write(customer)).toMatch(/^\/help\/tickets\/\d+/)
})

test('whoever answers after the half hour has it looked at by a person', async () => {
  const customer = await world.customer()
  const order = await orderOf(shop, customer.account, { state: 'sent' })
  await orderOf(shop, customer.account, { state: 'sent' })
  const path = await write(customer)
  desk.clock.advance(31 * minutes)
  await customer.post(`${path}/answers`, { name: 'order_id', value: order })
  expect(await attemptsOf(customer)).toMatchObject([
    { state: 'passed_on', passed_on_because: 'not-asked' },
  ])
})

test('what nobody finished looking at becomes a ticket by itself, and what the customer was shown does not', async () => {
  const customer = await world.customer()
  await orderOf(shop, customer.account, { state: 'sent' })
  await write(customer)
  await write(customer, { ...complaint, text: 'My parcel never came, and I wait for it.' })
  const [left, shown] = await attemptsOf(customer)
  // as where the process ended before the checks had answered
  await desk.db
    .updateTable('self_service_attempt')
    .set({ state: 'checking', cause: null, shown: null })
    .where('id', '=', left!.id)
    .execute()
  const { rows } = await sql<{ payload: { attempt: string }; minutes: number }>`
    select job.payload, extract(epoch from job.run_at - ${desk.clock.now()}::timestamptz)::int / 60 as minutes
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'pass_on_left_attempt'
      and job.payload ->> 'attempt' in (${left!.id}, ${shown!.id})
    order by job.id`.execute(desk.db)
  expect(rows).toEqual([
    { payload: { attempt: left!.id }, minutes: 2 },
    { payload: { attempt: shown!.id }, minutes: 2 },
  ])
  // each job may run twice
  for (const { payload } of [...rows, ...rows]) await passOnLeftAttempt(app, payload)
  expect(await attemptsOf(customer)).toMatchObject([
    { state: 'passed_on', passed_on_because: 'not-read' },
    { state: 'shown' },
  ])
  expect(await ticketsOf(customer)).toHaveLength(1)
})

test('what customers try is no use of the runbook by the first line', async () => {
  const before = await listRunbookHealth(app, agent, {})
  const customer = await world.customer()
  await orderOf(shop, customer.account, { state: 'sent' })
  await customer.post(await write(customer), { outcome: 'not-solved' })
  const of = ({ items }: typeof before) =>
    items
      .filter(({ id }) => id === 'parcel-not-received')
      .map(({ finished, causeFound, unclassified }) => ({ finished, causeFound, unclassified }))
  expect(of(await listRunbookHealth(app, agent, {}))).toEqual(of(before))
})
