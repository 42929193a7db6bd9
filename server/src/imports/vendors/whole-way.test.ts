import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { fetchHistory } from './fetch-history.ts'
import { importHistory } from '#server/imports/record/import-history.ts'
import { scorecardOfFile } from '#server/imports/record/scorecard-of-file.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { desks } from '#server/imports/vendors/testing/desks.ts'
import { startStandIn } from '#server/imports/vendors/testing/stand-in.ts'
import type { StandIn } from '#server/imports/vendors/testing/stand-in.ts'
import { accessTo } from '#server/imports/vendors/testing/told.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const desk = await createTestDesk()
const [zendesk] = desks
const now = new Date(Date.UTC(2026, 4, 1))

function figures(text: string, l1?: string[]) {
  const choice = { windowDays: 14, now, l1 }
  return scorecardOfFile([someFile(text, 'export.json')], choice, async () => desk.url)
}

test('an export is recognised and becomes a scorecard; estimates are labelled', async () => {
  const { scorecard, remarks, reading } = await figures(JSON.stringify(zendesk!.world))
  expect(reading.format).toBe('zendesk')
  expect(scorecard).toMatchObject({
    l1: { count: 4, of: 5 },
    reopen: { count: 1, of: 7 },
    resolutions: { made: 7, brokenEver: 1 },
  })
  expect(remarks).toMatchObject([{ reason: 'estimated-history', count: 1 }])
})

test('which teams are the first line is the reader’s to say, by their names', async () => {
  const { scorecard } = await figures(JSON.stringify(zendesk!.world), ['Engineering'])
  expect(scorecard.l1).toMatchObject({ count: 0, of: 5 })
})

test.each([
  [101, 20],
  [101, 200],
])('ticket %i is broken by its follow-up %i, whichever is told first', async (first, later) => {
  const solved = (id: number, day: string, via: object) => ({
    id,
    created_at: `2026-03-${day}T08:00:00Z`,
    status: 'closed',
    via,
    metric_set: { reopens: 0, group_stations: 1, solved_at: `2026-03-${day}T09:00:00Z` },
    updated_at: `2026-03-${day}T10:00:00Z`,
  })
  const followUp = { source: { rel: 'follow_up', from: { ticket_id: first } } }
  const tickets = [solved(first, '02', {}), solved(later, '08', followUp)]
  const { scorecard } = await figures(JSON.stringify({ tickets }))
  expect(scorecard.reopen).toMatchObject({ count: 1, of: 2 })
})

test('fetched from the interface it is imported, and what changed since is added once', async () => {
  const standIn: StandIn = await startStandIn(
    zendesk!.authorization,
    zendesk!.route(() => standIn.url),
  )
  onTestFinished(() => standIn.stop())
  const path = join(dirname(someFile('')), 'imports', 'zendesk.parts')
  const { access } = accessTo(zendesk!, standIn)
  const choice = { ...access, reader: 'zendesk' }
  const bringIn = async () => {
    await fetchHistory(path, choice)
    return importHistory(desk, [path], { origin: 'import:zendesk' })
  }
  standIn.faults.push({ status: 503 }, { status: 429, headers: { 'retry-after': '5' } })
  const first = await bringIn()
  expect(first).toMatchObject({ cases: 7, outcome: 'imported' })
  expect(await bringIn()).toMatchObject({ cases: 7, events: first.events })
  const { rows } = await sql`
    select count(*)::int as tickets, count(standing_at)::int as solved from ticket_fact
    where origin = 'import:zendesk'`.execute(desk.db)
  expect(rows).toEqual([{ tickets: 7, solved: 5 }])
})
