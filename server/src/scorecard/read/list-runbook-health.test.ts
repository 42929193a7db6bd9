import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { days, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { returnEscalation } from '#server/escalations/return-escalation.ts'
import { orderOf, runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { listRunbookHealth } from './list-runbook-health.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'

const desk = await runbookDesk(await createTestDesk())
const agent = await createPerson(desk)
const engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Eve Engineer' })
const runbook = 'parcel-not-received'

async function ticketOfType(type = 'parcels.missing') {
  const { ticket, account } = await ticketOf(desk, agent)
  await setTicketType(desk, agent, { ticketId: ticket.id, type })
  return { ticketId: ticket.id, account }
}

/** @param state of the order: a state no cause knows leaves the run unclassified */
async function run(state = 'packing') {
  const { ticketId, account } = await ticketOfType()
  await orderOf(desk, account, { state })
  const { id } = await startRunbook(desk, agent, { ticketId, runbook })
  return { ticketId, runId: id }
}

async function resolve(ticketId: string) {
  await resolveTicket(desk, agent, { ticketId, summary: 'Sent again' })
  await updateFacts(desk, { ticketId })
}

async function customerReturns(ticketId: string) {
  const { id: resolution } = await desk.db
    .selectFrom('resolution')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const data = { by: 'customer', cause: 'reply', resolution, is_broken: true } as const
  await desk.db
    .transaction()
    .execute((tx) =>
      appendEvents(tx, agent, desk.clock.now(), [{ name: 'ticket.reopened', ticketId, data }]),
    )
  await updateFacts(desk, { ticketId })
}

async function health() {
  return (await listRunbookHealth(desk, agent, {})).items[0]!
}

test('a runbook is as healthy as its tickets open it, find a cause by it and stay resolved by it', async () => {
  const first = await run()
  await resolve(first.ticketId)
  await resolve((await run()).ticketId)
  await ticketOfType()
  const spam = await ticketOfType()
  await voidTicket(desk, agent, { ticketId: spam.ticketId, reason: 'spam' })
  await run('held')
  desk.clock.advance(2 * days)
  await customerReturns(first.ticketId)
  expect(await health()).toMatchObject({ held: { of: 0 } })

  desk.clock.advance(14 * days)
  const { items, windowDays } = await listRunbookHealth(desk, agent, {})
  expect(windowDays).toBe(14)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    id: runbook,
    opened: { count: 3, of: 4 },
    finished: { count: 3, of: 3 },
    causeFound: { count: 2, of: 3 },
    unclassified: { count: 1, of: 3 },
    resolved: { count: 2, of: 2 },
    held: { count: 1, of: 2 },
    rot: [],
  })
  expect(items[0]!.openRate).toHaveLength(14)
})

test('an open rate that falls four weeks in a row is rot, and so is more than a fifth unclassified', async () => {
  for (const opened of [5, 4, 3, 2, 1]) {
    desk.clock.advance(7 * days)
    for (let index = 0; index < 5; index++) await (index < opened ? run() : ticketOfType())
  }
  expect((await health()).rot, 'the last week is not over').toEqual([])
  desk.clock.advance(7 * days)
  expect((await health()).rot).toEqual(['opened-less'])
  for (let index = 0; index < 5; index++) await run('held')
  expect((await health()).rot).toEqual(['opened-less', 'unclassified'])
})

test('a runbook whose source was changed since somebody vouched for it is rotting, and says so', async () => {
  const path = `${desk.folder}/sources/orders.by_id.yaml`
  const before = await readFile(path, 'utf8')
  expect((await health()).stale).toEqual([])
  await writeFile(path, before.replace('title: One order', 'title: One order of theirs'))
  await desk.sources.project.reload()
  const { stale, rot } = await health()
  expect(stale).toHaveLength(1)
  expect(rot).toContain('stale')
  await writeFile(path, before)
  await desk.sources.project.reload()
  expect((await health()).rot).not.toContain('stale')
})

test('three escalations of a type that no runbook told the cause of are a debt, with what they cost', async () => {
  for (let index = 0; index < 3; index++) {
    const { ticketId } = await ticketOfType('how-to')
    expect((await listRunbookHealth(desk, agent, {})).debt).toEqual([])
    const { id } = await escalate(desk, agent, {
      ticketId,
      to: 'parcels-team',
      because: 'nobody knows how',
      note: 'Asked everybody.',
    })
    if (index > 0) continue
    await returnEscalation(desk, engineer, {
      id,
      was: 'A setting.',
      fix: 'Changed it.',
      wouldHaveHelped: 'runbook',
      minutesSpent: 90,
    })
  }
  const { debt } = await listRunbookHealth(desk, agent, {})
  expect(debt).toMatchObject([
    { type: 'how-to', tickets: 3, engineerHours: 1.5, runbooks: [], drafts: [{ version: 1 }] },
  ])
  desk.clock.set(later(desk.clock.now(), 31 * days))
  expect((await listRunbookHealth(desk, agent, {})).debt).toEqual([])
})
