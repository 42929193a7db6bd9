import type { WouldHaveHelped } from '@firstline/contract/escalations'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { days, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { returnEscalation } from '#server/escalations/return-escalation.ts'
import { publishRunbook } from '#server/runbooks/publish/publish-runbook.ts'
import { openProject } from '#server/open-project.ts'
import { createActionStore } from '#server/actions/compile/store.ts'
import { orderOf, runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { closeLoopsOnPublication } from '#server/escalations/waive-escalation.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import {
  dismissOpportunity,
  getOpportunityIssue,
  listOpportunities,
  listOpportunityEscalations,
  reopenOpportunity,
  startOpportunity,
} from './start-opportunity.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'
import { receivedByOthers, resolvedByOthers } from '#server/scorecard/testing/other-lines.ts'

const shop = await runbookDesk(await createTestDesk())
const desk = {
  ...shop,
  actions: createActionStore(await openProject(null, shop.log)),
  config: { ...shop.config, publicUrl: 'https://desk.example' },
}
const agent = await createPerson(desk)
const engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Eve Engineer' })
const lead = await createPerson(desk, { role: 'lead', name: 'Lea Lead' })

type Returned = { missing: WouldHaveHelped; detail?: string; minutes?: number; isRun?: boolean }

async function returned({ missing, detail = '', minutes = 30, isRun = true }: Returned) {
  const { ticket, account } = await ticketOf(desk, agent, { subject: `<b>Customer words</b>` })
  await setTicketType(desk, agent, { ticketId: ticket.id, type: 'parcels.missing' })
  const order = await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
  const run = isRun
    ? await startRunbook(desk, agent, { ticketId: ticket.id, runbook: 'parcel-not-received' })
    : null
  const { id } = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because: 'sent, and no carrier knows it',
    note: 'Looked everywhere.',
    ...(run ? { runbookRunId: run.id } : {}),
  })
  await returnEscalation(desk, engineer, {
    id,
    was: 'The label was lost.',
    fix: 'Printed again.',
    wouldHaveHelped: missing,
    detail,
    minutesSpent: minutes,
  })
  await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Sent again' })
  await updateFacts(desk, { ticketId: ticket.id })
  return { ticket, order, id }
}

async function read(missing: WouldHaveHelped) {
  const { items } = await listOpportunities(desk, agent, {})
  return items.find((item) => item.missing === missing)!
}

test('returned escalations are grouped by type, cause and what is missing, with what it could add', async () => {
  await returned({ missing: 'action', detail: 'print a label', minutes: 30 })
  const last = await returned({ missing: 'action', detail: 'reprint the label', minutes: 60 })
  await returned({ missing: 'access', detail: 'the carrier’s log', minutes: 15 })
  await returned({ missing: 'defect', isRun: false })
  const { items, resolved, unexplained } = await listOpportunities(desk, agent, {})
  expect(resolved).toBe(4)
  expect(items[0]).toMatchObject({
    type: 'parcels.missing',
    runbook: 'parcel-not-received',
    cause: 'lost',
    missing: 'action',
    details: ['reprint the label', 'print a label'],
    tickets: 2,
    engineerHours: 1.5,
    points: 50,
    draft: { runbook: 'parcel-not-received' },
    state: 'open',
    decided: null,
  })
  expect(items.find((item) => item.missing === 'defect')).toMatchObject({
    runbook: null,
    cause: null,
  })
  expect(unexplained).toEqual([])
  const listed = await listOpportunityEscalations(desk, agent, { id: items[0]!.id, limit: 1 })
  expect(listed.items[0]!.id).toBe(last.id)
  const rest = await listOpportunityEscalations(desk, agent, {
    id: items[0]!.id,
    cursor: listed.next!,
  })
  expect(rest.items).toHaveLength(1)
  expect(rest.next).toBeNull()
})

test('its issue says what to build, with identifiers and the engineers’ words, never the customer’s', async () => {
  const { id } = await read('action')
  const { title, text } = await getOpportunityIssue(desk, agent, { id })
  expect(title).toBe('Give the first line an action: reprint the label (parcels.missing)')
  expect(text).toContain('2 tickets, 1.5 engineer hours, up to 50.0 points')
  expect(text).toContain('Printed again.')
  expect(text).toMatch(/`order\.id` `ord_[0-9a-f]{8}`/)
  expect(text).toContain('https://desk.example/tickets/')
  expect(text).not.toContain('Customer words')
})

test('what is started ships as soon as the project has it', async () => {
  const { id } = await read('access')
  const started = await startOpportunity(desk, lead, {
    id,
    link: 'https://issues.example/7',
    thing: { kind: 'source', id: 'carrier.log' },
  })
  expect(started).toMatchObject({
    state: 'started',
    decided: { link: 'https://issues.example/7', by: { name: 'Lea Lead' } },
  })
  await startOpportunity(desk, lead, { id, thing: { kind: 'source', id: 'orders.recent' } })
  expect(await read('access')).toMatchObject({
    state: 'shipped',
    thing: { kind: 'source', id: 'orders.recent' },
  })
  await expect(
    startOpportunity(desk, lead, { id, link: 'javascript:alert(1)' }),
  ).rejects.toMatchObject({ reason: 'input.invalid' })
  await expect(startOpportunity(desk, agent, { id })).rejects.toMatchObject({
    reason: 'permission.missing',
  })
})

test('a runbook that somebody was asked to write has shipped once it is published', async () => {
  const { id } = await read('access')
  const named = async (runbook: string) => {
    await startOpportunity(desk, lead, { id, thing: { kind: 'runbook', id: runbook } })
    return read('access')
  }
  await sql`insert into runbook values ('half-written', now())`.execute(desk.db)
  await sql`
    insert into runbook_version
      (runbook_id, version, state, origin, title, type, owner, source, sha256, author, created_at)
    values ('half-written', 1, 'draft', 'git', 'Half', 'parcels.missing', 'team', '', '', '{}', now())
  `.execute(desk.db)
  expect(await named('nobody-wrote-it')).toMatchObject({ state: 'started' })
  expect(await named('half-written')).toMatchObject({ state: 'started' })
  expect(await named('parcel-not-received')).toMatchObject({ state: 'shipped' })
})

test('a missing runbook has shipped once what these escalations taught is published', async () => {
  await returned({ missing: 'runbook' })
  const before = await read('runbook')
  expect(before).toMatchObject({ state: 'open', draft: { runbook: 'parcel-not-received' } })
  const { runbook, version } = before.draft!
  await publishRunbook(desk, engineer, { id: runbook, version, note: 'Labels are printed again' })
  await closeLoopsOnPublication(desk)({ data: { runbook, version } } as never)
  expect(await read('runbook')).toMatchObject({
    state: 'shipped',
    draft: null,
    thing: { kind: 'runbook', id: 'parcel-not-received' },
  })
})

test('a decision says why and can be taken back', async () => {
  const { id } = await read('defect')
  const reason = 'Cheaper to leave as it is'
  expect(await dismissOpportunity(desk, lead, { id, reason })).toMatchObject({
    state: 'dismissed',
    decided: { reason },
  })
  expect(await reopenOpportunity(desk, lead, { id })).toMatchObject({
    state: 'open',
    decided: null,
  })
  await expect(reopenOpportunity(desk, lead, { id })).rejects.toMatchObject({
    reason: 'opportunity.undecided',
  })
  await expect(
    dismissOpportunity(desk, lead, { id: crypto.randomUUID(), reason }),
  ).rejects.toMatchObject({ reason: 'opportunity.not-found' })
})

test('tickets of other lines that came back without a word are told as unexplained', async () => {
  await resolveWithoutWord('how-to')
  const { unexplained, resolved } = await listOpportunities(desk, agent, {})
  expect(unexplained).toEqual([{ type: 'how-to', tickets: 1, points: 100 / resolved }])
})

test('an action ships with the project, and what was started for nothing it could have has not', async () => {
  const { id } = await read('action')
  expect(await startOpportunity(desk, lead, { id })).toMatchObject({
    state: 'started',
    thing: null,
    decided: { link: null, reason: null },
  })
  const thing = { kind: 'action', id: 'label.print' } as const
  expect(await startOpportunity(desk, lead, { id, thing })).toMatchObject({
    state: 'started',
    thing,
  })
  const some = createActionStore(await openProject(null, shop.log))
  const print = {
    ...some,
    current: () => new Map([['label.print', {}]]) as unknown as ReturnType<typeof some.current>,
  }
  const { items } = await listOpportunities({ ...desk, actions: print }, agent, {})
  expect(items.filter(({ state }) => state === 'shipped').map(({ missing }) => missing)).toEqual(
    expect.arrayContaining(['action', 'access', 'runbook']),
  )
  const reason = 'Nobody prints labels any more'
  await dismissOpportunity(desk, lead, { id, reason })
  expect((await read('action')).state).toBe('dismissed')
  await reopenOpportunity(desk, lead, { id })
})

test('only the five last different details are told', async () => {
  for (const detail of ['a', 'b', 'c', 'b', 'd', 'e', 'f']) {
    desk.clock.advance(1_000)
    await returned({ missing: 'defect', detail })
  }
  expect((await read('defect')).details).toEqual(['f', 'e', 'd', 'b', 'c'])
})

test('a ticket that was void counts neither as resolved nor as unexplained', async () => {
  const before = await listOpportunities(desk, agent, {})
  const ticketId = await resolveWithoutWord('spam')
  await desk.db
    .updateTable('ticket_fact')
    .set({ is_void: true })
    .where('ticket_id', '=', ticketId)
    .execute()
  expect(await listOpportunities(desk, agent, {})).toEqual(before)
})

test('the period ends now, begins just after its first moment, and may be as long as a year', async () => {
  desk.clock.advance(1_000)
  const first = await returned({ missing: 'defect', isRun: false })
  const at = desk.clock.now()
  const ticketsAt = async (ms: number, missing: WouldHaveHelped, inDays = 90) => {
    const then = { ...desk, clock: { ...desk.clock, now: () => later(at, ms) } }
    const { items, resolved } = await listOpportunities(then, agent, { days: inDays })
    const found = items.find((item) => item.missing === missing && item.runbook === null)
    return [found?.tickets ?? 0, resolved]
  }
  const [tickets, resolved] = await ticketsAt(0, 'defect')
  expect([tickets, resolved! > 0]).toEqual([2, true])
  expect((await ticketsAt(-1, 'defect'))[0]).toBe(1)
  expect(await ticketsAt(90 * days - 1, 'defect')).toEqual([1, 1])
  expect(await ticketsAt(90 * days, 'defect')).toEqual([0, 0])
  expect(await ticketsAt(90 * days, 'defect', 91)).toEqual([2, resolved])

  desk.clock.set(later(at, 365 * days - 1))
  const { items } = await listOpportunities(desk, agent, { days: 365 })
  const [{ id } = { id: '' }] = items
  expect(items.map(({ tickets: each, points }) => [each, points])).toEqual([[1, 100]])
  const { items: escalations } = await listOpportunityEscalations(desk, agent, { id })
  expect(escalations.map((each) => each.id)).toEqual([first.id])
  const { text } = await getOpportunityIssue(desk, agent, { id })
  expect(text).toContain('In 365 days: 1 ticket, 0.5 engineer hours, up to 100.0 points')
  desk.clock.set(later(at, 365 * days))
  await expect(getOpportunityIssue(desk, agent, { id })).rejects.toMatchObject({
    reason: 'opportunity.not-found',
  })
  expect(await listOpportunities(desk, agent, {})).toMatchObject({ items: [], unexplained: [] })
})

/** Of another line, and nobody said why it had to come there. */
async function resolveWithoutWord(type: string): Promise<string> {
  const ticketId = crypto.randomUUID()
  const events = [receivedByOthers(ticketId, type), resolvedByOthers(ticketId, type)]
  await desk.db.transaction().execute((tx) => appendEvents(tx, agent, desk.clock.now(), events))
  await updateFacts(desk, { ticketId })
  return ticketId
}
