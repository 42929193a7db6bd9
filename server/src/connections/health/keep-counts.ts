import { sql } from 'kysely'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import type { AnswerCount, AnswerCounts } from './count-answers.ts'

type Keeping = Pick<Desk, 'db' | 'log'>

/** How far behind a page may be. */
const every = 5 * seconds

/** Writes now and again what this node counted; stop() writes the rest. */
export function keepCountsOften(desk: Keeping, counts: AnswerCounts): { stop(): Promise<void> } {
  let writing = Promise.resolve()
  const write = () => (writing = writing.then(() => keepCounts(desk, counts)))
  const timer = setInterval(() => void write(), every)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return write()
    },
  }
}

/** Never throws: nothing of the desk hangs on it, and what could not be written counts with what comes. */
export async function keepCounts({ db, log }: Keeping, counts: AnswerCounts): Promise<void> {
  const taken = counts.take()
  if (taken.length === 0) return
  try {
    await writeCounts(db, taken)
  } catch (error) {
    counts.giveBack(taken)
    log.warn({ err: messageOf(error) }, 'how connected systems answer could not be written yet')
  }
}

/** One statement: all of it or nothing. In one order everywhere, so that two nodes do not wait for each other. */
async function writeCounts(db: Desk['db'], taken: readonly AnswerCount[]): Promise<void> {
  const counts = taken.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const sum = (column: 'asked' | 'failed') =>
    sql<number>`${sql.ref(`answer_count.${column}`)} + ${sql.ref(`excluded.${column}`)}`
  await db
    .with('counted', (query) =>
      query
        .insertInto('answer_count')
        .values(counts.map(({ last: _last, goodAt: _goodAt, ...count }) => count))
        .onConflict((conflict) =>
          conflict.columns(['slot', 'connection', 'kind', 'thing']).doUpdateSet({
            asked: sum('asked'),
            failed: sum('failed'),
            durations: sql`array(
              select one + other
              from unnest(answer_count.durations, excluded.durations) with ordinality as d(one, other, step)
              order by step)`,
          }),
        ),
    )
    .insertInto('last_answer')
    .values(newestOf(counts).map(rowOf))
    .onConflict((conflict) =>
      conflict.columns(['connection', 'kind', 'thing']).doUpdateSet({
        answered_at: newer('answered_at'),
        duration_ms: newer('duration_ms'),
        fault: newer('fault'),
        fault_detail: newer('fault_detail'),
        good_at: sql`greatest(last_answer.good_at, excluded.good_at)`,
      }),
    )
    .execute()
}

/** Another node may have written what is newer. */
function newer<Column extends 'answered_at' | 'duration_ms' | 'fault' | 'fault_detail'>(
  column: Column,
) {
  return sql<never>`case when excluded.answered_at >= last_answer.answered_at
    then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`last_answer.${column}`)} end`
}

/** A row is written once by a statement: of two slots the newer one, with the newest that was good. */
function newestOf(counts: readonly AnswerCount[]): AnswerCount[] {
  const newest = new Map<string, AnswerCount>()
  for (const count of counts.toSorted((a, b) => a.last.at.getTime() - b.last.at.getTime())) {
    const key = JSON.stringify([count.connection, count.kind, count.thing])
    newest.set(key, { ...count, goodAt: count.goodAt ?? newest.get(key)?.goodAt ?? null })
  }
  return [...newest.values()].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

function rowOf({ connection, kind, thing, last, goodAt }: AnswerCount) {
  return {
    connection,
    kind,
    thing,
    answered_at: last.at,
    duration_ms: last.durationMs,
    fault: last.fault?.code ?? null,
    fault_detail: last.fault?.detail ?? null,
    good_at: goodAt,
  }
}

function placeOf({ connection, kind, thing, slot }: AnswerCount): string {
  return JSON.stringify([connection, kind, thing, slot])
}
