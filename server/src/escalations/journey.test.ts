import type { EscalationDetail } from '@firstline/contract/escalations'
import { expect, test } from 'vitest'
import { createPerson } from '#server/testing/people.ts'
import { orderOf, ticketOf } from '#server/runbooks/testing/shop.ts'
import { publishRunbook } from '#server/runbooks/publish/publish-runbook.ts'
import { listRunbookMatches } from '#server/runbooks/match/list-runbook-matches.ts'
import { getRunbook } from '#server/runbooks/queries.ts'
import { saveRunbookDraft } from '#server/runbooks/publish/save-runbook-draft.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { escalate } from './escalate.ts'
import { escalationDesk } from './testing/desk.ts'
import { getEscalation, previewEscalationDraft } from './queries.ts'
import { returnEscalation } from './return-escalation.ts'
import { newLog } from '#server/telemetry/factory.ts'

const desk = await escalationDesk()
const agent = await createPerson(desk)
const engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Eve Engineer' })
const runbook = 'parcel-not-received'

async function matched(ticketId: string, id = runbook): Promise<void> {
  await expect.poll(async () => (await getTicket(desk, agent, { ticketId })).runbook?.id).toBe(id)
}

async function closed(id: string): Promise<EscalationDetail> {
  await expect.poll(async () => (await getEscalation(desk, agent, { id })).state).toBe('closed')
  return getEscalation(desk, agent, { id })
}

test('what one engineer returned lets the first line resolve the next ticket of its kind', async () => {
  // in: the runbook is found by the customer's words, and gives the ticket its type
  const { ticket, account } = await ticketOf(desk, agent)
  const order = await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
  await matched(ticket.id)
  expect(await getTicket(desk, agent, { ticketId: ticket.id })).toMatchObject({
    type: 'parcels.missing',
  })

  // the cause is known, what to do about it is not
  const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
  expect(run.outcome).toMatchObject({ cause: 'lost', escalation: { to: 'parcels-team' } })
  await desk.telemetry.writeLogs([
    newLog({
      at: desk.clock.now().toISOString(),
      accountKey: account,
      service: 'carrier',
      severity: 17,
      message: 'carrier answered 404',
      traceId: null,
      spanId: null,
      attributes: {},
    }),
  ])
  const { id } = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because: run.outcome!.escalation!.because,
    runbookRunId: run.id,
  })
  expect(await getTicket(desk, agent, { ticketId: ticket.id })).toMatchObject({
    line: 'L2',
    escalatedAt: desk.clock.now().toISOString(),
  })
  expect(await getEscalation(desk, engineer, { id })).toMatchObject({
    state: 'open',
    identifiers: [
      { name: 'order.id', value: order },
      { name: 'order.carrier', value: 'lost' },
    ],
    runbook: { id: runbook, version: 1, cause: 'lost' },
    evidence: {
      account: { externalId: account },
      conversation: { customerMessages: 1, replies: 0 },
      logs: { items: [{ message: 'carrier answered 404' }], error: null },
      changes: { items: [], error: null },
    },
  })

  // the engineer says what it was; the same words make the same draft
  const lesson = {
    was: 'The carrier lost the label of the parcel.',
    fix: 'Print it again with order.hurry, it leaves the same day.',
    wouldHaveHelped: 'action' as const,
    detail: '',
  }
  const preview = await previewEscalationDraft(desk, engineer, { id, ...lesson })
  expect(preview).toMatchObject({ runbook, isNew: false, cause: 'lost', problems: [] })
  const returned = await returnEscalation(desk, engineer, { id, ...lesson, minutesSpent: 25 })
  expect(returned).toMatchObject({
    state: 'draft',
    draft: { runbook, version: 2 },
    returned: { by: { name: 'Eve Engineer' }, minutesSpent: 25 },
  })
  expect(await getTicket(desk, agent, { ticketId: ticket.id })).toMatchObject({
    state: 'open',
    line: 'L1',
    escalatedAt: null,
    assignee: { id: agent.id },
  })
  const draft = await getRunbook(desk, engineer, { id: runbook, version: 2 })
  expect(draft.source).toBe(preview.source)

  // the engineer words it for customers, and publishes
  const source = draft.source.replace(
    'We have found the cause and put it right.',
    'It leaves today.',
  )
  const edited = await saveRunbookDraft(desk, engineer, { id: runbook, source, baseVersion: 2 })
  expect(edited.shown).toMatchObject({ version: 3, state: 'draft', escalationId: id })
  const note = 'Lost labels are printed again'
  await publishRunbook(desk, engineer, { id: runbook, version: 3, note })
  expect(await closed(id)).toMatchObject({
    closed: { how: 'published', version: 3, by: { kind: 'system' } },
  })

  // the next one stays at the first line
  const next = await ticketOf(desk, agent, {
    subject: 'Where is my parcel?',
    text: 'I did not receive my parcel.',
  })
  const nextOrder = await orderOf(desk, next.account, { state: 'sent', carrier: 'lost' })
  await matched(next.ticket.id)
  const { items } = await listRunbookMatches(desk, agent, { ticketId: next.ticket.id })
  expect(items[0]).toMatchObject({ runbook: { id: runbook, version: 3 }, isMatch: true })
  const second = await startRunbook(desk, agent, { ticketId: next.ticket.id, runbook })
  expect(second.outcome).toMatchObject({
    cause: 'lost',
    escalation: null,
    actions: [{ id: 'order.hurry', input: { order_id: nextOrder } }],
  })
  expect(second.outcome!.say).toContain('It leaves today.')
})

test('a state no cause knew becomes a cause of its own', async () => {
  const { ticket, account } = await ticketOf(desk, agent)
  await orderOf(desk, account, { state: 'held', carrier: 'customs' })
  const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
  expect(run.state).toBe('unclassified')
  const { id } = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because: 'an order in a state the runbook does not know',
    note: 'It says held; no idea what that is.',
    runbookRunId: run.id,
  })
  const returned = await returnEscalation(desk, engineer, {
    id,
    was: 'Customs hold the parcel until the customer pays the duty.',
    fix: 'Told them about the duty.',
    wouldHaveHelped: 'runbook',
    say: 'Please pay the duty with the link from the carrier; it goes on the same day.',
    minutesSpent: 10,
  })
  const { version } = returned.draft!
  const draft = await getRunbook(desk, engineer, { id: runbook, version })
  // the source does not list the state yet: said, but no reason to keep the lesson back
  expect(draft.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(draft.source).not.toContain('ord_')
  await publishRunbook(desk, engineer, { id: runbook, version, note: 'Parcels held by customs' })
  await closed(id)

  const next = await ticketOf(desk, agent)
  await orderOf(desk, next.account, { state: 'held', carrier: 'customs' })
  const second = await startRunbook(desk, agent, { ticketId: next.ticket.id, runbook })
  expect(second).toMatchObject({
    state: 'cause_found',
    outcome: { reply: 'explained', say: expect.stringContaining('pay the duty') },
  })
  // and every cause that was told apart before still is
  const other = await ticketOf(desk, agent)
  await orderOf(desk, other.account, { state: 'packing' })
  const third = await startRunbook(desk, agent, { ticketId: other.ticket.id, runbook })
  expect(third.outcome?.cause).toBe('packing')
})

test('a problem no runbook knew gets one, and the next such ticket finds it', async () => {
  const words = {
    subject: 'The gift wrapping is the wrong colour',
    text: 'Hello, I ordered red wrapping paper and it is blue.',
  }
  const { ticket } = await ticketOf(desk, agent, words)
  expect(
    (await listRunbookMatches(desk, agent, { ticketId: ticket.id })).items[0]?.isMatch,
  ).not.toBe(true)
  const { id } = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because: 'wrapping has another colour than ordered',
    note: 'No runbook fits.',
  })
  const returned = await returnEscalation(desk, engineer, {
    id,
    was: 'The red paper ran out on Monday.',
    fix: 'We are sending you a new wrapping in red.',
    wouldHaveHelped: 'runbook',
    minutesSpent: 5,
  })
  const made = returned.draft!
  const { source, problems } = await getRunbook(desk, engineer, {
    id: made.runbook,
    version: made.version,
  })
  // a ticket without a type: the engineer says which it is
  expect(problems).toMatchObject([
    {
      severity: 'error',
      reason: expect.stringMatching(/^There is no type “unknown”: choose one of .*how-to/),
    },
    { severity: 'warning', reason: 'No cause matches: is_red_paper_ran_out = false' },
  ])
  const typed = source.replace('type: unknown', 'type: how-to')
  const saved = await saveRunbookDraft(desk, engineer, {
    id: made.runbook,
    source: typed,
    baseVersion: made.version,
  })
  await publishRunbook(desk, engineer, {
    id: made.runbook,
    version: saved.shown.version,
    note: 'Wrapping in another colour',
  })
  await closed(id)
  await matched(ticket.id, made.runbook)
  const next = await ticketOf(desk, agent, {
    subject: 'Wrong colour of gift wrapping',
    text: 'My wrapping came in the wrong colour.',
  })
  const { items } = await listRunbookMatches(desk, agent, { ticketId: next.ticket.id })
  expect(items[0]).toMatchObject({ runbook: { id: made.runbook }, isMatch: true })
  const run = await startRunbook(desk, agent, { ticketId: next.ticket.id, runbook: made.runbook })
  expect(run.checks[0]).toMatchObject({ state: 'open', title: expect.stringContaining('ran out') })
})
