import type { Writable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from '#server/imports/copy-text.ts'
import { jsonText } from '#server/imports/json-text.ts'

const pieceCharacters = 64 * 1024

type Row = Record<string, unknown>

/**
 * Writes rows, all with the same columns by name, into a table in bulk; each row is made when its
 * turn comes.
 * @returns how many
 */
export async function copyRows(
  client: pg.Client,
  table: string,
  rows: Iterable<Row>,
): Promise<number> {
  let copy: Copy | undefined
  let count = 0
  let text = ''
  for (const row of rows) {
    copy ??= beginCopy(client, table, Object.keys(row))
    text += copyLine(Object.values(row).map(copied))
    count += 1
    if (text.length < pieceCharacters) continue
    if (!copy.stream.write(text)) await drained(copy)
    text = ''
  }
  copy?.stream.end(text)
  await copy?.done
  return count
}

type Copy = { stream: Writable; done: Promise<void> }

function beginCopy(client: pg.Client, table: string, columns: readonly string[]): Copy {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve)
    stream.on('error', reject)
  })
  return { stream, done }
}

/** Until more can be written; a refusal by the database ends the waiting too. */
async function drained({ stream, done }: Copy): Promise<void> {
  await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), done])
}

function copied(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return arrayText(value as string[])
  if (typeof value === 'object') return jsonText(value)
  return value as string | number | boolean
}

/** An array of texts as PostgreSQL reads it. */
function arrayText(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
  return `{${quoted.join(',')}}`
}
