import { Readable } from 'node:stream'
import type { Proportion, Scorecard, ScorecardTicket } from '@firstline/contract/scorecard'
import { ExportScorecard } from '@firstline/contract/scorecard-share'
import type { SelfService } from '@firstline/contract/scorecard-insights'
import type { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { csvLine } from '#server/core/csv.ts'
import type { CsvCell } from '#server/core/csv.ts'
import type { Incoming } from '#server/core/http.ts'
import { listBehindFigure } from '#server/scorecard/read/behind-figure.ts'
import { readSelfService } from '#server/scorecard/read/get-self-service.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { readPeriod, scopeOf } from '#server/scorecard/read/queries.ts'
import type { ScorecardDesk } from '#server/scorecard/read/queries.ts'

type Wanted = z.output<typeof ExportScorecard>

const tableOfScorecard = defineQuery({
  permission: 'scorecard:read',
  input: ExportScorecard,
  run: async (desk: ScorecardDesk, wanted) => linesOf(desk, wanted),
})

/** Sends the wanted table as a file, tickets as they are read. */
export async function exportScorecard(
  desk: Desk & Partial<WithProject>,
  { request, reply }: Incoming,
  actor: Actor,
): Promise<void> {
  const { table } = request.query as Wanted // as the route read it
  const lines = await tableOfScorecard(desk, actor, request.query as Wanted)
  // the first line is made before the head is sent: a period that cannot be is still an answer
  const first = await lines.next()
  const day = desk.clock.now().toISOString().slice(0, 10)
  reply.header('content-type', 'text/csv; charset=utf-8')
  reply.header('content-disposition', `attachment; filename="scorecard-${table}-${day}.csv"`)
  await reply.send(Readable.from(resumed(first, lines)))
}

async function* resumed(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (!first.done) yield first.value
  yield* rest
}

async function* linesOf(desk: ScorecardDesk, wanted: Wanted): AsyncGenerator<string> {
  const { table, figure: _, ...period } = wanted
  if (table === 'tickets') return yield* linesOfTickets(desk, wanted)
  if (table === 'self_service')
    return yield* linesOfSelfService(await readSelfService(desk, period))
  const card = await readPeriod(desk, period)
  if (table === 'weeks') yield* linesOfWeeks(card)
  else yield* linesOfTypes(card)
}

function* linesOfWeeks({ weeks }: Scorecard): Generator<string> {
  yield csvLine(['week', 'iso_week', ...numberColumns, 'immature', 'reopen_estimate'])
  for (const week of weeks) {
    const { immature, reopenEstimate } = week
    yield csvLine([week.week, week.isoWeek, ...numbersOf(week), immature, reopenEstimate])
  }
}

function* linesOfTypes({ types }: Scorecard): Generator<string> {
  yield csvLine(['type', ...numberColumns])
  for (const type of types) yield csvLine([type.type, ...numbersOf(type)])
}

function* linesOfSelfService({ runbooks }: SelfService): Generator<string> {
  const parts = ['count', 'of', 'rate', 'low', 'high']
  const columns = ['solved', 'broken'].flatMap((name) => parts.map((part) => `${name}_${part}`))
  yield csvLine(['runbook', 'title', 'type', 'passed_on', 'pending', 'came_back', ...columns])
  for (const { runbook, title, type, passedOn, pending, cameBack, solved, broken } of runbooks) {
    const numbers = [solved, broken].flatMap(proportionCells)
    yield csvLine([runbook, title, type, passedOn, pending, cameBack, ...numbers])
  }
}

const numberColumns = ['l1', 'reopen', 'held_l1'].flatMap((name) =>
  ['count', 'of', 'rate', 'low', 'high'].map((part) => `${name}_${part}`),
)

function numbersOf(row: Pick<Scorecard, 'l1' | 'reopen' | 'heldL1'>): CsvCell[] {
  return [row.l1, row.reopen, row.heldL1].flatMap(proportionCells)
}

/** Empty cells where the history does not tell. */
function proportionCells(value: Proportion | null): CsvCell[] {
  return [value?.count, value?.of, value?.rate, value?.low, value?.high]
}

const ticketColumns = {
  ticket_id: (ticket) => ticket.ticketId,
  resolution_id: (ticket) => ticket.resolutionId,
  at: (ticket) => ticket.at,
  number: (ticket) => ticket.number,
  subject: (ticket) => ticket.subject,
  type: (ticket) => ticket.type,
  channel: (ticket) => ticket.channel,
  product: (ticket) => ticket.product,
  line: (ticket) => ticket.line,
  origin: (ticket) => ticket.origin,
  escalated: (ticket) => ticket.escalated,
  broken_at: (ticket) => ticket.brokenAt,
  rating: (ticket) => ticket.rating,
} satisfies Record<string, (ticket: ScorecardTicket) => CsvCell>

const pageSize = 1000

async function* linesOfTickets(desk: ScorecardDesk, wanted: Wanted): AsyncGenerator<string> {
  const { table: _, figure, ...period } = wanted
  const scope = await scopeOf(desk, period)
  yield csvLine(Object.keys(ticketColumns))
  let cursor: string | undefined
  do {
    const page = await listBehindFigure(desk.db, scope, figure, { cursor, limit: pageSize })
    for (const ticket of page.items) {
      yield csvLine(Object.values(ticketColumns).map((cell) => cell(ticket)))
    }
    cursor = page.next ?? undefined
  } while (cursor)
}
