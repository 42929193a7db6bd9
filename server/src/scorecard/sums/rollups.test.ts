import fc from 'fast-check'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { days, hours } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { configuredBasis } from './basis.ts'
import type { Basis } from './basis.ts'
import { countPeriod } from '#server/scorecard/read/count-period.ts'
import type { Source } from '#server/scorecard/read/count-period.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { getScorecard, listScorecardTickets } from '#server/scorecard/read/queries.ts'
import { readScorecard } from '#server/scorecard/read/read-scorecard.ts'
import { isOvertaken } from '#server/database/is-overtaken.ts'
import { countOrigin } from './count-origin.ts'
import { followBasis, rebuildScorecard } from '#server/scorecard/facts/rebuild.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import type { Scope } from '#server/scorecard/read/scope.ts'
import { localDay } from '#server/scorecard/testing/berlin.ts'
import { settleHistories, ticketsOfLives } from '#server/scorecard/testing/settle-histories.ts'
import { someLife, someTypes } from '#server/scorecard/testing/some-history.ts'
import type { Life } from '#server/scorecard/testing/some-history.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'

/** Clocks go forward on 29 March 2026 here, so that a week has 167 hours. */
const timeZone = 'Europe/Berlin'
const begin = Date.parse('2026-02-20T00:00:00Z')
const asOf = Date.parse('2026-05-01T10:20:00Z')

const testDesk = await createTestDesk()
const desk = { ...testDesk, config: { ...testDesk.config, timeZone } }
const basis = configuredBasis(desk)
const same = { facts: 0, sums: 0, factsOf: [], sumsOf: [] }

beforeEach(async () => {
  desk.clock.set(new Date(asOf))
  await followBasis(desk, basis)
})

async function happen(events: readonly HistoryEvent[], origin = 'live'): Promise<void> {
  for (const { ticketId, at, name, data } of events) {
    await sql`
      insert into event (at, name, actor_kind, ticket_id, data, origin)
      values (${new Date(at)}, ${name}, 'system', ${ticketId}, ${JSON.stringify(data)}::jsonb, ${origin})`.execute(
      desk.db,
    )
    await follow(ticketId)
  }
}

/** As its job: where two waited for each other, the one that PostgreSQL gave up is tried again. */
async function follow(ticketId: string): Promise<void> {
  try {
    await updateFacts(desk, { ticketId })
  } catch (error) {
    if (!isOvertaken(error)) throw error
    await follow(ticketId)
  }
}

/** PostgreSQL counts for the connection: what an earlier transaction of it read is still in there. */
async function countScans(tx: Transaction<DB>) {
  const { rows } = await sql<{ table: string; scans: string }>`
    select relname as table, seq_scan as scans from pg_stat_xact_user_tables
    where relname in ('message', 'event', 'ticket') order by relname`.execute(tx)
  return rows
}

const ticketsOf = (lives: readonly Life[]) => ticketsOfLives(lives, { begin, until: asOf })
const settle = (histories: readonly HistoryEvent[][]) => settleHistories(desk.db, histories)

describe('the sums kept ready', () => {
  test('are those of the definition after any history, in any order, by several workers', async () => {
    const run = fc.asyncProperty(
      fc.array(someLife, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat()),
      async (lives, order) => {
        const [known, late] = [ticketsOf(lives), ticketsOf(lives)]
        const lanes: HistoryEvent[][] = [[], [], []]
        for (const history of known)
          for (const event of history) lanes[order.next().value! % 3]!.push(event)
        await Promise.all([
          ...lanes.map((lane) => happen(lane)),
          happen(late.flat(), 'import:before'),
        ])
        expect(await rebuildScorecard(desk, basis)).toMatchObject(same)
      },
    )
    await fc.assert(run, { numRuns: Number(process.env.FUZZ_RUNS ?? 4), endOnFailure: true })
  })

  test('give the same scorecard as the facts, whatever the period and the filters', async () => {
    await settle(ticketsOf(fc.sample(someLife, { numRuns: 300, seed: 7 })))
    const moment = fc.integer({ min: begin - 10 * days, max: asOf }).map((at) => new Date(at))
    const midnight = fc.integer({ min: 0, max: 60 }).map((day) => localDay(day))
    const bound = fc.oneof(moment, midnight)
    const scopes = fc.record({
      bounds: fc.tuple(bound, bound),
      asOf: fc.oneof(fc.constant(new Date(asOf)), moment, midnight),
      type: fc.constantFrom(undefined, ...someTypes),
      line: fc.constantFrom(undefined, undefined, 'L1', 'L2'),
      channel: fc.constantFrom(undefined, undefined, 'email'),
      origin: fc.constantFrom(undefined, 'live'),
    })
    for (const { bounds, ...rest } of fc.sample(scopes, { numRuns: 25, seed: 11 })) {
      const [from, to] = bounds.sort((a, b) => a.getTime() - b.getTime())
      if (from.getTime() === to.getTime()) continue
      const scope: Scope = { ...rest, from: from, to: to, timeZone, windowDays: 14 }
      expect(await figures(scope, 'rollups')).toEqual(await figures(scope, 'facts'))
    }
  })

  test('follow a late reopen, a corrected type and a void into the week they belong to', async () => {
    const [ticketId, resolution] = [crypto.randomUUID(), crypto.randomUUID()]
    const type = crypto.randomUUID()
    const tell = (name: string, daysAgo: number, data: object) =>
      happen([{ ticketId, at: asOf - daysAgo * days, name, data } as HistoryEvent])
    const card = async () => {
      const { l1, reopen, voided } = await getScorecard(desk, someAgent, { type })
      return [l1?.count, l1?.of, reopen.count, reopen.of, voided]
    }
    await tell('ticket.received', 40, { type, line: 'L1' })
    await tell('ticket.resolved', 39, { resolution })
    expect(await card()).toEqual([1, 1, 0, 1, 0])
    await tell('ticket.reopened', 29, { by: 'customer' })
    expect(await card()).toEqual([0, 0, 1, 1, 0])
    await tell('ticket.reopen_dismissed', 28, { resolution })
    expect(await card()).toEqual([1, 1, 0, 1, 0])
    await tell('ticket.escalated', 27, { line: 'L2' })
    expect(await card()).toEqual([0, 1, 0, 1, 0])
    await tell('ticket.voided', 26, {})
    expect(await card()).toEqual([0, 0, 0, 0, 1])
    expect(await rebuildScorecard(desk, basis)).toMatchObject(same)
  })

  test('are renewed without looking through the messages of all tickets', async () => {
    const ticketId = crypto.randomUUID()
    const tell = (name: string, data: object) =>
      happen([{ ticketId, at: asOf - days, name, data } as HistoryEvent])
    await tell('ticket.received', { line: 'L1' })
    for (const message of [crypto.randomUUID(), 'of another desk: 17']) {
      await tell('ticket.waiting', { message })
    }
    const [before, after] = await desk.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const countsBefore = await countScans(tx)
      await recomputeFacts(tx, [ticketId])
      return [countsBefore, await countScans(tx)]
    })
    expect(after).toEqual(before)
  })

  test('count a reopen at the last moment of the window, and none after it', async () => {
    const type = crypto.randomUUID()
    const resolvedAt = asOf - 30 * days
    const lives = [0, 1].map((late) => ({
      ticketId: crypto.randomUUID(),
      reopenedAt: resolvedAt + basis.windowDays * days + late,
    }))
    for (const { ticketId, reopenedAt } of lives) {
      const tell = (at: number, name: string, data: object) =>
        happen([{ ticketId, at, name, data } as HistoryEvent])
      await tell(resolvedAt - days, 'ticket.received', { type, line: 'L1' })
      await tell(resolvedAt, 'ticket.resolved', { resolution: crypto.randomUUID() })
      await tell(reopenedAt, 'ticket.reopened', { by: 'customer' })
    }
    const { reopen } = await getScorecard(desk, someAgent, { type })
    expect([reopen.count, reopen.of]).toEqual([1, 2])
    expect(await rebuildScorecard(desk, basis)).toMatchObject(same)
  })

  test('of a history that is counted anew are right, though its tickets change meanwhile', async () => {
    const [origin, lives] = ['import:counted', fc.sample(someLife, { numRuns: 12, seed: 5 })]
    const counting = async () => {
      for (let times = 0; times < 8; times++) await countOrigin(desk.db, origin)
    }
    const histories = ticketsOf(lives)
    await Promise.all([counting(), ...histories.map((history) => happen(history, origin))])
    expect(await rebuildScorecard(desk, basis)).toMatchObject(same)
  })

  test('are made again for another window, time zone and calendar; until then facts answer', async () => {
    await settle(ticketsOf(fc.sample(someLife, { numRuns: 30, seed: 3 })))
    const monday = Date.parse('2026-04-06T00:00:00Z')
    const received = (ticketId: string, at: number) =>
      ({ ticketId, at, name: 'ticket.received', data: { type: 'clock' } }) as const
    // three and five hours after the desk in Tokyo opened
    for (const solvedAfter of [3 * hours, 5 * hours]) {
      const [ticketId, at] = [crypto.randomUUID(), monday + solvedAfter]
      await happen([
        received(ticketId, monday),
        { ticketId, at, name: 'ticket.resolved', data: { resolution: ticketId } },
      ])
    }
    // of this one nothing is known after the hour in which the desk was open
    await happen([received(crypto.randomUUID(), monday + 21 * days + 7 * hours)])
    const wanted: Basis = {
      ...basis,
      windowDays: 3,
      timeZone: 'Asia/Tokyo',
      businessHours: { week: { mon: ['09:00-17:00'] }, holidays: [] },
    }
    const settings = { ...wanted, utilisationLine: 0.8 }
    const opened = await openProject(null, desk.log)
    const project = { ...opened, current: () => ({ ...opened.current(), scorecard: settings }) }
    const changed = { ...desk, sources: { project } }
    const fromFacts = await getScorecard(changed, someAgent, {})
    const both = await Promise.all([followBasis(desk, wanted), followBasis(desk, wanted)])
    expect(both.toSorted()).toEqual([false, true])
    expect(await followBasis(desk, wanted)).toBe(false)
    const { timeToResolution, ...fromSums } = await getScorecard(changed, someAgent, {})
    expect(fromSums).toEqual({ ...fromFacts, timeToResolution: undefined })
    expect(timeToResolution.business).not.toBeNull()
    const one = await getScorecard(changed, someAgent, { type: 'clock' })
    expect(one.timeToResolution).toMatchObject({ medianHours: 5, business: { medianHours: 3 } })
    expect(await rebuildScorecard(desk, wanted)).toMatchObject(same)
  })

  test('a sum that is wrong is found, named and put right', async () => {
    await settle(ticketsOf(fc.sample(someLife, { numRuns: 5, seed: 5 })))
    await sql`
      update scorecard_count set made = made + 1
      where (span, begins, group_id) = (select span, begins, group_id from scorecard_count limit 1)`.execute(
      desk.db,
    )
    await sql`
      update ticket_fact set escalated = not escalated
      where ticket_id = (select ticket_id from ticket_fact limit 1)`.execute(desk.db)
    const found = await rebuildScorecard(desk, basis)
    expect(found).toMatchObject({ facts: 1 })
    expect(found.sums).toBeGreaterThan(1)
    expect(found.sumsOf[0]).toMatch(/^kept: \(/)
    expect(await rebuildScorecard(desk, basis)).toMatchObject(same)
  })

  test('behind every count of every explanation are exactly so many', async () => {
    await settle(ticketsOf(fc.sample(someLife, { numRuns: 30, seed: 9 })))
    for (const filter of [{}, { line: 'L2' }, { type: 'exports', channel: 'email' }] as const) {
      const { explanations } = await getScorecard(desk, someAgent, filter)
      for (const { figure, count } of explanations.flatMap(({ counts }) => counts)) {
        expect([figure, await countBehind(figure, filter)]).toEqual([figure, count])
      }
    }
  })
})

describe('distributions of many tickets', () => {
  test('are off by at most one per cent', async () => {
    const scope: Scope = {
      from: new Date(begin),
      to: new Date(asOf + days),
      asOf: new Date(asOf),
      windowDays: 14,
      timeZone,
    }
    await sql`
      insert into ticket_fact (ticket_id, origin, received_at, problem_started_at, escalated, is_void, standing_at)
      select gen_random_uuid(), 'import:many', at, at, false, false,
        case when n % 25 > 0 then least(${new Date(asOf)}, at + make_interval(secs => exp(random() * 14))) end
      from generate_series(1, 11000) as n
      cross join lateral (select ${new Date(begin)}::timestamptz + make_interval(mins => n * 6) as at) as a`.execute(
      desk.db,
    )
    await countOrigin(desk.db, 'import:many')
    const [exact, estimate] = await Promise.all(
      (['facts', 'rollups'] as const).map((source) => readScorecard(desk.db, scope, source)),
    )
    expect([exact?.timeToResolution.isExact, estimate?.timeToResolution.isExact]).toEqual([
      true,
      false,
    ])
    for (const key of ['medianHours', 'p90Hours'] as const) {
      const [one, other] = [exact!.timeToResolution[key]!, estimate!.timeToResolution[key]!]
      expect(Math.abs(other / one - 1)).toBeLessThan(0.01)
    }
  })
})

async function figures(scope: Scope, source: Source) {
  const { types: _, ...card } = await readScorecard(desk.db, scope, source)
  const { counts } = await countPeriod(desk.db, scope, source, null)
  const total = counts.reduce((sum, one) => sum + one.brokenEver + one.asked + one.up, 0)
  return { ...card, total }
}

type Figure = Parameters<typeof listScorecardTickets>[2]['figure']

async function countBehind(figure: Figure, filter: object): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await listScorecardTickets(desk, someAgent, {
      ...filter,
      figure,
      limit: 100,
      cursor,
    })
    count += page.items.length
    cursor = page.next ?? undefined
  } while (cursor)
  return count
}
