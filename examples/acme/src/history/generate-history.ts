import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { seededChance } from '#acme/chance.ts'
import { ticketCount, weekCount } from '#acme/history/story.ts'
import { tellTicket } from '#acme/history/tell-ticket.ts'
import type { Ticket, Update } from '#acme/history/tell-ticket.ts'

export type HistoryOptions = { seed: number; until: Date }

const weekMs = 7 * 86_400_000
const columns = 'ticket,time,status,team,type,channel,person,rating,problem_started_at'

/** Six months of invented tickets as an event log (CSV): same seed and end, same file. */
export async function writeHistory(path: string, options: HistoryOptions): Promise<void> {
  await pipeline(Readable.from(historyLines(options)), createWriteStream(path))
}

/** The header, then one line for each change of a ticket up to `until`, in order of time. */
export function* historyLines({ seed, until }: HistoryOptions): Generator<string> {
  yield `${columns}\n`
  const end = until.getTime()
  const told = numbered(tellTickets(seed, end - weekCount * weekMs))
  const updates = told
    .flatMap(({ name, ticket }) => ticket.updates.map((update) => ({ name, ticket, update })))
    .filter(({ update }) => update.time <= end)
    .toSorted((a, b) => a.update.time - b.update.time)
  for (const { name, ticket, update } of updates) yield line(name, ticket, update)
}

/** Slightly more each week: the company grows. */
function tellTickets(seed: number, start: number): Ticket[] {
  const chance = seededChance(seed)
  return Array.from({ length: weekCount }, (_, week) => week).flatMap((week) => {
    const count = Math.round((ticketCount / weekCount) * (0.9 + (0.2 * week) / (weekCount - 1)))
    return Array.from({ length: count }, () => tellTicket(chance, start + week * weekMs, week))
  })
}

/** Numbers in order of arrival, as every desk gives them. */
function numbered(tickets: Ticket[]): { name: string; ticket: Ticket }[] {
  const received = (ticket: Ticket) => ticket.updates[0]?.time ?? 0
  return tickets
    .toSorted((a, b) => received(a) - received(b))
    .map((ticket, index) => ({ name: `H-${10_001 + index}`, ticket }))
}

function line(name: string, ticket: Ticket, update: Update): string {
  return `${[
    name,
    iso(update.time),
    update.status,
    update.team,
    ticket.type,
    ticket.channel,
    update.person,
    update.rating,
    iso(ticket.problemStartedAt),
  ].join(',')}\n`
}

const iso = (time: number) => new Date(Math.floor(time / 1000) * 1000).toISOString()

/** `node generate-history.ts [--seed 42] [--until 2026-01-31] > history.csv` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, until: { type: 'string' } } })
  const until = values.until ? new Date(values.until) : new Date()
  const seed = Number(values.seed ?? 42)
  if (Number.isNaN(until.getTime()) || !Number.isInteger(seed)) {
    process.stderr.write('usage: generate-history.ts [--seed WHOLE-NUMBER] [--until DATE] > FILE\n')
    process.exitCode = 2
    return
  }
  await pipeline(Readable.from(historyLines({ seed, until })), process.stdout)
}

if (import.meta.main) await main()
