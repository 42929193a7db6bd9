import { settleChanges, toldOfChanges } from './change-log.ts'
import type { SeenField } from './change-log.ts'
import type { Sentence } from '@firstline/contract/sentence'
import { columnRoles } from '#server/imports/read/columns.ts'
import type { ColumnRole, Columns, FieldChoice } from '#server/imports/read/columns.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { FileShape, InspectLimits } from '#server/imports/read/inspect-file.ts'
import { chooseLines, namesCarryLines } from '#server/imports/read/lines.ts'
import type { LineChoice, LineRule } from '#server/imports/read/lines.ts'
import { offsetsOf } from '#server/imports/read/read-time.ts'
import type { DateOrder } from '#server/imports/read/read-time.ts'
import { servicenow } from './servicenow.ts'
import { quoted } from './quoted.ts'
import { settleColumns } from './settle-columns.ts'
import { settleStatuses } from './settle-statuses.ts'
import type { StatusChoice } from './settle-statuses.ts'
import type { StatusRules } from './statuses.ts'
import { columnsOfChanges } from '#server/imports/read/states-of-changes.ts'
import { peek, survey } from './survey.ts'
import type { Look, Survey } from './survey.ts'

type TableFormat = 'servicenow' | 'event-log'

/** What the user says about the files; what is left out is looked up in them, and said. */
export type ReadingChoice = LineChoice &
  StatusChoice & {
    /** One of `formats`; default: as the content shows. */
    format?: string | undefined
    /** `case=…,time=…`; see columns.ts. */
    columns?: string | undefined
    /** Where each row is a change: the fields that tell something. Default: by their usual names. */
    fields?: FieldChoice | undefined
    /** Of times without an offset, and of weeks. Default: UTC. */
    timeZone?: string | undefined
    /** Default: as the file shows. */
    dateOrder?: DateOrder | undefined
  } & Look &
  Pick<InspectLimits, 'mostBytes'>

export type TableChoice = ReadingChoice & { format: TableFormat }

/** How a file is read: complete, so that reading it again gives the same events again. */
export type Reading = {
  format: string
  columns: Columns
  /** By role, as the file writes them. */
  columnNames: Partial<Record<ColumnRole, string>>
  statuses: StatusRules
  lines: LineRule
  dateOrder: DateOrder
  timeZone: string
  /** Texts that stand for “no value”, besides the empty one. */
  nullTexts: readonly string[]
}

/** What exports write where there is no value. */
const usualNulls = ['?', '-', 'NULL', 'null', '(null)', 'None', 'NaN', 'nan', 'N/A', 'n/a', '\\N']

/** A change log is read in the shape of what it tells. */
type Settled = {
  shape: FileShape
  reading: Reading
  assumed: Sentence[]
  seen: Survey
  fields: SeenField[]
}

/**
 * Settles how to read a file, from what the user said and what the file shows.
 * @returns the reading, every assumption in it as a sentence, and what the file shows
 * @throws Invalid, with what the file has instead, when going on would be a guess
 */
export async function settleReading(file: FileShape, choice: TableChoice): Promise<Settled> {
  refuseUnknownZone(choice.timeZone)
  const glimpse = await peek(file)
  const { columns: own, assumed } = settleColumns(glimpse, choice.format, choice.columns)
  const log = await settleChanges(file, own, choice.fields, choice)
  const shape = log ? { ...file, changes: log.changes } : file
  const columns = log ? { ...columnsOfChanges(glimpse.header.length), ...own } : own
  if (log) assumed.push(toldOfChanges(log.fields, log.changes))
  const nullTexts = choice.format === 'servicenow' ? servicenow.nullTexts : usualNulls
  const seen = await survey(shape, columns, nullTexts, choice)
  const reading: Reading = {
    format: choice.format,
    columns,
    columnNames: namesOf(columns, glimpse.header),
    statuses: settleStatuses(seen, choice, glimpse.header[columns.status ?? -1] ?? '', assumed),
    lines: settleLines(seen, choice, columns, assumed),
    dateOrder: settleDateOrder(seen, choice, assumed),
    timeZone: choice.timeZone ?? 'UTC',
    nullTexts,
  }
  if (!choice.timeZone && seen.rowsWithoutOffset > 0) {
    assumed.push(
      sentence`${sentence`times without an offset are UTC`} (--time-zone says otherwise)`,
    )
  }
  if (shape.readBytes !== undefined) {
    assumed.push(sentence`teams, statuses and dates are those of the beginning of the file`)
  } else if (seen.isPartial) {
    const rows = choice.mostRows?.toLocaleString('en') ?? ''
    assumed.push(sentence`teams, statuses and dates are those of the first ${rows} rows`)
  }
  if (seen.nullsSeen.size > 0) assumed.push(sentence`${quoted([...seen.nullsSeen])} means no value`)
  if (shape.encoding !== 'utf-8')
    assumed.push(sentence`the text is ${shape.encoding}: it is not UTF-8`)
  if (shape.hasStrayBytes) assumed.push(sentence`some letters are not UTF-8 and are read as “�”`)
  return { shape, reading, assumed, seen, fields: log?.fields ?? [] }
}

export function refuseUnknownZone(timeZone: string | undefined): void {
  try {
    if (timeZone) offsetsOf(timeZone)(0)
  } catch {
    throw new Invalid(
      'import.time-zone-unknown',
      sentence`There is no time zone “${timeZone ?? ''}”: write it like Europe/Berlin`,
    )
  }
}

function namesOf(columns: Columns, header: readonly string[]): Reading['columnNames'] {
  const named = columnRoles.flatMap((role) => {
    const index = columns[role]
    const name = index === undefined ? undefined : header[index]
    return name === undefined ? [] : [[role, name] as const]
  })
  return Object.fromEntries(named)
}

function settleLines(
  seen: Survey,
  choice: TableChoice,
  columns: Columns,
  assumed: Sentence[],
): LineRule {
  const team = seen.teams.size > 0 ? columns.team : undefined
  const lines = chooseLines(choice, seen.teams, team, columns.reassignments)
  if (lines.kind === 'unknown') {
    const why =
      columns.team === undefined
        ? sentence`no column tells the team`
        : sentence`no row names a team`
    assumed.push(
      sentence`${sentence`${why}, so who was escalated is not known`} (--columns team=…)`,
    )
  } else if (lines.kind === 'several-teams' && isAlone(seen, columns)) {
    assumed.push(
      sentence`${sentence`there is one team only, ${quoted([...seen.teams.keys()])}: as far as this file tells, nothing was ever escalated`} (--columns team=… names another column)`,
    )
  } else if (lines.kind === 'several-teams') {
    assumed.push(
      columns.reassignments === undefined
        ? sentence`${sentence`more than one known team on a ticket means escalated`} (--l1 says otherwise)`
        : sentence`${sentence`more than one known team on a ticket, or a reassignment, means escalated`} (--l1 says otherwise)`,
    )
    const sign = namesCarryLines(seen.teams.keys())
    if (sign)
      assumed.push(
        sentence`${sentence`team names such as “${sign}” seem to tell the line`}: see --l1-pattern`,
      )
  }
  return lines
}

function isAlone({ teams }: Survey, { reassignments }: Columns): boolean {
  return teams.size === 1 && reassignments === undefined
}

function settleDateOrder(seen: Survey, choice: TableChoice, assumed: Sentence[]): DateOrder {
  const { dmy, mdy, either } = seen.dateOrders
  if (choice.dateOrder) return choice.dateOrder
  if (dmy > 0 && mdy > 0) {
    throw new Invalid(
      'import.date-order-mixed',
      sentence`${dmy} dates can only be day/month and ${mdy} only month/day: choose with --date-order dmy or mdy, and the others are refused`,
    )
  }
  if (dmy + mdy + either === 0) return 'dmy'
  const order = mdy > 0 ? 'mdy' : 'dmy'
  const written =
    order === 'dmy' ? sentence`dates are day/month/year` : sentence`dates are month/day/year`
  const isKnown = dmy + mdy > 0
  assumed.push(
    isKnown
      ? written
      : sentence`${sentence`${written}, though every date could be either`} (--date-order mdy)`,
  )
  return order
}
