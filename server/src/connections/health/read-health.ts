import { AnswerFaultCode } from '@firstline/contract/connections'
import type { AnswerHealth } from '@firstline/contract/connections'
import { sql } from 'kysely'
import { days, hours, later } from '#server/core/clock.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { durationSteps, slotLength } from './count-answers.ts'
import type { Asked } from './count-answers.ts'

/** How what is asked by these connections answers. */
export async function readHealth(
  { db, clock }: Pick<QueryContext, 'db' | 'clock'>,
  connections: readonly string[],
): Promise<(asked: Asked) => AnswerHealth> {
  if (connections.length === 0) return () => neverAsked
  const now = clock.now()
  const [last, sums, durations] = [
    await db.selectFrom('last_answer').selectAll().where('connection', 'in', connections).execute(),
    await db
      .selectFrom('answer_count')
      .select(['connection', 'kind', 'thing'])
      .select(({ fn }) => [
        fn.sum<string>('asked').as('asked'),
        fn.sum<string>('failed').as('failed'),
      ])
      .where('slot', '>', later(now, -days))
      .where('connection', 'in', connections)
      .groupBy(['connection', 'kind', 'thing'])
      .execute(),
    await readDurations(db, later(now, -hours - slotLength)),
  ]
  const sumOf = byThing(sums)
  const durationsOf = byThing(durations)
  const lastOf = byThing(last)
  return (asked) => {
    const key = keyOf(asked)
    const sum = sumOf.get(key)
    return {
      ...lastShown(lastOf.get(key)),
      asked: Number(sum?.asked ?? 0),
      failed: Number(sum?.failed ?? 0),
      p95Ms: percentile95(durationsOf.get(key)?.counts ?? []),
    }
  }
}

const neverAsked: AnswerHealth = { last: null, lastGoodAt: null, asked: 0, failed: 0, p95Ms: null }

/** Of each thing the sum of its counts, step by step. */
function readDurations(db: QueryContext['db'], since: Date) {
  const steps = db
    .selectFrom('answer_count')
    .crossJoinLateral(
      sql<{ count: number; step: string }>`unnest(durations) with ordinality`.as<'steps'>(
        sql`steps(count, step)`,
      ),
    )
    .select(['connection', 'kind', 'thing', 'step'])
    .select(({ fn }) => fn.sum<string>('count').as('count'))
    .where('slot', '>', since)
    .groupBy(['connection', 'kind', 'thing', 'step'])
  return db
    .selectFrom(steps.as('sums'))
    .select(['connection', 'kind', 'thing'])
    .select(sql<number[]>`array_agg(count::int order by step)`.as('counts'))
    .groupBy(['connection', 'kind', 'thing'])
    .execute()
}

/** @returns the step that 95 of 100 keep to; null where there are none, or where it is beyond the last */
function percentile95(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (const [step, count] of counts.entries()) {
    below += count
    if (all > 0 && below >= 0.95 * all) return durationSteps[step] ?? null
  }
  return null
}

type LastRow = {
  answered_at: Date
  duration_ms: number
  fault: string | null
  fault_detail: string | null
  good_at: Date | null
}

function lastShown(row: LastRow | undefined): Pick<AnswerHealth, 'last' | 'lastGoodAt'> {
  if (!row) return { last: null, lastGoodAt: null }
  // written by a newer version of another node
  const code = AnswerFaultCode.catch('not-understood')
  const fault =
    row.fault === null ? null : { code: code.parse(row.fault), detail: row.fault_detail }
  return {
    last: { at: row.answered_at.toISOString(), durationMs: row.duration_ms, fault },
    lastGoodAt: row.good_at?.toISOString() ?? null,
  }
}

type Named = { connection: string; kind: string; thing: string }

function byThing<Row extends Named>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function keyOf({ connection, kind, thing }: Named): string {
  return JSON.stringify([connection, kind, thing])
}
