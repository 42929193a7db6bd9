import fc from 'fast-check'
import { expect, test } from 'vitest'
import { days, hours } from '#server/core/clock.ts'
import { countWeeks, countWeeksOfEach } from '#server/scorecard/read/count-period.ts'
import type { Source } from '#server/scorecard/read/count-period.ts'
import { factsOfTicket } from '#server/scorecard/facts/facts-of-ticket.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { readScorecard } from '#server/scorecard/read/read-scorecard.ts'
import { countOrigin } from '#server/scorecard/sums/count-origin.ts'
import { insertFacts } from '#server/scorecard/facts/store-facts.ts'
import { secondOpinion } from '#server/scorecard/testing/second-opinion.ts'
import { historyOf, someLife } from '#server/scorecard/testing/some-history.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const lives = 10_000
const begin = Date.parse('2026-01-01T00:00:00Z')
const asOf = Date.parse('2026-04-20T11:30:00Z')

const desk = await createTestDesk()

test(`the figures of ${lives} random histories are those of a second, independent implementation`, async () => {
  const histories = new Map<string, HistoryEvent[]>()
  for (const life of fc.sample(someLife, { numRuns: lives, seed: 20_260_302 })) {
    const id = crypto.randomUUID()
    const other = crypto.randomUUID()
    histories.set(id, historyOf(life, { id, other, begin, until: asOf }))
  }
  await store(histories)
  const opinion = secondOpinion(histories, asOf, 14, weekOf)
  for (const source of ['facts', 'rollups'] as const) {
    const card = await readScorecard(desk.db, scope, source)
    expect(await cellsFrom(source)).toEqual(opinion.cells)
    expect(card).toMatchObject({
      resolutions: { ticketsReopened: opinion.ticketsReopened },
      timeToResolution: {
        tickets: opinion.received - opinion.voided,
        solved: opinion.solved,
        medianHours: opinion.medianHours,
        p90Hours: opinion.p90Hours,
      },
      csat: {
        up: { count: opinion.up, of: opinion.rated },
        response: { count: opinion.rated, of: opinion.asked },
      },
      voided: opinion.voided,
    })
  }
  expect(Object.keys(opinion.cells).length).toBeGreaterThan(40)
})

test('many periods asked about together have each the figures it has alone', async () => {
  // parts of a day, which no sums hold, between long ones; more of them than one statement takes
  const periods = Array.from({ length: 205 }, (_, n) => {
    const from = begin + n * 11 * hours
    const length = n % 3 === 0 ? 5 * hours : (1 + (n % 40)) * days
    return { ...scope, from: new Date(from), to: new Date(from + length) }
  })
  for (const source of ['facts', 'rollups'] as const) {
    const together = await countWeeksOfEach(desk.db, periods, source)
    expect(together).toHaveLength(periods.length)
    for (const [n, period] of periods.entries()) {
      const alone = await countWeeks(desk.db, period, source)
      expect(byCell(together[n]!.map((one) => ({ ...one, scope: 0 })))).toEqual(byCell(alone))
    }
    expect(together.filter((counts) => counts.length > 0).length).toBeGreaterThan(150)
  }
  expect(await countWeeksOfEach(desk.db, [], 'rollups')).toEqual([])
})

/** In an order of their own: a week that is cut has several. */
function byCell(counts: readonly object[]): string[] {
  return counts.map((one) => JSON.stringify(one, Object.keys(one).toSorted())).toSorted()
}

const scope = {
  from: new Date(begin - 30 * days),
  to: new Date(asOf + days),
  asOf: new Date(asOf),
  windowDays: 14,
  timeZone: 'UTC',
}

async function store(histories: ReadonlyMap<string, HistoryEvent[]>): Promise<void> {
  const facts = [...histories].map(([id, events]) => {
    return { ...factsOfTicket(id, events)!, origin: 'live' }
  })
  for (let i = 0; i < facts.length; i += 2_000) {
    await insertFacts(desk.db, facts.slice(i, i + 2_000))
  }
  await countOrigin(desk.db, 'live')
}

const told = ['resolved', 'l1', 'held', 'heldL1', 'mature', 'broken'] as const

async function cellsFrom(source: Source) {
  const cells: Record<string, Record<(typeof told)[number], number>> = {}
  for (const one of await countWeeks(desk.db, scope, source)) {
    const cell = (cells[`${one.week}|${one.type}`] ??= {
      resolved: 0,
      l1: 0,
      held: 0,
      heldL1: 0,
      mature: 0,
      broken: 0,
    })
    for (const key of told) cell[key] += one[key]
  }
  return cells
}

function weekOf(at: number): string {
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * days
  return new Date(monday).toISOString().slice(0, 10)
}
