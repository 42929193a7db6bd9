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
import { openProject } from '../server/src/accounts/project.ts'
import { system } from '../server/src/core/actor.ts'
import { reactionsTo } from '../server/src/reactions.ts'
import { createTicket } from '../server/src/tickets/create-ticket.ts'
import { ms, perSecond, percentile, print, secondsOf, timeEach, times } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

const tickets = Number(process.argv[2] ?? 1_000)
const text =
  'We asked for an export this morning, and the email with the link never came.\n'.repeat(5)
const reactions = reactionsTo('ticket.received')

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 16, reactionsTo })
  const project = await openProject(null, silent)
  const app = { ...desk, sources: createSources(desk, project, {}) }
  const pool = new pg.Pool({ connectionString: desk.ownerUrl, max: 16 })
  const byVerb = () =>
    createTicket(app, system('bench'), {
      contactEmail: `${randomUUID()}@customer.example`,
      subject: 'Export email missing',
      text,
    })
  const directly = () => insertTicket(pool)
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

/** What the verb writes, by someone who knows it all beforehand. */
async function insertTicket(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  const now = new Date()
  await client.query('begin')
  const contact = await idOf(
    client,
    `insert into contact (email, created_at) values ($1, $2)
     on conflict (lower(email)) do update set name = excluded.name returning id`,
    [`${randomUUID()}@customer.example`, now],
  )
  const ticket = await idOf(
    client,
    `insert into ticket (subject, channel, contact_id, address_token, opened_at, updated_at, preview)
     values ('Export email missing', 'api', $1, $2, $3, $3, $4) returning id`,
    [contact, randomUUID(), now, text.slice(0, 200)],
  )
  const message = await idOf(
    client,
    `insert into message (ticket_id, kind, contact_id, at, text)
     values ($1, 'customer', $2, $3, $4) returning id`,
    [ticket, contact, now, text],
  )
  const event = await idOf(
    client,
    `insert into event (at, name, actor_kind, actor_id, ticket_id, data)
     values ($1, 'ticket.received', 'system', 'bench', $2, $3) returning id`,
    [now, ticket, { message, channel: 'api', line: 'L1', type: null, problem_started_at: null }],
  )
  await client.query(
    `select graphile_worker.add_job('react', json_build_object('event', $1::text, 'reaction', reaction),
       job_key := 'react:' || $1 || ':' || reaction)
     from unnest($2::text[]) as reaction`,
    [event, reactions],
  )
  await client.query('commit')
  client.release()
}

async function idOf(client: pg.PoolClient, insert: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(insert, values)
  return rows[0]!.id
}
