import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { statesOf } from './states-of-changes.ts'
import type { ChangeLog } from './states-of-changes.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readText } from './inspect-file.ts'
import type { FileShape } from './inspect-file.ts'
import { maxRecordCharacters, readPlainRecords, tooLong } from './read-plain-records.ts'
import type { TableRecord } from './read-plain-records.ts'
import { readXesRows } from './read-xes.ts'
import type { Refuse, Row } from './rows.ts'

type Parsed = { record: string[]; info: { lines: number } }

/** @param onHeader told the column names, in order, before the first row */
type ReadArguments = [
  shape: FileShape,
  onHeader: (header: string[]) => void,
  refuse: Refuse,
  onBytes?: (bytes: number) => void,
]

/**
 * The rows below the header, one at a time. A row whose number of columns differs from the header's
 * is refused: nobody can say which of its values is which.
 */
export async function* readRows(...how: ReadArguments): AsyncGenerator<Row> {
  for await (const rows of readRowGroups(...how)) yield* rows
}

/** The same in groups, as they come: to wait for each row takes longer than to read it. */
export function readRowGroups(...how: ReadArguments): AsyncGenerator<Row[]> {
  const [{ content, changes }] = how
  const groups = content === 'xes' ? inGroups(readXesRows(...how)) : readTableRows(...how)
  return changes ? asStates(groups, changes) : groups
}

async function* asStates(groups: AsyncIterable<Row[]>, changes: ChangeLog): AsyncGenerator<Row[]> {
  for await (const rows of groups) yield statesOf(rows, changes)
}

const groupedRows = 500

async function* inGroups<One>(ones: AsyncIterable<One>): AsyncGenerator<One[]> {
  let group: One[] = []
  for await (const one of ones) {
    if (group.push(one) < groupedRows) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

async function* readTableRows(
  ...[shape, onHeader, refuse, onBytes]: ReadArguments
): AsyncGenerator<Row[]> {
  const groups = shape.hasQuotes
    ? inGroups(readQuotedRecords(shape, refuse, onBytes))
    : readPlainRecords(shape, refuse, onBytes)
  let width: number | undefined
  let rowWidth: number | undefined
  for await (const records of groups) {
    const rows: Row[] = []
    for (const { line, values } of records) {
      if (width === undefined) {
        width = values.length
        onHeader(values.map((name) => name.trim()))
        continue
      }
      rowWidth ??= widthOfRows(values, width)
      if (values.length === rowWidth) {
        rows.push({ line, fields: rowWidth === width ? values : values.slice(0, width) })
      } else {
        const detail = `${values.length} columns where the header has ${width}`
        refuse({ line, reason: 'column-count', detail, raw: values.join(shape.delimiter) })
      }
    }
    if (rows.length > 0) yield rows
  }
  if (width === undefined)
    throw new Invalid('import.file-empty', sentence`${shape.path} has no header`)
}

async function* readQuotedRecords(
  shape: FileShape,
  refuse: Refuse,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<TableRecord> {
  const parser = parse({
    delimiter: shape.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: shape.headerLine,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRecordCharacters,
  })
  let line = 1
  parser.on('skip', ({ code }: { code: string }) => {
    const isTooLong = code === 'CSV_MAX_RECORD_SIZE'
    refuse({ line, reason: isTooLong ? 'too-long' : 'broken-quotes', detail: brokenBecause(code) })
  })
  const source = Readable.from(readText(shape, onBytes), { objectMode: false })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    const begins = beginsAt(record, line, info.lines)
    line = info.lines + 1
    yield { line: begins, values: record }
  }
}

/** Between the end of the last record and the end of this one lie blank lines, or quoted breaks. */
function beginsAt(record: string[], afterLast: number, end: number): number {
  if (end === afterLast) return end
  return end - record.join('').split(/\r\n|\r|\n/).length + 1
}

/**
 * Some exports end every line but the header with a delimiter. Only where the first row shows that
 * is it no sign of a delimiter inside a value.
 */
function widthOfRows(first: string[], width: number): number {
  const isEnded = first.slice(width).every((value) => value.trim() === '')
  return first.length > width && isEnded ? first.length : width
}

function brokenBecause(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed'
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLong
  return `not readable as CSV (${code})`
}
