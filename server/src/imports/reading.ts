import { Invalid } from '#server/core/errors.ts'
import { columnRoles, findColumn, guessColumns, neededRoles, parseColumnChoice } from '#server/imports/columns.ts'
import type { ColumnRole, Columns } from '#server/imports/columns.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import { chooseLines, namesCarryLines } from '#server/imports/lines.ts'
import type { LineChoice, LineRule } from '#server/imports/lines.ts'
import type { DateOrder } from '#server/imports/read-time.ts'
import { servicenow } from '#server/imports/servicenow.ts'
import { assumeResolved, assumeVoid, chooseStatuses } from '#server/imports/statuses.ts'
import type { StatusRules } from '#server/imports/statuses.ts'
import { peek, survey } from '#server/imports/survey.ts'
import type { Glimpse, Survey } from '#server/imports/survey.ts'

export const formats = ['servicenow', 'event-log'] as const
export type Format = (typeof formats)[number]

/** What the user says about the file; everything left out is looked up in the file and said. */
export type ReadingChoice = LineChoice & {
  format: Format
  columns?: string | undefined
  resolvedStatus: readonly string[]
  /** undefined: by the usual names; empty: none. */
  voidStatus: readonly string[] | undefined
  timeZone: string | undefined
  dateOrder: DateOrder | undefined
}

/** How a file is read: complete, so that reading it again in the same way gives the same events. */
export type Reading = {
  format: Format
  columns: Columns
  statuses: StatusRules
  lines: LineRule
  dateOrder: DateOrder
  timeZone: string
  /** Texts that stand for “no value”, besides the empty one. */
  nullTexts: readonly string[]
}

export type Understanding = {
  reading: Reading
  /** Column names by role, as the file writes them. */
  columnNames: Partial<Record<ColumnRole, string>>
  /** Every assumption made, as a sentence. */
  assumed: string[]
}

/**
 * Settles how to read a file from what the user said and what the file shows.
 * @throws Invalid, with the columns found and their first values, when that would be a guess
 */
export async function understand(shape: FileShape, choice: ReadingChoice): Promise<Understanding> {
  const glimpse = await peek(shape)
  const assumed: string[] = []
  const columns = settleColumns(glimpse, choice, assumed)
  const nullTexts = choice.format === 'servicenow' ? servicenow.nullTexts : []
  const seen = await survey(shape, columns, nullTexts)
  const reading: Reading = {
    format: choice.format,
    columns,
    statuses: settleStatuses(seen, choice, assumed),
    lines: settleLines(seen, choice, columns, assumed),
    dateOrder: settleDateOrder(seen, choice, assumed),
    timeZone: choice.timeZone ?? 'UTC',
    nullTexts,
  }
  if (!choice.timeZone && seen.rowsWithoutOffset > 0) {
    assumed.push('times without an offset are UTC (--time-zone says otherwise)')
  }
  if (shape.encoding !== 'utf-8') assumed.push(`the text is ${shape.encoding}, as it is not UTF-8`)
  return { reading, columnNames: namesOf(columns, glimpse.header), assumed }
}

function settleColumns(glimpse: Glimpse, choice: ReadingChoice, assumed: string[]): Columns {
  const chosen = parseColumnChoice.apply(null, [choice.columns ?? '']) 
  return { ...chosen } as never
}
