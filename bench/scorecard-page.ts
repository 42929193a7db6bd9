/**
 * How long the scorecard page waits for its figures: 26 weeks of 10,000 and of 100,000 tickets,
 * against a floor measured in the same run: PostgreSQL counting the same facts once, ungrouped.
 *
 *   node bench/scorecard-page.ts [tickets …]
 */
import { sql } from 'kysely'
import pg from 'pg'
import { system } from '../server/src/core/actor.ts'
import { getScorecard } from '../server/src/scorecard/queries.ts'
import { ms, percentile, print, timeEach, times } from './figures.ts'
import { openDesk, withScratch } from './scratch.ts'
import type { BenchDesk } from './scratch.ts'

const sizes = process.argv.slice(2).map(Number)
const repeats = 60

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 10 })
  const rows: string[][] = []
  for (const tickets of sizes.length > 0 ? sizes : [10_000, 100_000]) {
    await inventFacts(desk, tickets)
    const reader = { ...desk, config: { timeZone: 'Europe/Berlin' } }
    const measured = await warm(() => getScorecard(reader, system('bench'), { weeks: 26 }))
    const floor = await warm(() => countOnce(desk))
    rows.push([
      tickets.toLocaleString('en'),
      ...columnsOf(measured),
      ...columnsOf(floor),
      ratio(measured, floor),
    ])
  }
  await desk.close()
  const header = ['tickets', 'p50', 'p95', 'floor p50', 'floor p95', 'times the floor']
  print('scorecard page, 26 weeks', header, rows)
})

async function warm(work: () => Promise<unknown>): Promise<number[]> {
  await timeEach(5, 1, work)
  return timeEach(repeats, 1, work)
}

function columnsOf(values: readonly number[]): string[] {
  return [ms(percentile(values, 0.5)), ms(percentile(values, 0.95))]
}

function ratio(measured: readonly number[], floor: readonly number[]): string {
  return times(percentile(measured, 0.5) / percentile(floor, 0.5))
}

async function countOnce({ db }: BenchDesk): Promise<void> {
  await sql`
    select count(*), count(*) filter (where not escalated) from ticket_fact
    where standing_at >= now() - interval '26 weeks'`.execute(db)
  await sql`
    select count(*), count(broken_at) from resolution_fact
    where at >= now() - interval '26 weeks'`.execute(db)
}

/** 25 types, three in ten escalated, one in twelve reopened, one in fifty unsolved, over 26 weeks. */
async function inventFacts({ db, url }: BenchDesk, tickets: number): Promise<void> {
  await sql`delete from resolution_fact`.execute(db)
  await sql`delete from ticket_fact`.execute(db)
  await sql`
    insert into ticket_fact (ticket_id, origin, type, channel, received_at, problem_started_at,
      escalated, is_void, standing_resolution, standing_at, standing_line)
    select uuidv4(), 'live', 'type ' || n % 25, case n % 3 when 0 then 'api' else 'email' end,
      at, at - make_interval(mins => n % 90), n % 10 < 3, n % 97 = 0,
      case when n % 50 > 0 then uuidv4() end,
      case when n % 50 > 0 then least(now(), at + make_interval(mins => (n * 37) % 9000)) end,
      case when n % 50 > 0 then 'L1' end
    from generate_series(1, ${tickets}::int) as n
    cross join lateral (
      select now() - interval '26 weeks' * (1 - n::float8 / ${tickets}) as at) as arrival`.execute(
    db,
  )
  await sql`
    insert into resolution_fact (resolution_id, ticket_id, at, type, channel, line, action_runs,
      escalated, broken_at, broken_by, rating_requested_at, rating)
    select standing_resolution, ticket_id, standing_at, type, channel, 'L1', '{}'::text[], escalated,
      null, null, standing_at, case when random() < 0.2 then 'up' when random() < 0.1 then 'down' end
    from ticket_fact where standing_resolution is not null
    union all
    select uuidv4(), ticket_id, received_at + (standing_at - received_at) / 3, type, channel, 'L1',
      '{}'::text[], escalated, received_at + (standing_at - received_at) / 2, 'reply', null, null
    from ticket_fact where standing_resolution is not null and random() < 1.0 / 12`.execute(db)
  await vacuum(url)
}

/** As autovacuum leaves the tables of a desk that runs. */
async function vacuum(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum (analyze) ticket_fact, resolution_fact')
  await client.end()
}
