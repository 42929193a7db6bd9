import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from '#server/imports/history/copy-text.ts'
import { jsonText } from '#server/database/json-text.ts'

const pieceCharacters = 64 * 1024

type Row = Record<string, unknown>

/** Rows for COPY, all with the same columns by name, kept as bytes: they take the least memory. */
export class CopyRows {
  readonly pieces: Buffer[] = []
  columns: string[] = []
  count = 0
  #text = ''

  /** @returns how many characters it takes */
  add(row: Row): number {
    if (this.count === 0) this.columns = Object.keys(row)
    const values = Object.values(row)
    for (let index = 0; index < values.length; index++) values[index] = copied(values[index])
    const line = copyLine(values as Copied[])
    this.#text += line
    this.count += 1
    if (this.#text.length >= pieceCharacters) this.end()
    return line.length
  }

  /** Nothing is added any more. */
  end(): void {
    this.pieces.push(Buffer.from(this.#text))
    this.#text = ''
  }
}

/** Writes rows into a table in bulk. */
export async function copyRows(client: pg.Client, table: string, rows: CopyRows): Promise<void> {
  if (rows.count === 0) return
  rows.end()
  const names = rows.columns.join(', ')
  const copy: Writable = client.query(copyFrom(`copy ${table} (${names}) from stdin`))
  const done = once(copy, 'finish') // a refusal by the database ends the waiting too
  for (const piece of rows.pieces) {
    if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done])
  }
  copy.end()
  await done
}

type Copied = string | number | boolean | null

function copied(value: unknown): Copied {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? '{}' : arrayText(value as string[])
  if (typeof value === 'object') return jsonText(value)
  return value as Copied
}

/** An array of texts as PostgreSQL reads it. */
function arrayText(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
  return `{${quoted.join(',')}}`
}
