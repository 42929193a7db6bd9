import { once } from 'node:events'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { partBytes } from './archive-format.ts'
import type { ArchivedTable } from './archive-format.ts'
import { quoted } from './read-schema.ts'

const newLine = 10

/** Every row of a table as COPY writes it, a line each; in parts that end with a row. */
export async function* partsOfTable(
  client: pg.Client,
  table: ArchivedTable,
): AsyncGenerator<Buffer> {
  const query = `copy (select ${columnsOf(table)} from ${quoted(table.schema, table.table)}) to stdout`
  let pieces: Buffer[] = []
  let bytes = 0
  for await (const chunk of client.query(copyTo(query))) {
    const piece = asBuffer(chunk)
    const end = piece.lastIndexOf(newLine) + 1
    if (bytes + piece.length < partBytes || end === 0) {
      pieces.push(piece)
      bytes += piece.length
      continue
    }
    yield Buffer.concat([...pieces, piece.subarray(0, end)])
    pieces = [piece.subarray(end)]
    bytes = piece.length - end
  }
  if (bytes > 0) yield Buffer.concat(pieces)
}

function asBuffer(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
}

/** A row is a line: what is a line end within it COPY writes as `\n`. */
export function* rowsOf(part: Buffer): Generator<Buffer> {
  for (let from = 0; from < part.length;) {
    const end = part.indexOf(newLine, from)
    yield part.subarray(from, end === -1 ? part.length : end)
    if (end === -1) return
    from = end + 1
  }
}

export function countRows(part: Buffer): number {
  let count = 0
  for (let at = part.indexOf(newLine); at !== -1; at = part.indexOf(newLine, at + 1)) count++
  return count
}

export type TableLoad = { add(rows: Buffer): Promise<void>; end(): Promise<void> }

/** Takes the rows of a table in, part by part. */
export function loadTable(client: pg.Client, table: ArchivedTable): TableLoad {
  const name = quoted(table.schema, table.table)
  const copy: Writable = client.query(copyFrom(`copy ${name} (${columnsOf(table)}) from stdin`))
  const done = once(copy, 'finish') // a refusal by the database ends the waiting too
  done.catch(() => undefined) // thrown by whoever waits
  return {
    async add(rows) {
      if (!copy.write(rows)) await Promise.race([once(copy, 'drain'), done])
    },
    async end() {
      copy.end()
      await done
    },
  }
}

function columnsOf({ columns }: ArchivedTable): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}
