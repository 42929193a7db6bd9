import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyLines, writeHistory } from '#acme/history/generate-history.ts'

const until = new Date('2026-06-30T12:00:00Z')
const dayMs = 86_400_000

type Row = {
  ticket: string
  time: number
  status: string
  team: string
  type: string
  rating: string
  started: number
}

const rows: Row[] = [...historyLines({ seed: 42, until })].slice(1).map((text) => {
  const [ticket = '', time = '', status = '', team = '', type = '', , , rating = '', started = ''] =
    text.trim().split(',')
  return {
    ticket,
    time: Date.parse(time),
    status,
    team,
    type,
    rating,
    started: Date.parse(started),
  }
})

const tickets = [...Map.groupBy(rows, (row) => row.ticket).values()]
const resolvedTickets = tickets.filter((ticket) =>
  ticket.findLast((row) => row.status === 'Resolved'),
)
const isL1 = (ticket: Row[]) => ticket.every((row) => row.team === 'L1 Support')
const share = <T>(all: T[], hit: (one: T) => boolean) => all.filter(hit).length / all.length
const weekOf = (time: number) =>
  Math.floor((time - (until.getTime() - 26 * 7 * dayMs)) / (7 * dayMs))

/** By the week of the last resolution, as a scorecard counts. */
function l1Rate(fromWeek: number, toWeek: number, type?: string): number {
  const inWeeks = resolvedTickets.filter((ticket) => {
    const week = weekOf(ticket.findLast((row) => row.status === 'Resolved')?.time ?? 0)
    return week >= fromWeek && week <= toWeek && (!type || ticket[0]?.type === type)
  })
  return share(inWeeks, isL1)
}

/** Resolutions old enough, and whether the customer came back within 14 days. */
function reopenRate(fromWeek: number, toWeek: number): number {
  const resolutions = tickets.flatMap((ticket) =>
    ticket
      .filter(
        (row) =>
          row.status === 'Resolved' && weekOf(row.time) >= fromWeek && weekOf(row.time) <= toWeek,
      )
      .map((resolution) =>
        ticket.some(
          (row) =>
            row.status === 'Reopened' &&
            row.time > resolution.time &&
            row.time - resolution.time <= 14 * dayMs,
        ),
      ),
  )
  return share(resolutions, Boolean)
}

test('the same seed and end make the same file; another seed makes another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'history-'))
  const path = join(folder, 'history.csv')
  await writeHistory(path, { seed: 42, until })
  expect(await readFile(path, 'utf8')).toBe([...historyLines({ seed: 42, until })].join(''))
  expect([...historyLines({ seed: 43, until })].join('')).not.toBe(await readFile(path, 'utf8'))
  await rm(folder, { recursive: true })
})

test('about four thousand tickets, in order of time, none after the end', () => {
  expect(tickets.length).toBeGreaterThan(3900)
  expect(tickets.length).toBeLessThan(4100)
  expect(rows.every((row, i) => i === 0 || (rows[i - 1]?.time ?? 0) <= row.time)).toBe(true)
  expect(rows.at(-1)?.time).toBeLessThanOrEqual(until.getTime())
  expect(rows.every((row) => row.started < row.time)).toBe(true)
})

test('the first line resolves more and more, and what it resolves stays resolved as before', () => {
  expect(l1Rate(1, 4)).toBeGreaterThan(0.34)
  expect(l1Rate(1, 4)).toBeLessThan(0.43)
  expect(l1Rate(22, 25)).toBeGreaterThan(0.54)
  expect(l1Rate(22, 25)).toBeLessThan(0.63)
  for (const from of [0, 6, 12, 17]) {
    expect(reopenRate(from, from + 6)).toBeGreaterThan(0.035)
    expect(reopenRate(from, from + 6)).toBeLessThan(0.085)
  }
})

test('exports improved when their runbook came, wrong content never did', () => {
  expect(l1Rate(1, 8, 'exports.email-missing')).toBeLessThan(0.27)
  expect(l1Rate(18, 25, 'exports.email-missing')).toBeGreaterThan(0.48)
  expect(l1Rate(0, 25, 'exports.wrong-content')).toBeLessThan(0.12)
})

test('weekends are quiet, escalations take days, some tickets are void and some unsolved', () => {
  const received = tickets.map((ticket) => new Date(ticket[0]?.time ?? 0).getUTCDay())
  expect(share(received, (day) => day === 0 || day === 6)).toBeLessThan(0.1)
  const daysToSolve = (ticket: Row[]) => {
    const first = ticket.find((row) => row.status === 'Resolved')
    return ((first?.time ?? 0) - (ticket[0]?.time ?? 0)) / dayMs
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  expect(median(resolvedTickets.filter(isL1).map(daysToSolve))).toBeLessThan(0.9)
  expect(
    median(resolvedTickets.filter((ticket) => !isL1(ticket)).map(daysToSolve)),
  ).toBeGreaterThan(2)
  expect(share(tickets, (ticket) => ticket.some((row) => row.status === 'Void'))).toBeCloseTo(
    0.03,
    1,
  )
  expect(
    share(tickets, (ticket) => !ticket.some((row) => ['Void', 'Resolved'].includes(row.status))),
  ).toBeGreaterThan(0.01)
  const resolutions = rows.filter((row) => row.status === 'Resolved')
  expect(share(resolutions, (row) => row.rating !== '')).toBeCloseTo(0.35, 1)
})
