import { beforeEach, expect, test } from 'vitest'
import { days, hours, later, minutes } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { unmergeTicket } from '#server/tickets/merging/unmerge-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { followBasis, rebuildScorecard } from './rebuild.ts'
import { updateFactsOf } from './update-facts.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)
const basis = configuredBasis(desk)

beforeEach(() => followBasis(desk, basis))

async function pair() {
  const contactEmail = `${crypto.randomUUID()}@nobody.example`
  const into = (await someTicket(desk, agent, { contactEmail })).id
  await setTicketType(desk, agent, { ticketId: into, type: 'how-to' })
  desk.clock.advance(2 * hours)
  const ticketId = (await someTicket(desk, agent, { contactEmail })).id
  desk.clock.advance(minutes)
  return { ticketId, into }
}

/** As the jobs of their events. */
async function factOf(ids: readonly string[]) {
  const events = ids.map((ticketId) => ({ ticketId }))
  await inTransaction(desk.db, (tx) => updateFactsOf(tx, events))
  // what was kept is what the whole record says, and the sums are those of the facts
  expect(await rebuildScorecard(desk, basis)).toMatchObject({ facts: 0, sums: 0 })
  const rows = await desk.db
    .selectFrom('ticket_fact')
    .select(['ticket_id as id', 'is_void as isVoid', 'problem_started_at as startedAt'])
    .select('standing_resolution as standing')
    .where('ticket_id', 'in', ids)
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id))
}

async function resolutionsOf(ticketId: string) {
  return desk.db
    .selectFrom('resolution_fact')
    .select(['broken_at as brokenAt', 'broken_by as brokenBy'])
    .where('ticket_id', '=', ticketId)
    .execute()
}

test('a merged ticket is void and outside of every rate, until it is undone', async () => {
  const { ticketId, into } = await pair()
  expect(await factOf([ticketId, into])).toMatchObject([{ isVoid: false }, { isVoid: false }])
  await mergeTicket(desk, agent, { ticketId, into })
  expect(await factOf([ticketId, into])).toMatchObject([{ isVoid: true }, { isVoid: false }])
  await resolveTicket(desk, agent, { ticketId: into, summary: 'Done' })
  const merged = await factOf([ticketId, into])
  expect(merged).toMatchObject([{ isVoid: true, standing: null }, { standing: expect.any(String) }])
  await unmergeTicket(desk, agent, { ticketId })
  expect(await factOf([ticketId, into])).toMatchObject([
    { isVoid: false, standing: null },
    { standing: expect.any(String) },
  ])
})

test('the clock of the one that stays runs from the earlier report, and from its own again', async () => {
  const { ticketId: fresh, into: earlier } = await pair()
  const [, was] = await factOf([earlier, fresh])
  await mergeTicket(desk, agent, { ticketId: earlier, into: fresh })
  const [first, stays] = await factOf([earlier, fresh])
  expect(stays?.startedAt).toEqual(first?.startedAt)
  expect(stays?.startedAt).toEqual(later(was!.startedAt, -2 * hours))
  await unmergeTicket(desk, agent, { ticketId: earlier })
  expect((await factOf([earlier, fresh]))[1]).toEqual(was)
})

test('who came back in a ticket of their own broke the resolution when they wrote, and not where it is undone', async () => {
  const { into, ticketId: unrelated } = await pair()
  await resolveTicket(desk, agent, { ticketId: into, summary: 'Done' })
  desk.clock.advance(days)
  const { contact } = await desk.db
    .selectFrom('ticket')
    .innerJoin('contact', 'contact.id', 'ticket.contact_id')
    .select('contact.email as contact')
    .where('ticket.id', '=', into)
    .executeTakeFirstOrThrow()
  const ticketId = (await someTicket(desk, agent, { contactEmail: contact })).id
  const cameBackAt = desk.clock.now()
  // seen to be the same only when the window is over
  desk.clock.advance(40 * days)
  await mergeTicket(desk, agent, { ticketId, into })
  await factOf([ticketId, into, unrelated])
  expect(await resolutionsOf(into)).toEqual([{ brokenAt: cameBackAt, brokenBy: 'reply' }])
  await unmergeTicket(desk, agent, { ticketId })
  await factOf([ticketId, into])
  expect(await resolutionsOf(into)).toEqual([{ brokenAt: null, brokenBy: null }])
})
