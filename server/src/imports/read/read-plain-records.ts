import { readText } from './inspect-file.ts'
import type { FileShape } from './inspect-file.ts'
import type { Refuse } from './rows.ts'

/** One record of a table, with the line on which it begins. */
export type TableRecord = { line: number; values: string[] }

export const maxRecordCharacters = 1_000_000

/**
 * The records of a table without a single quotation mark: there a line is a record, and every
 * delimiter separates, so that splitting is all there is to do. It is several times as fast as a
 * parser that must look at every character, and most exports of logs are of this kind.
 */
export async function* readPlainRecords(
  shape: FileShape,
  refuse: Refuse,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<TableRecord[]> {
  let line = 0
  for await (const texts of readLineGroups(shape, onBytes)) {
    let records: TableRecord[] = []
    for (const text of texts) {
      line += 1
      if (text === '' || line < shape.headerLine) continue
      if (text.length <= maxRecordCharacters) {
        records.push({ line, values: text.split(shape.delimiter) })
      } else refuse({ line, reason: 'too-long', detail: tooLong })
      if (records.length < groupedRecords) continue
      yield records
      records = []
    }
    yield records
  }
}

/** Few enough to be gone again before the collector of garbage takes them for lasting. */
const groupedRecords = 500

export const tooLong = `longer than ${maxRecordCharacters} characters`

/** Lines as they are complete; of one that is far too long only the beginning is kept. */
async function* readLineGroups(
  shape: FileShape,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string[]> {
  let rest = ''
  let heldBack = ''
  for await (const piece of readText(shape, onBytes)) {
    const text = heldBack + piece
    heldBack = text.endsWith('\r') ? '\r' : '' // its \n may come with the next piece
    const lines = withOneLineEnd(heldBack ? text.slice(0, -1) : text).split('\n')
    lines[0] = rest + lines[0]
    rest = (lines.pop() ?? '').slice(0, maxRecordCharacters + 1)
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [rest]
}

function withOneLineEnd(text: string): string {
  if (!text.includes('\r')) return text
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}
