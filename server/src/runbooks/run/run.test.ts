import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunbookRun } from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { checkFolder } from '#server/check-folder.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { abandonRun } from './abandon-run.ts'
import { answerCheck } from './answer-check.ts'
import { choosePick } from './choose-pick.ts'
import {
  openConnections,
  orderOf,
  parcelRunbook,
  runbookDesk,
  ticketOf,
} from '#server/runbooks/testing/shop.ts'
import { getRunbookRun, listRunbookRuns } from '#server/runbooks/queries.ts'
import { repeatChecks, runChecks } from './repeat-checks.ts'
import { readRun } from './runs.ts'
import { startRunbook } from './start-runbook.ts'

const desk = await runbookDesk(await createTestDesk())
const agent = await createPerson(desk)
const other = await createPerson(desk, { name: 'Ben Agent' })
const runbook = 'parcel-not-received'

afterEach(() => desk.shop('delete from shop_slowness'))

async function startWith(...orders: Parameters<typeof orderOf>[2][]) {
  const { ticket, account } = await ticketOf(desk, agent)
  const ids: string[] = []
  for (const order of orders) ids.push(await orderOf(desk, account, order))
  const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
  return { ticket, account, ids, run }
}

async function eventsOf(ticketId: string): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('event')
    .select('name')
    .where('ticket_id', '=', ticketId)
    .where('name', 'like', 'runbook.%')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.name)
}

function check(run: RunbookRun, name: string) {
  return run.checks.find((each) => each.name === name)!
}

test('the project of these tests is one that a desk takes as it is', async () => {
  const { problems } = await checkFolder(desk.folder, { live: false, env: {} })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
})

const addressRunbook = parcelRunbook
  .replace('id: parcel-not-received', 'id: wrong-address')
  .replace(
    'checks:',
    `checks:
  street: { ask: "New street?", type: text, when: "order.state == 'packing'" }
  safe: { ask: "Is it safe?", type: boolean, when: "order.state == 'packing'" }`,
  )
  .replace(
    'action: order.hurry',
    'action: { id: order.correct, open: [city], with: { street: street, to: { lines: [street, order.state, { $text: street }], safe: safe } } }',
  )

describe('what only the agent knows', () => {
  test('is open in the form until a question is answered, and again when it is not asked', async () => {
    await writeFile(join(desk.folder, 'runbooks', 'wrong-address.md'), addressRunbook)
    await desk.sources.project.reload()
    const { ticket, account } = await ticketOf(desk, agent)
    const order_id = await orderOf(desk, account, { state: 'packing' })
    const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook: 'wrong-address' })
    expect(run.outcome?.actions).toEqual([
      {
        id: 'order.correct',
        title: 'Correct an address',
        input: { order_id },
        open: ['street', 'city'],
      },
    ])
    const answer = (name: string, value: string | boolean, revision: number) =>
      answerCheck(desk, agent, { id: run.id, check: name, value, revision })
    const half = await answer('street', 'Main Street 5', run.revision)
    // half an object is none
    expect(half.outcome?.actions[0]).toMatchObject({
      input: { order_id, street: 'Main Street 5' },
      open: ['city'],
    })
    const whole = await answer('safe', false, half.revision)
    expect(whole.outcome?.actions[0]?.input).toEqual({
      order_id,
      street: 'Main Street 5',
      to: { lines: ['Main Street 5', 'packing', 'street'], safe: false },
    })
  })
})

describe('starting a runbook', () => {
  test('fills the pick that has one candidate, runs the checks and finds the cause', async () => {
    const { ticket, ids, run } = await startWith({ state: 'packing' })
    expect(run.state).toBe('cause_found')
    expect(run.picks[0]).toMatchObject({ state: 'chosen', value: ids[0] })
    expect(run.outcome).toMatchObject({
      cause: 'packing',
      explanation: 'It has not left yet.',
      say: `Your order ${ids[0]} leaves today.`,
      actions: [{ id: 'order.hurry', title: 'Hurry an order', input: { order_id: ids[0] } }],
      escalation: null,
    })
    expect(check(run, 'order')).toMatchObject({ state: 'answered', at: '2026-03-02T09:00:00.000Z' })
    expect(check(run, 'order').durationMs).toBeGreaterThan(0)
    expect(check(run, 'neighbour').state).toBe('skipped')
    expect(await eventsOf(ticket.id)).toEqual([
      'runbook.started',
      'runbook.check_answered',
      'runbook.check_answered',
      'runbook.cause_found',
    ])
  })

  test('fills the identifiers of an escalation', async () => {
    const { ids, run } = await startWith({ state: 'sent', carrier: 'lost' })
    expect(run.outcome?.escalation).toEqual({
      name: 'lost-parcel',
      to: 'parcels-team',
      because: 'sent, and no carrier knows it',
      identifiers: [
        { name: 'order.id', value: ids[0] },
        { name: 'order.carrier', value: 'lost' },
      ],
    })
  })

  test('leaves it to the agent which of several records is meant', async () => {
    const { ids, run } = await startWith({ state: 'packing', ageS: 1 }, { state: 'sent', ageS: 2 })
    expect(run.state).toBe('waiting')
    expect(run.picks[0]).toMatchObject({ state: 'open', value: null })
    expect(run.picks[0]!.candidates.map(({ value }) => value)).toEqual(ids)
    expect(check(run, 'order').state).toBe('blocked')
    const pick = { id: run.id, name: 'order_id', value: ids[1]!, revision: run.revision }
    const picked = await choosePick(desk, agent, pick)
    expect(picked).toMatchObject({ state: 'cause_found', outcome: { cause: 'on-its-way' } })
    const again = { ...pick, value: ids[0]!, revision: picked.revision }
    expect(await choosePick(desk, agent, again)).toMatchObject({ outcome: { cause: 'packing' } })
  })

  test('keeps masks on everything it stores', async () => {
    const { run } = await startWith({ email: 'victor@private.example' })
    const { rows } = await sql<{ text: string }>`
      select r::text || e.data::text as text from runbook_run r, event e
      where r.id = ${run.id} and e.ticket_id = r.ticket_id`.execute(desk.db)
    expect(check(run, 'order').value).toMatchObject({ email: 'v•••@private.example' })
    expect(rows.map(({ text }) => text).join()).not.toContain('victor@')
  })

  test('refuses what another customer owns, as a pick', async () => {
    const { run } = await startWith({ state: 'sent' }, { state: 'packing' })
    const { account } = await ticketOf(desk, agent)
    const foreign = await orderOf(desk, account)
    const pick = { id: run.id, name: 'order_id', value: foreign, revision: run.revision }
    await expect(choosePick(desk, agent, pick)).rejects.toMatchObject({
      reason: 'run.not-a-candidate',
    })
  })

  test('without any record is unclassified: nothing is left to find out', async () => {
    const { ticket, run } = await startWith()
    expect(run).toMatchObject({ state: 'unclassified', matchedCauses: [], outcome: null })
    expect(run.picks[0]!.state).toBe('empty')
    expect(await eventsOf(ticket.id)).toContain('runbook.unclassified')
  })

  test('is refused without a published version, an account or the permission', async () => {
    const { ticket } = await ticketOf(desk, agent)
    const start = (id: string, name: string, actor = agent) =>
      startRunbook(desk, actor, { ticketId: id, runbook: name })
    await expect(start(ticket.id, 'no-such')).rejects.toMatchObject({
      reason: 'runbook.not-published',
    })
    await expect(start(crypto.randomUUID(), runbook)).rejects.toMatchObject({
      reason: 'ticket.not-found',
    })
    const auditor = await createPerson(desk, { role: 'auditor' })
    await expect(start(ticket.id, runbook, auditor)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await eventsOf(ticket.id)).toEqual([])
  })
})

describe('a check that does not answer', () => {
  test('has no value after the budget, and the others have theirs', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, { state: 'packing' })
    const first = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    await desk.shop('insert into shop_slowness values (4)')
    const run = await runChecks(desk, agent, await readRun(desk.db, first.id), {
      isFresh: true,
      budgetMs: 300,
    })
    expect(check(run, 'delay')).toMatchObject({ state: 'timed_out', value: null })
    expect(check(run, 'order').state).toBe('answered')
    expect(run.outcome?.cause).toBe('packing')
  })

  test('can be run again alone, and the cause follows', async () => {
    const { ticket, account, ids, run } = await startWith({ state: 'packing' })
    await repeatChecks(desk, agent, { id: run.id })
    const found = async () =>
      (await eventsOf(ticket.id)).filter((name) => name === 'runbook.cause_found').length
    // the same cause again is no news
    expect(await found()).toBe(1)
    await desk.shop(`update shop_order set state = 'sent' where account_id = $1`, [account])
    const again = await repeatChecks(desk, agent, { id: run.id, checks: ['order'] })
    expect(again.outcome).toMatchObject({
      cause: 'on-its-way',
      say: `Your order ${ids[0]} is on its way.`,
    })
    expect(await found()).toBe(2)
    const unknown = repeatChecks(desk, agent, { id: run.id, checks: ['ordr'] })
    await expect(unknown).rejects.toMatchObject({ reason: 'run.check-not-found' })
  })

  test('that names a record which is gone matches no cause', async () => {
    const { account, run } = await startWith({ state: 'packing' })
    await desk.shop('delete from shop_order where account_id = $1', [account])
    const again = await repeatChecks(desk, agent, { id: run.id })
    expect(check(again, 'order').state).toBe('empty')
    expect(again.state).toBe('unclassified')
  })
})

describe('a question', () => {
  test('is asked when its condition holds, and its answer decides', async () => {
    const { run } = await startWith({ state: 'delivered' })
    expect(run.state).toBe('waiting')
    expect(check(run, 'neighbour')).toMatchObject({ state: 'open', ask: { type: 'boolean' } })
    const answer = { id: run.id, check: 'neighbour', value: true, revision: run.revision }
    const found = await answerCheck(desk, agent, answer)
    expect(found).toMatchObject({ state: 'cause_found', outcome: { cause: 'found' } })
    expect(check(found, 'neighbour')).toMatchObject({ value: true, by: { name: 'Ada Agent' } })
    const corrected = { ...answer, value: false, revision: found.revision }
    expect(await answerCheck(desk, other, corrected)).toMatchObject({
      outcome: { cause: 'stolen' },
    })
  })

  test('of two agents who answer at once one wins, the other is told', async () => {
    const { ticket, run } = await startWith({ state: 'delivered' })
    const answer = { id: run.id, check: 'neighbour', revision: run.revision }
    await openConnections(desk)
    const both = await Promise.allSettled([
      answerCheck(desk, agent, { ...answer, value: true }),
      answerCheck(desk, other, { ...answer, value: false }),
    ])
    const lost = both.filter((each) => each.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]!.reason).toMatchObject({ reason: 'run.changed-meanwhile' })
    const found = (await eventsOf(ticket.id)).filter((name) => name === 'runbook.cause_found')
    expect(found).toHaveLength(1)
  })

  test('is answered though machines found more meanwhile, not though a person said more', async () => {
    const { run } = await startWith({ state: 'delivered' })
    const answer = { id: run.id, check: 'neighbour', value: true, revision: run.revision }
    const again = await repeatChecks(desk, agent, { id: run.id })
    expect(again.revision).toBeGreaterThan(run.revision)
    const found = await answerCheck(desk, agent, answer)
    expect(found).toMatchObject({ state: 'cause_found', outcome: { cause: 'found' } })
    const outrun = { reason: 'run.changed-meanwhile' }
    await expect(answerCheck(desk, other, { ...answer, value: false })).rejects.toMatchObject(
      outrun,
    )
    const ahead = { ...answer, revision: found.revision + 1 }
    await expect(answerCheck(desk, other, ahead)).rejects.toMatchObject(outrun)
  })

  test('takes no other answer than it offers, and none while it is not asked', async () => {
    const { run } = await startWith({ state: 'delivered' })
    const answer = { id: run.id, check: 'neighbour', revision: run.revision }
    await expect(answerCheck(desk, agent, { ...answer, value: 'maybe' })).rejects.toMatchObject({
      reason: 'run.answer-invalid',
    })
    const { run: packing } = await startWith({ state: 'packing' })
    const early = { id: packing.id, check: 'neighbour', value: true, revision: packing.revision }
    await expect(answerCheck(desk, agent, early)).rejects.toMatchObject({
      reason: 'run.answer-not-asked',
    })
  })
})

describe('a run', () => {
  test('is seen by another agent as it stands, and keeps its version', async () => {
    const { ticket, run } = await startWith({ state: 'delivered' })
    const changed = parcelRunbook.replace('Did a neighbour take it?', 'Does a neighbour have it?')
    await writeFile(join(desk.folder, 'runbooks/parcel-not-received.md'), changed)
    await desk.sources.project.reload()
    await expect.poll(() => publishedVersion()).toBe(2)
    const { items } = await listRunbookRuns(desk, other, { ticketId: ticket.id })
    expect(items[0]).toEqual(run)
    expect(items[0]).toMatchObject({ runbook: { version: 1 } })
    await abandonRun(desk, agent, { id: run.id, reason: 'Begun with the old text' })
    const next = await startRunbook(desk, other, { ticketId: ticket.id, runbook })
    expect(next.runbook.version).toBe(2)
    expect(check(next, 'neighbour').title).toBe('Does a neighbour have it?')
  })

  test('is begun once, however many start it at the same time', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, { state: 'delivered' })
    await openConnections(desk)
    const start = (actor: typeof agent) =>
      startRunbook(desk, actor, { ticketId: ticket.id, runbook })
    const runs = await Promise.all([start(agent), start(other), start(agent)])
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1)
    expect((await eventsOf(ticket.id)).filter((name) => name === 'runbook.started')).toHaveLength(1)
    const { items } = await listRunbookRuns(desk, agent, { ticketId: ticket.id })
    expect(items).toHaveLength(1)
  })

  test('is taken over by the agent who goes on with it, and that is recorded', async () => {
    const { ticket, run } = await startWith({ state: 'delivered' })
    expect(run.handledBy).toEqual(run.startedBy)
    const { id, revision } = run
    const next = await answerCheck(desk, other, { id, check: 'neighbour', value: true, revision })
    expect(next).toMatchObject({ startedBy: { id: agent.id }, handledBy: { id: other.id } })
    expect(await eventsOf(ticket.id)).toContain('runbook.taken_over')
    const again = { id, check: 'neighbour', value: false, revision: next.revision }
    await answerCheck(desk, other, again)
    const taken = (await eventsOf(ticket.id)).filter((name) => name === 'runbook.taken_over')
    expect(taken).toHaveLength(1)
  })

  test('whose node died amid the checks says so no longer than they could take', async () => {
    const { run } = await startWith({ state: 'delivered' })
    await desk.db
      .updateTable('runbook_run')
      .set({ state: 'checking' })
      .where('id', '=', run.id)
      .execute()
    expect(await getRunbookRun(desk, agent, { id: run.id })).toMatchObject({ state: 'checking' })
    desk.clock.advance(31_000)
    expect(await getRunbookRun(desk, agent, { id: run.id })).toMatchObject({ state: 'waiting' })
    expect(await repeatChecks(desk, agent, { id: run.id })).toMatchObject({ state: 'waiting' })
  })

  test('that is abandoned says why and takes no more answers', async () => {
    const { run } = await startWith({ state: 'delivered' })
    const reason = 'The customer means another order'
    const abandoned = await abandonRun(desk, agent, { id: run.id, reason })
    expect(abandoned).toMatchObject({ state: 'abandoned', abandonedReason: reason })
    const answer = { id: run.id, check: 'neighbour', value: true, revision: abandoned.revision }
    await expect(answerCheck(desk, agent, answer)).rejects.toMatchObject({ reason: 'run.not-open' })
    await expect(abandonRun(desk, agent, { id: run.id, reason })).rejects.toMatchObject({
      reason: 'run.not-open',
    })
  })
})

async function publishedVersion(): Promise<number | undefined> {
  const row = await desk.db
    .selectFrom('runbook_version')
    .select('version')
    .where('runbook_id', '=', runbook)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.version
}
