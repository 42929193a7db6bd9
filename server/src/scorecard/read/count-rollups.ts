import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { ofEach } from './count-facts.ts'
import type { Arrivals, Counts, OfScope } from './count-facts.ts'
import { passes } from './scope.ts'
import type { Scope } from './scope.ts'
import type { CountedSpan } from './spans.ts'

/** The same as count-facts.ts, from sums kept ready, for whole days and weeks. */
export async function countRollups(
  db: Kysely<DB>,
  asked: readonly { scope: Scope; spans: readonly CountedSpan[] }[],
): Promise<OfScope<Counts>[]> {
  const nth = asked.flatMap(({ spans }, n) => (spans.length > 0 ? [n] : []))
  const counts = asked.flatMap(({ scope, spans }) =>
    spans.length > 0 ? [rollupCounts(scope, spans)] : [],
  )
  if (counts.length === 0) return []
  const { rows } = await ofEach(counts).execute(db)
  return rows.map((row) => ({ ...row, scope: nth[row.scope] ?? row.scope }))
}

function rollupCounts(scope: Scope, spans: readonly CountedSpan[]): RawBuilder<Counts> {
  return sql<Counts>`
    select to_char(week, 'YYYY-MM-DD') as week, type, ${countColumns}
    from (
      select date_trunc('week', begins::timestamp) as week, type, escalated, counted.*
      ${counted(scope, spans)}
    ) as counted
    group by week, type
    having sum(resolved + made) > 0`
}

const mature = sql`filter (where is_mature)`
const countColumns = sql`
  sum(resolved)::int as resolved,
  coalesce(sum(resolved) filter (where not escalated), 0)::int as l1,
  coalesce(sum(resolved) ${mature}, 0)::int as held,
  coalesce(sum(resolved) filter (where is_mature and not escalated), 0)::int as "heldL1",
  sum(made)::int as made,
  coalesce(sum(made) ${mature}, 0)::int as mature,
  coalesce(sum(broken) ${mature}, 0)::int as broken,
  coalesce(sum(made) filter (where is_mature and not escalated), 0)::int as "matureL1",
  coalesce(sum(broken) filter (where is_mature and not escalated), 0)::int as "brokenL1",
  sum(broken_ever)::int as "brokenEver",
  sum(asked)::int as asked,
  sum(rated)::int as rated,
  sum(rated_up)::int as up`

export async function countArrivalRollups(
  db: Kysely<DB>,
  scope: Scope,
  spans: readonly CountedSpan[],
): Promise<Arrivals[]> {
  if (spans.length === 0) return []
  const { rows } = await sql<Arrivals>`
    select origin, sum(received)::int as received, sum(solved)::int as solved, sum(voided)::int as voided
    ${counted(scope, spans)}
    group by origin
    having sum(received) > 0`.execute(db)
  return rows
}

/** Each span by itself: one range of the primary key, whatever the planner thinks of the others. */
function counted(scope: Scope, spans: readonly CountedSpan[]): RawBuilder<unknown> {
  const ranges = spans.map(
    ({ span, begins, ends, isMature }) => sql`
      select ${isMature}::boolean as is_mature, * from scorecard_count
      where span = ${span} and begins >= ${begins}::date and begins < ${ends}::date`,
  )
  return sql`
    from (${sql.join(ranges, sql` union all `)}) as counted
    join scorecard_group on id = group_id
    where ${passes(scope)}`
}
