import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from './copy-text.ts'
import { quoteLiteral } from './sort-updates.ts'
import type { Part } from '#server/imports/vendors/vendor.ts'

/** Parts wait in a temporary table, so that PostgreSQL sorts what need not fit into memory. */
const table = `
  create temp table history_part (
    ticket text collate "C", at float8, place int8 generated always as identity, body text)`

const fetchedRows = 2_000
const pieceCharacters = 64 * 1024

export async function storeParts(client: pg.ClientBase, parts: AsyncIterable<Part>): Promise<void> {
  await client.query('drop table if exists pg_temp.history_part')
  await client.query(table)
  const copy = client.query(copyFrom('copy pg_temp.history_part (ticket, at, body) from stdin'))
  await pipeline(Readable.from(copyText(parts), { objectMode: false }), copy)
}

async function* copyText(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  let text = ''
  for await (const { ticket, at, body } of parts) {
    text += copyLine([ticket, at, JSON.stringify(body)])
    if (text.length > pieceCharacters) {
      yield text
      text = ''
    }
  }
  yield text
}

export type PartsOfTicket = { ticket: string; parts: Part[] }

/** Ticket by ticket, each one's in order. Must run inside a transaction (a cursor). */
export async function* readParts(
  client: pg.ClientBase,
  after: string | null,
): AsyncGenerator<PartsOfTicket> {
  await client.query(
    `declare sorted_part no scroll cursor for
       select ticket, at, body from pg_temp.history_part
       ${after === null ? '' : `where ticket > ${quoteLiteral(after)}`}
       order by ticket, at, place`,
  )
  let current: PartsOfTicket | null = null
  for (;;) {
    const { rows } = await client.query<{ ticket: string; at: number; body: string }>(
      `fetch ${fetchedRows} from sorted_part`,
    )
    for (const { ticket, at, body } of rows) {
      if (current && current.ticket !== ticket) {
        yield current
        current = null
      }
      current ??= { ticket, parts: [] }
      current.parts.push({ ticket, at, body: JSON.parse(body) as unknown })
    }
    if (rows.length < fetchedRows) break
  }
  if (current) yield current
  await client.query('close sorted_part')
}
