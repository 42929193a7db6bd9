import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { ScorecardFigure } from '@firstline/contract/scorecard'
import { days, hours } from '#server/core/clock.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { getScorecard, listScorecardTickets } from './queries.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'

const testDesk = await createTestDesk()
const now = new Date('2026-03-02T09:00:00Z') // a Monday

function deskIn(timeZone: string) {
  return { ...testDesk, config: { ...testDesk.config, timeZone } }
}
const desk = deskIn('UTC')

type Told = [name: HistoryEvent['name'], daysAgo: number, data: object]

/** A ticket with this history, of a type of its own unless told; facts computed. */
async function someTicket(type: string, ...told: Told[]): Promise<string> {
  const ticketId = crypto.randomUUID()
  const received: Told = ['ticket.received', 90, { type, channel: 'email', line: 'L1' }]
  for (const [name, daysAgo, data] of [received, ...told]) {
    const at = new Date(now.getTime() - daysAgo * days)
    await sql`
      insert into event (at, name, actor_kind, ticket_id, data)
      values (${at}, ${name}, 'system', ${ticketId}, ${JSON.stringify(data)}::jsonb)`.execute(
      desk.db,
    )
  }
  await updateFacts(desk, { ticketId })
  return ticketId
}

const resolved = (daysAgo: number, line = 'L1', resolution: string = crypto.randomUUID()): Told => [
  'ticket.resolved',
  daysAgo,
  { resolution, line },
]
const reopened = (daysAgo: number): Told => ['ticket.reopened', daysAgo, { by: 'customer' }]

describe('the scorecard', () => {
  test('counts standing resolutions, mature reopens and what held', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(40))
    await someTicket(type, resolved(40, 'L2'))
    await someTicket(type, resolved(40), reopened(30), resolved(29))
    await someTicket(type, resolved(40), reopened(20), resolved(1)) // came back after the window
    await someTicket(type, resolved(3))
    await someTicket(type)
    await someTicket(type, ['ticket.voided', 20, { reason: 'spam' }])
    const scorecard = await getScorecard(desk, someAgent, { type })
    expect(scorecard).toMatchObject({
      l1: { count: 4, of: 5 },
      reopen: { count: 1, of: 5 },
      heldL1: { count: 2, of: 3 },
      reopenByPath: { firstLine: { count: 1, of: 4 }, escalated: { count: 0, of: 1 } },
      resolutions: { made: 7, brokenEver: 2, ticketsReopened: 2 },
      timeToResolution: { tickets: 6, solved: 5, medianHours: 61 * 24 },
      voided: 1,
    })
  })

  test('what is exactly one window old is mature, and broken by a reopen exactly then', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(14)) // a Monday 09:00, and the rest of its week is younger
    await someTicket(type, resolved(14 - 1 / 24))
    await someTicket(type, resolved(40), reopened(26))
    await someTicket(type, resolved(40), reopened(26 - 1 / 24))
    const { reopen, heldL1, weeks } = await getScorecard(desk, someAgent, { type })
    expect(reopen).toMatchObject({ count: 1, of: 3 })
    expect(heldL1).toMatchObject({ count: 1, of: 1 })
    expect(weeks.at(-1)).toMatchObject({ l1: { of: 2 }, reopen: { of: 1 }, immature: 1 })
  })

  test('a young week is estimated, apart from the mature figures', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(3.1), reopened(2.1))
    await someTicket(type, resolved(3))
    await someTicket(type, resolved(3))
    const { weeks, reopen } = await getScorecard(desk, someAgent, { type })
    expect(reopen.of).toBe(0)
    expect(weeks).toMatchObject([{ isoWeek: '2026-W09', immature: 3, reopen: { of: 0 } }])
    expect(weeks[0]?.reopenEstimate).toBeCloseTo(1 / 3, 9)
  })

  test('weeks are those of the organisation', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(28 - 9 / 24 + 21 / 24)) // Sunday 12:00 UTC
    const weekIn = async (timeZone: string) => {
      const { weeks } = await getScorecard(deskIn(timeZone), someAgent, { type })
      return weeks[0]?.week
    }
    expect(await weekIn('UTC')).toBe('2026-01-26')
    expect(await weekIn('Pacific/Auckland')).toBe('2026-02-02')
  })

  test('ratings belong to their resolution', async () => {
    const type = crypto.randomUUID()
    const [good, bad] = [crypto.randomUUID(), crypto.randomUUID()]
    await someTicket(
      type,
      resolved(40, 'L1', good),
      ['rating.requested', 40, { resolution: good }],
      ['rating.given', 39, { resolution: good, value: 'up' }],
    )
    await someTicket(type, resolved(40, 'L1', bad), ['rating.requested', 40, { resolution: bad }])
    const { csat } = await getScorecard(desk, someAgent, { type })
    expect(csat).toMatchObject({ up: { count: 1, of: 1 }, response: { count: 1, of: 2 } })
  })

  test('a period given in weeks or days is whole in the time zone of the organisation', async () => {
    const auckland = deskIn('Pacific/Auckland') // 13 hours ahead in summer
    const fourWeeks = await getScorecard(auckland, someAgent, { weeks: 4 })
    expect(fourWeeks.from).toBe('2026-02-01T11:00:00.000Z')
    const february = await getScorecard(auckland, someAgent, {
      from: '2026-02-01',
      to: '2026-03-01',
    })
    expect(february).toMatchObject({
      from: '2026-01-31T11:00:00.000Z',
      to: '2026-02-28T11:00:00.000Z',
    })
  })

  test('an estimate says how many it still rests on', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(8.2), reopened(7.2)) // after one day
    await someTicket(type, resolved(8.1))
    await someTicket(type, resolved(0.2)) // hardly watched yet
    const { weeks } = await getScorecard(desk, someAgent, { type })
    const young = weeks.filter(({ immature }) => immature > 0)
    expect(young.map(({ reopenAtRisk }) => reopenAtRisk)).toEqual([1, 0])
  })

  test('a period that is none is refused', async () => {
    const turned = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }
    await expect(getScorecard(desk, someAgent, turned)).rejects.toMatchObject({
      reason: 'scorecard.period-invalid',
    })
    await expect(getScorecard(desk, someAgent, { from: 'yesterday' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('who may not read it is refused', async () => {
    const stranger = { kind: 'anonymous', id: null, name: 'Nobody' } as const
    await expect(getScorecard(desk, stranger, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('behind every figure are exactly its tickets, page by page', async () => {
    const type = crypto.randomUUID()
    for (const line of ['L1', 'L1', 'L2']) {
      await someTicket(type, resolved(50, line), reopened(45), resolved(44, line))
      await someTicket(type, resolved(50, line))
      await someTicket(type, resolved(2, line))
    }
    await someTicket(type)
    const { l1, reopen, heldL1, timeToResolution } = await getScorecard(desk, someAgent, { type })
    const expected: [ScorecardFigure, number | undefined][] = [
      ['resolved', l1?.of],
      ['l1-resolved', l1?.count],
      ['escalated', l1!.of - l1!.count],
      ['held-l1', heldL1?.count],
      ['mature', reopen.of],
      ['broken', reopen.count],
      ['unsolved', timeToResolution.tickets - timeToResolution.solved],
      ['rated-down', 0],
    ]
    for (const [figure, count] of expected) {
      expect([figure, (await allBehind(type, figure)).length]).toEqual([figure, count])
    }
  })
})

/** All pages of two, with no ticket twice. */
async function allBehind(type: string, figure: ScorecardFigure): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await listScorecardTickets(desk, someAgent, { type, figure, limit: 2, cursor })
    ids.push(...page.items.map(({ ticketId, resolutionId }) => `${ticketId} ${resolutionId}`))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(ids).size).toBe(ids.length)
  return ids
}

describe('facts', () => {
  test('computing them again changes nothing', async () => {
    const ticketId = await someTicket('again', resolved(40), reopened(30), resolved(20))
    const read = async () => {
      const { rows } = await sql`
        select * from ticket_fact join resolution_fact using (ticket_id)
        where ticket_id = ${ticketId} order by at`.execute(desk.db)
      return rows
    }
    const before = await read()
    await updateFacts(desk, { ticketId })
    expect(await read()).toEqual(before)
    expect(before).toHaveLength(2)
  })

  test('a repeat contact breaks the resolution of the ticket it continues', async () => {
    const resolution = crypto.randomUUID()
    const first = await someTicket('first', resolved(40, 'L1', resolution))
    await someTicket('first', ['ticket.repeat_linked', 35, { of: first, resolution }])
    const { rows } = await sql`
      select standing_at, broken_by from ticket_fact
      join resolution_fact using (ticket_id) where ticket_id = ${first}`.execute(desk.db)
    expect(rows).toEqual([{ standing_at: null, broken_by: 'repeat_contact' }])
  })

  test('computed by several at once they are those of the whole record', async () => {
    const ticketId = await someTicket('race', resolved(40))
    const reopenings = Array.from({ length: 6 }, async (_, i) => {
      await desk.db.transaction().execute(async (tx) => {
        await sql`
          insert into event (at, name, actor_kind, ticket_id, data)
          values (${new Date(now.getTime() - 20 * days + i * hours)}, 'ticket.resolved', 'system',
            ${ticketId}, ${JSON.stringify({ resolution: crypto.randomUUID() })}::jsonb)`.execute(tx)
        await sql`select pg_sleep(0.01)`.execute(tx)
      })
      await updateFacts(desk, { ticketId })
    })
    await Promise.all(reopenings)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int from resolution_fact where ticket_id = ${ticketId}`.execute(desk.db)
    expect(rows[0]?.count).toBe(7)
  })

  test('a ticket nobody knows has none', async () => {
    const unknown = crypto.randomUUID()
    await desk.db.transaction().execute((tx) => recomputeFacts(tx, [unknown]))
    await updateFacts(desk, { ticketId: null })
    const { rows } = await sql`select 1 from ticket_fact where ticket_id = ${unknown}`.execute(
      desk.db,
    )
    expect(rows).toEqual([])
  })
})
