import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createPerson } from '#server/testing/people.ts'
import { openConnections, orderOf, ticketOf } from '#server/runbooks/testing/shop.ts'
import { abandonRun } from '#server/runbooks/run/abandon-run.ts'
import { publishRunbook } from '#server/runbooks/publish/publish-runbook.ts'
import { getRunbook } from '#server/runbooks/queries.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { assignEscalation } from './assign-escalation.ts'
import { waiveEscalation } from './waive-escalation.ts'
import { escalate } from './escalate.ts'
import { escalationDesk } from './testing/desk.ts'
import { getEscalation, listEscalations, listTeams } from './queries.ts'
import { returnEscalation } from './return-escalation.ts'

const desk = await escalationDesk()
const agent = await createPerson(desk)
const engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Eve Engineer' })
const other = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Max Engineer' })
const runbook = 'parcel-not-received'
const because = 'nobody here can see the carrier'
const lesson = {
  was: 'The carrier was down.',
  fix: 'Waited until it was up again.',
  wouldHaveHelped: 'defect' as const,
  minutesSpent: 5,
}

async function escalated() {
  const { ticket, account } = await ticketOf(desk, agent)
  const escalation = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because,
    note: 'Looked everywhere.',
  })
  return { ticket, account, escalation, id: escalation.id }
}

async function eventsOf(ticketId: string) {
  const { rows } = await sql<{ name: string; data: Record<string, unknown> }>`
    select name, data from event where ticket_id = ${ticketId}
    and (name like 'escalation.%' or name in ('ticket.escalated', 'ticket.line_changed'))
    order by id`.execute(desk.db)
  return rows
}

async function runOf(id: string): Promise<string | null> {
  const row = await desk.db
    .selectFrom('escalation')
    .select('runbook_run_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.runbook_run_id
}

describe('escalating', () => {
  test('names each identifier the runbook requires and nobody gave', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
    const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    await desk.db
      .updateTable('runbook_run')
      .set({ checks: sql`jsonb_set(checks, '{order,value,id}', 'null')` })
      .where('id', '=', run.id)
      .execute()
    const input = { ticketId: ticket.id, to: 'parcels-team', because, runbookRunId: run.id }
    await expect(escalate(desk, agent, input)).rejects.toMatchObject({
      reason: 'escalation.identifiers-missing',
      extra: { errors: [{ path: 'identifiers.order.id', message: 'is required' }] },
    })
    expect(await eventsOf(ticket.id)).toEqual([])
    const { identifiers } = await escalate(desk, agent, {
      ...input,
      identifiers: { 'order.id': 'ord_12345678', seen: 'on the phone' },
    })
    expect(identifiers).toEqual([
      { name: 'order.id', value: 'ord_12345678' },
      { name: 'order.carrier', value: 'lost' },
      { name: 'seen', value: 'on the phone' },
    ])
  })

  test('without a runbook needs a note', async () => {
    const { ticket } = await ticketOf(desk, agent)
    const input = { ticketId: ticket.id, to: 'parcels-team', because }
    await expect(escalate(desk, agent, input)).rejects.toMatchObject({
      reason: 'escalation.note-missing',
    })
  })

  test('takes the last run that was followed, unless told which', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
    const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    const dropped = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    await abandonRun(desk, agent, { id: dropped.id, reason: 'Started twice' })
    const { id } = await escalate(desk, agent, { ticketId: ticket.id, to: 'parcels-team', because })
    expect(await runOf(id)).toBe(run.id)
  })

  test('does not take a run of a problem that was solved', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
    await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    desk.clock.advance(1_000)
    await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Found' })
    await reopenTicket(desk, agent, { ticketId: ticket.id, cause: 'It is another parcel' })
    const input = { ticketId: ticket.id, to: 'parcels-team', because, note: 'Another one.' }
    const { id } = await escalate(desk, agent, input)
    expect(await runOf(id)).toBeNull()
  })

  test('records line, team and reason for the scorecard', async () => {
    const { ticket, id } = await escalated()
    expect(await eventsOf(ticket.id)).toEqual([
      {
        name: 'ticket.escalated',
        data: {
          escalation: id,
          line: 'L2',
          team: 'parcels-team',
          because,
          runbook: null,
          runbook_version: null,
          cause: null,
        },
      },
    ])
  })

  test('of two at once one wins', async () => {
    const { ticket } = await ticketOf(desk, agent)
    const input = { ticketId: ticket.id, to: 'parcels-team', because, note: 'Both saw it.' }
    await openConnections(desk)
    const both = await Promise.allSettled([
      escalate(desk, agent, input),
      escalate(desk, other, input),
    ])
    const lost = both.filter((each) => each.status === 'rejected')
    expect(lost.map(({ reason }) => reason.reason)).toEqual(['escalation.already-open'])
    expect(await eventsOf(ticket.id)).toHaveLength(1)
  })

  test('is refused for a resolved ticket and for a run of another ticket', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account)
    const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    const { ticket: foreign } = await ticketOf(desk, agent)
    const input = { to: 'parcels-team', because, note: 'A note.' }
    await expect(
      escalate(desk, agent, { ...input, ticketId: foreign.id, runbookRunId: run.id }),
    ).rejects.toMatchObject({ reason: 'run.not-found' })
    await resolveTicket(desk, agent, { ticketId: foreign.id, summary: 'Found' })
    await expect(escalate(desk, agent, { ...input, ticketId: foreign.id })).rejects.toMatchObject({
      reason: 'ticket.not-open',
    })
  })

  test('goes on when evidence cannot be read, and says so', async () => {
    const { logs } = desk.sources.builtins
    desk.sources.builtins.logs = async () => {
      throw new Error('connection refused')
    }
    const { escalation } = await escalated()
    desk.sources.builtins.logs = logs!
    expect(escalation.evidence.logs).toEqual({ items: [], error: 'It did not answer' })
    expect(escalation.evidence.changes.error).toBeNull()
  })

  test('freezes masked values only, whatever happens to the record later', async () => {
    const { ticket, account } = await ticketOf(desk, agent)
    await orderOf(desk, account, {
      state: 'sent',
      carrier: 'lost',
      email: 'victor@private.example',
    })
    const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
    const input = { ticketId: ticket.id, to: 'parcels-team', because, runbookRunId: run.id }
    const { id } = await escalate(desk, agent, input)
    await desk.shop('delete from shop_order where account_id = $1', [account])
    const { evidence } = await getEscalation(desk, engineer, { id })
    const order = evidence.checks.find((check) => check.name === 'order')!
    expect(order).toMatchObject({ state: 'answered', ageSeconds: 0 })
    expect(order.value).toMatchObject({ carrier: 'lost', email: 'v•••@private.example' })
    expect(JSON.stringify(evidence)).not.toContain('victor@')
  })
})

describe('an open escalation', () => {
  test('is taken by an engineer, and not by whom nobody knows', async () => {
    const { id, ticket } = await escalated()
    const taken = await assignEscalation(desk, engineer, { id, personId: engineer.id })
    expect(taken.assignee).toEqual({ id: engineer.id, name: 'Eve Engineer' })
    const nobody = { id, personId: crypto.randomUUID() }
    await expect(assignEscalation(desk, engineer, nobody)).rejects.toMatchObject({
      reason: 'person.not-found',
    })
    await expect(assignEscalation(desk, agent, { id, personId: agent.id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect((await eventsOf(ticket.id)).map(({ name }) => name)).toEqual([
      'ticket.escalated',
      'escalation.assigned',
    ])
  })

  test('is returned once: of two engineers one wins', async () => {
    const { id, ticket } = await escalated()
    await openConnections(desk)
    const both = await Promise.allSettled([
      returnEscalation(desk, engineer, { id, ...lesson }),
      returnEscalation(desk, other, { id, ...lesson }),
    ])
    const lost = both.filter((each) => each.status === 'rejected')
    expect(lost.map(({ reason }) => reason.reason)).toEqual(['escalation.not-open'])
    expect((await eventsOf(ticket.id)).map(({ name }) => name)).toEqual([
      'ticket.escalated',
      'escalation.returned',
      'ticket.line_changed',
    ])
    await expect(assignEscalation(desk, engineer, { id, personId: null })).rejects.toMatchObject({
      reason: 'escalation.not-open',
    })
  })

  test('of a ticket that was resolved meanwhile comes back without reopening it', async () => {
    const { id, ticket } = await escalated()
    await resolveTicket(desk, engineer, { ticketId: ticket.id, summary: 'Done by the engineer' })
    await returnEscalation(desk, engineer, { id, ...lesson })
    expect(await getTicket(desk, agent, { ticketId: ticket.id })).toMatchObject({
      state: 'resolved',
      escalatedAt: null,
    })
  })

  test('can neither be waived nor forgotten', async () => {
    const { id } = await escalated()
    const waiver = { id, reason: 'It will not happen again' }
    await expect(waiveEscalation(desk, engineer, waiver)).rejects.toMatchObject({
      reason: 'escalation.not-returned',
    })
    await expect(
      waiveEscalation(desk, engineer, { ...waiver, id: crypto.randomUUID() }),
    ).rejects.toMatchObject({ reason: 'escalation.not-found' })
  })
})

describe('a returned escalation', () => {
  test('is closed with a written reason, once', async () => {
    const { id, ticket } = await escalated()
    await returnEscalation(desk, engineer, { id, ...lesson })
    const reason = 'The carrier has changed; it will not happen again'
    const waived = await waiveEscalation(desk, engineer, { id, reason })
    expect(waived).toMatchObject({ state: 'closed', closed: { how: 'waived', reason } })
    await expect(waiveEscalation(desk, engineer, { id, reason })).rejects.toMatchObject({
      reason: 'escalation.not-returned',
    })
    expect((await eventsOf(ticket.id)).at(-1)).toMatchObject({
      name: 'escalation.closed',
      data: { how: 'waived', reason },
    })
  })

  test('two lessons on one runbook at once are both kept, and close together', async () => {
    const ids: string[] = []
    for (const carrier of ['north', 'south']) {
      const { ticket, account } = await ticketOf(desk, agent)
      await orderOf(desk, account, { state: `held-${carrier}`, carrier })
      const run = await startRunbook(desk, agent, { ticketId: ticket.id, runbook })
      const { id } = await escalate(desk, agent, {
        ticketId: ticket.id,
        to: 'parcels-team',
        because,
        note: 'Unknown state.',
        runbookRunId: run.id,
      })
      ids.push(id)
    }
    await openConnections(desk)
    await Promise.all(
      ids.map((id, index) =>
        returnEscalation(desk, engineer, {
          ...lesson,
          id,
          wouldHaveHelped: 'runbook',
          was: `Depot number ${['one', 'two'][index]} holds it back.`,
        }),
      ),
    )
    const newest = await getRunbook(desk, engineer, { id: runbook })
    const draft = await getRunbook(desk, engineer, { id: runbook, version: newest.draftVersion! })
    const causes = draft.content!.causes.map(({ name }) => name)
    expect(causes.filter((name) => name.startsWith('depot-number'))).toHaveLength(2)
    const note = 'Both depots'
    await publishRunbook(desk, engineer, { id: runbook, version: draft.shown.version, note })
    for (const id of ids) {
      await expect.poll(async () => (await getEscalation(desk, agent, { id })).state).toBe('closed')
    }
  })
})

describe('the board', () => {
  test('lists a state newest first, page by page, and counts all', async () => {
    const fresh: string[] = []
    for (let n = 0; n < 3; n++) {
      desk.clock.advance(1_000)
      fresh.unshift((await escalated()).id)
    }
    const first = await listEscalations(desk, agent, { state: 'open', limit: 2 })
    expect(first.items.map(({ id }) => id)).toEqual(fresh.slice(0, 2))
    expect(first.counts.open).toBeGreaterThanOrEqual(3)
    const next = await listEscalations(desk, agent, {
      state: 'open',
      limit: 2,
      cursor: first.next!,
    })
    expect(next.items[0]!.id).toBe(fresh[2])
  })

  test('knows the teams behind the first line', async () => {
    expect(await listTeams(desk, agent, {})).toEqual({
      items: [{ id: 'parcels-team', name: 'Parcels team', line: 'L2' }],
    })
  })
})
