/**
 * Tickets per second through the verb `createTicket`: permission, input, contact, ticket, message,
 * event and the jobs of its reactions, each ticket in one transaction. The floor, measured in the
 * same run on the same database, is the same INSERTs issued directly, in one transaction each.
 *
 *   node bench/ticket-create.ts [tickets]
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createSources } from '../server/src/accounts/create-sources.ts'
import { openProject } from '../server/src/open-project.ts'
import { system } from '../server/src/core/actor.ts'
import { reactionsTo } from '../server/src/reactions.ts'
import { createTicket } from '../server/src/tickets/create-ticket.ts'
import { ms, perSecond, percentile, print, secondsOf, timeEach, times } from './figures.ts'
import { insertTicket, text } from './insert-ticket.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

const tickets = Number(process.argv[2] ?? 1_000)
const reactions = reactionsTo('ticket.received')

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 16, reactionsTo })
  const project = await openProject(null, silent)
  const app = { ...desk, sources: createSources(desk, project, {}) }
  const pool = new pg.Pool({ connectionString: desk.ownerUrl, max: 16 })
  pool.on('error', () => undefined) // the query under way fails with it
  const byVerb = () =>
    createTicket(app, system('bench'), {
      contactEmail: `${randomUUID()}@customer.example`,
      subject: 'Export email missing',
      text,
    })
  const directly = () => insertTicket(pool, reactions)
  await timeEach(100, 1, byVerb)
  await timeEach(100, 1, directly)
  const rows: string[][] = []
  for (const concurrency of [1, 4, 16]) {
    const [floor, verb] = await inTurns(directly, byVerb, concurrency)
    rows.push([
      String(concurrency),
      perSecond(tickets, verb.seconds),
      ms(verb.p95),
      perSecond(tickets, floor.seconds),
      ms(floor.p95),
      times(verb.seconds / floor.seconds),
    ])
  }
  await pool.end()
  await app.sources.connections.stop()
  project.stop()
  await desk.close()
  const header = ['at once', 'tickets', 'p95', 'same INSERTs', 'p95', 'times the floor']
  print(`ticket create, ${tickets} each`, header, rows)
})

type Measured = { seconds: number; p95: number }

/** Turn by turn, so that whatever else the machine does slows both. */
async function inTurns(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  concurrency: number,
): Promise<[Measured, Measured]> {
  const turns = 5
  const runs = [one, other].map((work) => ({ work, seconds: 0, each: [] as number[] }))
  for (let turn = 0; turn < turns; turn++) {
    for (const run of runs) {
      run.seconds += await secondsOf(async () => {
        run.each.push(...(await timeEach(tickets / turns, concurrency, run.work)))
      })
    }
  }
  const [first, second] = runs.map(({ seconds, each }) => ({
    seconds,
    p95: percentile(each, 0.95),
  }))
  return [first!, second!]
}
