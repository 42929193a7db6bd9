/**
 * How long the scorecard page waits for its figures: 26 and 52 weeks out of three years, of a desk
 * with so many tickets, against a floor measured in the same run (PostgreSQL counting the facts of
 * those weeks once, ungrouped); and how long after an event the number is another.
 *
 *   node bench/scorecard-page.ts [tickets …]
 */
import { sql } from 'kysely'
import pg from 'pg'
import type { GetScorecard } from '@firstline/contract/scorecard'
import { system } from '../server/src/core/actor.ts'
import { startWorker } from '../server/src/core/worker.ts'
import type { Event } from '../server/src/core/events.ts'
import { getScorecard, listScorecardTickets } from '../server/src/scorecard/read/queries.ts'
import { addToRollups } from '../server/src/scorecard/sums/update-rollups.ts'
import { updateFacts } from '../server/src/scorecard/facts/update-facts.ts'
import { ms, percentile, print, secondsOf, timeEach, times } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'
import type { BenchDesk } from './scratch.ts'

const sizes = process.argv.slice(2).map(Number)
const repeats = 60
const timeZone = 'Europe/Berlin'
const reader = system('bench')

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 10 })
  await sql`update scorecard_basis set time_zone = ${timeZone}, facts_version = 1`.execute(desk.db)
  for (const tickets of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const built = await inventDesk(desk, tickets)
    console.log(`${tickets.toLocaleString('en')} tickets: facts and sums in ${built.toFixed(0)} s`)
    const header = ['tickets', 'asked', 'p50', 'p95', 'floor p50', 'times the floor']
    print('scorecard page', header, await measure(desk, tickets))
  }
  await desk.close()
})

async function measure(desk: BenchDesk, tickets: number): Promise<string[][]> {
  const page = { ...desk, config: { ...desk.config, timeZone } }
  const line = (asked: string, measured: readonly number[], floor?: readonly number[]) => [
    tickets.toLocaleString('en'),
    asked,
    ms(percentile(measured, 0.5)),
    ms(percentile(measured, 0.95)),
    floor ? ms(percentile(floor, 0.5)) : '',
    floor ? times(percentile(measured, 0.5) / percentile(floor, 0.5)) : '',
  ]
  const ask = (query: Partial<typeof GetScorecard._zod.input>) =>
    warm(() => getScorecard(page, reader, query))
  return [
    line('26 weeks', await ask({ weeks: 26 }), await warm(() => countOnce(desk, 26))),
    line('52 weeks', await ask({ weeks: 52 }), await warm(() => countOnce(desk, 52))),
    line('26 weeks, one type', await ask({ weeks: 26, type: 'type 7' })),
    line(
      'tickets behind a figure',
      await warm(() =>
        listScorecardTickets(page, reader, { weeks: 26, figure: 'broken', limit: 50 }),
      ),
    ),
    line('event → number', await eventToNumber(desk)),
  ]
}

async function warm(work: () => Promise<unknown>): Promise<number[]> {
  await timeEach(5, 1, work)
  return timeEach(repeats, 1, work)
}

async function countOnce({ db }: BenchDesk, weeks: number): Promise<void> {
  await sql`
    select count(*), count(*) filter (where not escalated) from ticket_fact
    where standing_at >= now() - make_interval(weeks => ${weeks}::int)`.execute(db)
  await sql`
    select count(*), count(broken_at) from resolution_fact
    where at >= now() - make_interval(weeks => ${weeks}::int)`.execute(db)
}

/** Through the record and the queue of jobs to the answer of the page, asked every few milliseconds. */
async function eventToNumber(desk: BenchDesk): Promise<number[]> {
  const worker = await startWorker({
    url: desk.url,
    db: desk.db,
    log: silent,
    tasks: {},
    reactions: { update_facts: (event: Event) => updateFacts(desk, event) },
    schedule: [],
  })
  const page = { ...desk, config: { ...desk.config, timeZone } }
  const measured = await timeEach(30, 1, async () => {
    const type = crypto.randomUUID()
    await resolveOne(desk, type)
    for (;;) {
      const { l1 } = await getScorecard(page, reader, { weeks: 1, type })
      if (l1?.of === 1) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  await worker.stop()
  return measured
}

async function resolveOne({ db }: BenchDesk, type: string): Promise<void> {
  const ticketId = crypto.randomUUID()
  await sql`
    with told as (
      insert into event (at, name, actor_kind, ticket_id, data)
      values (now(), 'ticket.received', 'system', ${ticketId}, ${JSON.stringify({ type })}::jsonb),
        (now(), 'ticket.resolved', 'system', ${ticketId},
          ${JSON.stringify({ resolution: crypto.randomUUID() })}::jsonb)
      returning id
    )
    select graphile_worker.add_job('react', json_build_object('event', id::text, 'reaction', 'update_facts'))
    from told`.execute(db)
}

/**
 * 25 types, two channels, three in ten escalated, one in twelve reopened, over three years; unsolved
 * is one in a hundred of the last quarter, and one in ten thousand of what came before.
 * @returns seconds
 */
function inventDesk(desk: BenchDesk, tickets: number): Promise<number> {
  return secondsOf(async () => {
    const indexes = await empty(desk.ownerUrl)
    await inventFacts(desk, tickets)
    await asOwner(desk.ownerUrl, indexes)
    await desk.db.transaction().execute(async (tx) =>
      addToRollups(
        tx,
        { timeZone, windowDays: 14 },
        {
          tickets: sql`(select 1 as sign, * from ticket_fact)`,
          resolutions: sql`(select 1 as sign, * from resolution_fact)`,
        },
      ),
    )
    await vacuum(desk.ownerUrl)
  })
}

async function inventFacts({ db }: BenchDesk, tickets: number): Promise<void> {
  await sql`
    insert into ticket_fact (ticket_id, origin, type, channel, received_at, problem_started_at,
      escalated, is_void, standing_resolution, standing_at, standing_line)
    select uuidv7(), 'live', 'type ' || n % 25, case n % 3 when 0 then 'api' else 'email' end,
      at, at - make_interval(mins => n % 90), n % 10 < 3, n % 97 = 0,
      case when is_solved then uuidv7() end,
      case when is_solved then least(now(), at + make_interval(secs => exp(6 + random() * 7))) end,
      case when is_solved then case when n % 10 < 3 then 'L2' else 'L1' end end
    from generate_series(1, ${tickets}::int) as n
    cross join lateral (
      select now() - interval '156 weeks' * (1 - n::float8 / ${tickets}) as at) as arrival
    cross join lateral (
      select n % 97 > 0 and n % (case when at > now() - interval '13 weeks' then 100 else 10000 end) > 0 as is_solved
    ) as outcome`.execute(db)
  await sql`
    insert into resolution_fact (resolution_id, ticket_id, at, type, channel, line, action_runs,
      escalated, broken_at, broken_by, rating_requested_at, rating)
    select standing_resolution, ticket_id, standing_at, type, channel, standing_line, '{}'::text[], escalated,
      null, null, standing_at, case when random() < 0.2 then 'up' when random() < 0.1 then 'down' end
    from ticket_fact where standing_resolution is not null
    union all
    select uuidv7(), ticket_id, received_at + (standing_at - received_at) / 3, type, channel, standing_line,
      '{}'::text[], escalated, received_at + (standing_at - received_at) / 2, 'reply', null, null
    from ticket_fact where standing_resolution is not null and random() < 1.0 / 12`.execute(db)
}

/** @returns the statements that make the indexes again, which are faster made afterwards */
async function empty(url: string): Promise<string[]> {
  const [, indexes] = await asOwner(url, [
    'truncate ticket_fact, resolution_fact, scorecard_count, scorecard_duration, scorecard_group',
    `select indexname as name, indexdef as make from pg_indexes
    where tablename in ('ticket_fact', 'resolution_fact') and indexdef not like '%UNIQUE%'`,
  ])
  const found = indexes as { name: string; make: string }[]
  await asOwner(
    url,
    found.map(({ name }) => `drop index ${name}`),
  )
  return ["set maintenance_work_mem = '512MB'", ...found.map(({ make }) => make)]
}

async function asOwner(url: string, statements: readonly string[]): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const answers: unknown[][] = []
  for (const statement of statements) answers.push((await client.query(statement)).rows)
  await client.end()
  return answers
}

/** As autovacuum leaves the tables of a desk that runs. */
async function vacuum(url: string): Promise<void> {
  await asOwner(url, [
    'vacuum (analyze) ticket_fact, resolution_fact, scorecard_count, scorecard_duration',
  ])
}
