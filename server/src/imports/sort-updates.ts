import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from '#server/imports/copy-text.ts'
import type { Update } from '#server/imports/updates.ts'

/**
 * Sorting is PostgreSQL's: a file need not fit into memory. The rows wait in a temporary table of
 * this connection, which ends with it.
 */
const table = `
  create temp table history_update (
    case_key text collate "C", sequence float8, at float8, line int, status text, team text,
    person text, type text, channel text, product text, rating text, problem_started_at float8,
    was_reassigned boolean)`

const fetchedRows = 5_000

export async function storeUpdates(
  client: pg.ClientBase,
  updates: AsyncIterable<Update>,
): Promise<void> {
  await client.query('drop table if exists pg_temp.history_update')
  await client.query(table)
  const copy = client.query(copyFrom('copy pg_temp.history_update from stdin'))
  await pipeline(Readable.from(copyText(updates), { objectMode: false }), copy)
}

/**
 * The stored updates case by case, each case's in order: by sequence where there is one, else by
 * time, and as in the file where times are equal. Must run inside a transaction (a cursor).
 * @param after only cases beyond this key
 */
export async function* readCases(
  client: pg.ClientBase,
  after: string | null,
): AsyncGenerator<Update[]> {
  await client.query(
    `declare sorted_update no scroll cursor for
       select case_key as "caseKey", sequence, at, line, status, team, person, type, channel,
         product, rating, problem_started_at as "problemStartedAt", was_reassigned as "wasReassigned"
       from pg_temp.history_update
       ${after === null ? '' : `where case_key > ${quoteLiteral(after)}`}
       order by case_key, sequence nulls last, at, line`,
  )
  let current: Update[] = []
  for (;;) {
    const { rows } = await client.query<Update>(`fetch ${fetchedRows} from sorted_update`)
    for (const update of rows) {
      if (current[0] && current[0].caseKey !== update.caseKey) {
        yield current
        current = []
      }
      current.push(update)
    }
    if (rows.length < fetchedRows) break
  }
  if (current.length > 0) yield current
  await client.query('close sorted_update')
}

/** A cursor's query takes no parameters. */
export function quoteLiteral(text: string): string {
  return ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

async function* copyText(updates: AsyncIterable<Update>): AsyncGenerator<string> {
  let text = ''
  for await (const u of updates) {
    text += copyLine([
      u.caseKey, u.sequence, u.at, u.line, u.status, u.team, u.person, u.type, u.channel, u.product,
      u.rating, u.problemStartedAt, u.wasReassigned,
    ]) // prettier-ignore
    if (text.length > 64 * 1024) {
      yield text
      text = ''
    }
  }
  yield text
}
