import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from '#server/imports/copy-text.ts'
import { jsonText } from '#server/imports/json-text.ts'

const pieceCharacters = 64 * 1024

/**
 * Writes rows, by column name, into a table in bulk; each is made when its turn comes.
 * @returns how many
 */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<Record<string, unknown>>,
): Promise<number> {
  const copy = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = new Promise<void>((resolve, reject) => {
    copy.on('finish', resolve)
    copy.on('error', reject)
  })
  let count = 0
  let text = ''
  for (const row of rows) {
    text += copyLine(columns.map((name) => copied(row[name])))
    count += 1
    if (text.length < pieceCharacters) continue
    if (!copy.write(text)) await drained(copy, done)
    text = ''
  }
  copy.end(text)
  await done
  return count
}

/** Until more can be written; a refusal by the database ends the waiting too. */
async function drained(copy: NodeJS.EventEmitter, done: Promise<void>): Promise<void> {
  await Promise.race([new Promise<void>((resolve) => copy.once('drain', resolve)), done])
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
