import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import {
  countContributions,
  counters,
  durationContributions,
  groupColumns,
  groupKey,
} from './contributions.ts'
import type { SignedFacts, SumsBasis } from './contributions.ts'
import { planKept } from '#server/database/keep-plan.ts'

/** Rows of the fact tables as JSON. */
export type FactRows = { tickets: object[]; resolutions: object[] }

/**
 * Takes away what the facts counted before and adds what they count now, in the transaction that
 * replaces them. Rows are touched in one order, so that two such transactions wait for each other
 * but never both.
 */
export async function updateRollups(
  tx: Kysely<DB>,
  basis: SumsBasis,
  before: FactRows,
  after: FactRows,
): Promise<void> {
  const facts = {
    tickets: signed('ticket_fact', before.tickets, after.tickets),
    resolutions: signed('resolution_fact', before.resolutions, after.resolutions),
  }
  const isMany = before.tickets.length + after.tickets.length > fewTickets
  if (isMany) return addToRollups(tx, basis, facts)
  // most events are of tickets that nobody has solved yet
  const lasted = [...before.tickets, ...after.tickets].some(hasEnded)
  const durations = lasted ? durationContributions(facts, basis) : null
  await add(tx, countContributions(facts, basis), durations)
}

/** Only such have a duration. */
function hasEnded(ticket: { standing_at?: unknown; continued_at?: unknown }): boolean {
  return Boolean(ticket.standing_at ?? ticket.continued_at)
}

const fewTickets = 50

/** Of many facts: summed once, into temporary tables. */
export async function addToRollups(
  tx: Kysely<DB>,
  basis: SumsBasis,
  facts: SignedFacts,
): Promise<void> {
  // else millions of facts are sorted on disk
  await sql`select set_config('work_mem', '128MB', true)`.execute(tx)
  const [counts, durations] = [sql.ref('added_count'), sql.ref('added_duration')]
  await sql`create temporary table ${counts} as ${countContributions(facts, basis)}`.execute(tx)
  await sql`create temporary table ${durations} as ${durationContributions(facts, basis)}`.execute(
    tx,
  )
  await add(tx, sql`table ${counts}`, sql`table ${durations}`)
  await sql`drop table ${counts}, ${durations}`.execute(tx)
}

async function add(
  tx: Kysely<DB>,
  counts: RawBuilder<unknown>,
  durations: RawBuilder<unknown> | null,
): Promise<void> {
  await addGroups(tx, counts, durations)
  if (durations) await addDurations(tx, durations)
  // most tickets count up the same few rows, so that these are held for the shortest time
  await addCounts(tx, counts)
}

function signed(table: string, before: readonly object[], after: readonly object[]) {
  const rows = (list: readonly object[]) =>
    sql`jsonb_populate_recordset(null::${sql.ref(table)}, ${JSON.stringify(list)}::jsonb)`
  return sql`(select -1 as sign, * from ${rows(before)} union all select 1, * from ${rows(after)})`
}

async function addGroups(
  tx: Kysely<DB>,
  counts: RawBuilder<unknown>,
  durations: RawBuilder<unknown> | null,
): Promise<void> {
  const ofDurations = durations
    ? sql`union select ${groupKey()}, ${groupColumns} from (${durations}) as lasted`
    : sql``
  await sql`
    insert into scorecard_group (key, ${groupColumns})
    select * from (
      select distinct ${groupKey()} as key, ${groupColumns} from (${counts}) as counted
      ${ofDurations}
    ) as wanted
    where not exists (select from scorecard_group known where known.key = wanted.key)
    order by key
    on conflict (key) do nothing ${planKept}`.execute(tx)
}

async function addCounts(tx: Kysely<DB>, counts: RawBuilder<unknown>): Promise<void> {
  const names = sql.join(counters.map((name) => sql.ref(name)))
  const sums = sql.join(
    counters.map((name) => {
      const column = sql.ref(name)
      return sql`${column} = scorecard_count.${column} + excluded.${column}`
    }),
  )
  await sql`
    insert into scorecard_count (span, begins, group_id, ${names})
    select span, begins, known.id, ${names}
    from (select *, ${groupKey()} as key from (${counts}) as counted) as wanted
    join scorecard_group known on known.key = wanted.key
    order by span, begins, known.id
    on conflict (span, begins, group_id) do update set ${sums} ${planKept}`.execute(tx)
}

async function addDurations(tx: Kysely<DB>, durations: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into scorecard_duration (begins, group_id, measure, bucket, tickets)
    select begins, known.id, measure, bucket, tickets
    from (select *, ${groupKey()} as key from (${durations}) as lasted) as wanted
    join scorecard_group known on known.key = wanted.key
    order by known.id, begins, measure, bucket
    on conflict (group_id, begins, measure, bucket)
      do update set tickets = scorecard_duration.tickets + excluded.tickets ${planKept}`.execute(tx)
}
