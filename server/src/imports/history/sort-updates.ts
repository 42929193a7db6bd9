import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { present } from '@firstline/contract/present'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { escapeCopy, unescapeCopy } from './copy-text.ts'
import { ticketIdOf } from './events-of-case.ts'
import type { SortedUpdate, Update } from './updates.ts'

/**
 * Sorting is PostgreSQL's: a file need not fit into memory. The rows wait in a temporary table of
 * this connection, which ends with it; what is not sorted by travels as one text.
 */
const table = `
  create temp table history_update (ticket uuid, sequence float8, at int8, line int, body text)`

/** In a value it becomes a space; nobody writes one. */
const separator = '\u001F'
const bodyParts = 11
const pieceCharacters = 64 * 1024

export async function storeUpdates(
  client: pg.ClientBase,
  origin: string,
  updates: AsyncIterable<readonly Update[]>,
): Promise<void> {
  await client.query('drop table if exists pg_temp.history_update')
  await client.query(table)
  const copy = client.query(copyFrom('copy pg_temp.history_update from stdin'))
  await pipeline(copyText(origin, updates), copy)
}

/**
 * The stored updates case by case, each case's in order: by sequence where there is one, else by
 * time, and as in the file where times are equal. Cases come in the order of their tickets' ids, so
 * that indexes by ticket grow at one place only. Nothing else can be asked of the connection
 * meanwhile.
 * @param which only cases of tickets beyond one; or as they begin in the file, to be looked at
 */
export async function* readCases(
  client: pg.ClientBase,
  which: { after: string | null } | 'as-in-file',
): AsyncGenerator<SortedUpdate[]> {
  await client.query(`set work_mem = '64MB'`) // of the sort; more than that is sorted on disk
  let caseKey: string | null = null
  let current: SortedUpdate[] = []
  for await (const lines of readSorted(client, queryOf(which))) {
    for (const line of lines) {
      const update = updateOf(line)
      if (update.caseKey !== caseKey) {
        if (current.length > 0) yield current
        current = []
        caseKey = update.caseKey
      }
      current.push(update)
    }
  }
  if (current.length > 0) yield current
}

function queryOf(which: { after: string | null } | 'as-in-file'): string {
  const after = which === 'as-in-file' ? null : which.after
  return `
    select at, body from pg_temp.history_update
    ${after === null ? '' : `where ticket > ${quoteLiteral(after)}`}
    order by ${which === 'as-in-file' ? 'min(line) over (partition by ticket),' : ''}
      ticket, sequence nulls last, at, line`
}

/** Lines in groups, as they come. */
async function* readSorted(client: pg.ClientBase, query: string): AsyncGenerator<string[]> {
  const copy = client.query(copyTo(`copy (${query}) to stdout`))
  copy.setEncoding('utf8')
  let rest = ''
  try {
    for await (const text of copy.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      yield lines
    }
  } finally {
    await drained(copy)
  }
}

/** What nobody wants any more must still come before the connection is free. */
async function drained(copy: Readable): Promise<void> {
  if (copy.readableEnded || copy.errored) return
  copy.resume()
  await once(copy, 'end')
}

/** In the text of a query. */
export function quoteLiteral(text: string): string {
  return ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

async function* copyText(
  origin: string,
  updates: AsyncIterable<readonly Update[]>,
): AsyncGenerator<Buffer> {
  const ticketOf = ticketIds(origin)
  let text = ''
  for await (const group of updates) {
    for (const one of group) {
      const { sequence, at, line } = one
      text += `${ticketOf(one.caseKey)}\t${sequence ?? '\\N'}\t${at}\t${line}\t${bodyOf(one)}\n`
    }
    if (text.length > pieceCharacters) {
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(text)
}

/** The rows of a case lie near each other in most files: its id is made once for them. */
function ticketIds(origin: string): (caseKey: string) => string {
  const known = new Map<string, string>()
  return (caseKey) => {
    let id = known.get(caseKey)
    if (id === undefined) {
      if (known.size >= 10_000) known.clear()
      id = ticketIdOf(origin, caseKey)
      known.set(caseKey, id)
    }
    return id
  }
}

function bodyOf(u: Update): string {
  const parts = [
    u.caseKey, u.status ?? '', u.team ?? '', u.person ?? '', u.type ?? '', u.channel ?? '',
    u.product ?? '', u.rating ?? '', u.problemStartedAt ?? '', u.wasReassigned ? '1' : '',
    u.teamBefore ?? '',
  ] // prettier-ignore
  const body = parts.join(separator)
  const isPlain = body.split(separator).length === bodyParts
  return escapeCopy(
    isPlain ? body : parts.map((p) => String(p).replaceAll(separator, ' ')).join(separator),
  )
}

function updateOf(line: string): SortedUpdate {
  const tab = line.indexOf('\t')
  const body = unescapeCopy(line.slice(tab + 1)).split(separator)
  const [
    caseKey,
    status,
    team,
    person,
    type,
    channel,
    product,
    rating,
    problem,
    reassigned,
    before,
  ] = body
  return {
    caseKey: present(caseKey),
    at: Number(line.slice(0, tab)),
    status: (status || null) as Update['status'],
    team: team || null,
    teamBefore: before || null,
    person: person || null,
    type: type || null,
    channel: channel || null,
    product: product || null,
    rating: (rating || null) as Update['rating'],
    problemStartedAt: problem ? Number(problem) : null,
    wasReassigned: reassigned === '1',
  }
}
