import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { days, later } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { getSelfService } from './get-self-service.ts'

const desk = await createTestDesk()
const ada = await createPerson(desk)
const now = desk.clock.now()
const windowDays = 14

const runbooks = [
  { id: 'alpha', type: 'exports' },
  { id: 'beta', type: 'exports' },
  { id: 'gamma', type: 'webhooks' },
] as const

for (const { id, type } of runbooks) {
  const author = JSON.stringify({ kind: 'system', id: 'test', name: 'Test' })
  await desk.db.insertInto('runbook').values({ id, created_at: now }).execute()
  await desk.db
    .insertInto('runbook_version')
    .values({
      runbook_id: id,
      version: 1,
      state: 'published',
      origin: 'git',
      author,
      source: id,
      sha256: id,
      title: `The ${id}`,
      type,
      owner: 'us',
      symptoms: [],
      created_at: now,
    })
    .execute()
}

afterEach(async () => {
  await desk.db.deleteFrom('self_service_attempt').execute()
  await desk.db.deleteFrom('ticket').execute()
})

type Attempt = {
  contact: number
  runbook: number
  state: 'checking' | 'shown' | 'solved' | 'passed_on'
  daysAgo: number
}
type Ticket = {
  contact: number
  type: string | null
  runbook: string | null
  isVoid: boolean
  daysAgo: number
}

const contacts: string[] = []
for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) {
  const { id } = await desk.db
    .insertInto('contact')
    .values({ email, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  contacts.push(id)
}
const { id: accountId } = await desk.db
  .insertInto('account')
  .values({ external_id: 'acc_1', name: 'One', created_at: now, updated_at: now })
  .returning('id')
  .executeTakeFirstOrThrow()

const ago = (count: number) => later(now, -count * days)

async function write(attempts: readonly Attempt[], tickets: readonly Ticket[]): Promise<void> {
  const { id: spare } = await insertTicket({
    contact: 0,
    type: null,
    runbook: null,
    isVoid: true,
    daysAgo: 400,
  })
  for (const { contact, runbook, state, daysAgo } of attempts) {
    const at = ago(daysAgo)
    const hasEnded = state === 'solved' || state === 'passed_on'
    const { id, type } = runbooks[runbook]!
    await desk.db
      .insertInto('self_service_attempt')
      .values({
        contact_id: contacts[contact]!,
        account_id: accountId,
        key: crypto.randomUUID(),
        subject: 'It',
        text: 'It',
        runbook_id: id,
        version: 1,
        type,
        state,
        started_at: at,
        readable_until: at,
        ended_at: hasEnded ? at : null,
        ...(state === 'passed_on' ? { ticket_id: spare, passed_on_because: 'not-solved' } : {}),
      })
      .execute()
  }
  for (const ticket of tickets) await insertTicket(ticket)
}

function insertTicket({ contact, type, runbook, isVoid, daysAgo }: Ticket) {
  const at = ago(daysAgo)
  return desk.db
    .insertInto('ticket')
    .values({
      subject: 'It',
      channel: 'email',
      address_token: crypto.randomUUID(),
      contact_id: contacts[contact]!,
      type,
      matched_runbook: runbook,
      state: isVoid ? 'void' : 'open',
      void_reason: isVoid ? 'spam' : null,
      opened_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The definition once more, by the plainest questions, without the first one's code. */
function opinion(attempts: readonly Attempt[], tickets: readonly Ticket[]) {
  const rows: Record<string, number[]> = {}
  runbooks.forEach(({ id, type }, place) => {
    const mine = attempts.filter(({ runbook }) => runbook === place)
    if (mine.length === 0) return
    const solved = mine.filter(({ state }) => state === 'solved')
    const old = solved.filter(({ daysAgo }) => daysAgo >= windowDays)
    const back = solved.filter((attempt) =>
      tickets.some(
        (ticket) =>
          !ticket.isVoid &&
          ticket.contact === attempt.contact &&
          (ticket.type === type || ticket.runbook === id) &&
          attempt.daysAgo - ticket.daysAgo > 0 &&
          attempt.daysAgo - ticket.daysAgo <= windowDays,
      ),
    )
    const passedOn = mine.filter(({ state }) => state === 'passed_on')
    const late = back.filter((attempt) => old.includes(attempt))
    const pending = solved.filter((one) => !old.includes(one) && !back.includes(one))
    const open = [passedOn.length, back.length, pending.length]
    rows[id] = [mine.length, solved.length, ...open, old.length, late.length]
  })
  return rows
}

async function counted() {
  const { runbooks: rows } = await getSelfService(desk, ada, { weeks: 52 })
  return Object.fromEntries(
    rows.map(({ runbook, solved, passedOn, cameBack, pending, broken }) => [
      runbook,
      [solved.of, solved.count, passedOn, cameBack, pending, broken.of, broken.count],
    ]),
  )
}

const someAttempt = fc.record({
  contact: fc.nat(2),
  runbook: fc.nat(2),
  state: fc.constantFrom('checking' as const, 'shown', 'solved', 'solved', 'solved', 'passed_on'),
  daysAgo: fc.integer({ min: 1, max: 60 }),
})
const someTicket = fc.record({
  contact: fc.nat(2),
  type: fc.constantFrom('exports', 'webhooks', null),
  runbook: fc.constantFrom('alpha', 'gamma', null),
  isVoid: fc.boolean(),
  daysAgo: fc.integer({ min: 0, max: 60 }),
})

test('whatever happened, it is counted as a second opinion counts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someAttempt, { maxLength: 12 }),
      fc.array(someTicket, { maxLength: 12 }),
      async (attempts, tickets) => {
        await desk.db.deleteFrom('self_service_attempt').execute()
        await desk.db.deleteFrom('ticket').execute()
        await write(attempts, tickets)
        expect(await counted()).toEqual(opinion(attempts, tickets))
      },
    ),
    { numRuns: 25 },
  )
})

test('a ticket at the last moment of the window breaks a solved attempt; one whose window is open is in no rate yet', async () => {
  const solved = { contact: 0, runbook: 0, state: 'solved', daysAgo: windowDays } as const
  const back = { contact: 0, type: 'exports', runbook: null, isVoid: false, daysAgo: 0 }
  await write([solved, { ...solved, daysAgo: windowDays - 1 }], [back])
  const { solved: all, broken, runbooks: rows } = await getSelfService(desk, ada, { weeks: 8 })
  expect(rows).toMatchObject([
    { runbook: 'alpha', title: 'The alpha', type: 'exports', pending: 0, cameBack: 2 },
  ])
  expect([all.count, all.of, broken.count, broken.of]).toEqual([2, 2, 1, 1])
})

test('only what was begun in the period and is of the type asked for', async () => {
  const attempt = { contact: 0, runbook: 0, state: 'solved', daysAgo: 3 } as const
  await write([attempt, { ...attempt, daysAgo: 40 }, { ...attempt, runbook: 2 }], [])
  const { solved } = await getSelfService(desk, ada, { weeks: 2, type: 'exports' })
  expect(solved.of).toBe(1)
})
