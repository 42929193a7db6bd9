import type { Columns } from '#server/imports/columns.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import { Invalid } from '#server/core/errors.ts'
import { readRows } from '#server/imports/read-rows.ts'
import { dateOrderOf } from '#server/imports/read-time.ts'

/** The header and, for each column, its first different values. */
export type Glimpse = { header: string[]; samples: string[][] }

/** What the whole file shows before it is read in earnest. */
export type Survey = {
  /** Rows by `status/substatus`, as written. */
  statuses: Map<string, number>
  teams: Map<string, number>
  dateOrders: { dmy: number; mdy: number; either: number }
  rowsWithoutOffset: number
  /** Those of the null texts that occur in a column that is used. */
  nullsSeen: Set<string>
}

const glimpsedRows = 200
const shownSamples = 3
/** More different statuses than this are no statuses. */
const maxStatuses = 2_000
const maxTeams = 50_000

export async function peek(shape: FileShape): Promise<Glimpse> {
  let header: string[] = []
  const samples: Set<string>[] = []
  let rows = 0
  for await (const { fields } of readRows(
    shape,
    (names) => (header = names),
    () => undefined,
  )) {
    for (const [index, value] of fields.entries()) {
      const seen = (samples[index] ??= new Set())
      if (value.trim() !== '' && seen.size < shownSamples) seen.add(value.trim().slice(0, 40))
    }
    if (++rows >= glimpsedRows) break
  }
  return { header, samples: header.map((_, index) => [...(samples[index] ?? [])]) }
}

/** @throws Invalid when the status column holds so many different values that it is none */
export async function survey(
  shape: FileShape,
  columns: Columns,
  nullTexts: readonly string[],
): Promise<Survey> {
  const seen: Survey = {
    statuses: new Map(),
    teams: new Map(),
    dateOrders: { dmy: 0, mdy: 0, either: 0 },
    rowsWithoutOffset: 0,
    nullsSeen: new Set(),
  }
  for await (const { fields } of readRows(
    shape,
    () => undefined,
    () => undefined,
  )) {
    noteNulls(seen.nullsSeen, fields, columns, nullTexts)
    const status = valueOf(fields, columns.status, nullTexts)
    if (status) count(seen.statuses, pairOf(status, valueOf(fields, columns.substatus, nullTexts)))
    const team = valueOf(fields, columns.team, nullTexts)
    if (team && seen.teams.size < maxTeams) count(seen.teams, team)
    const time = valueOf(fields, columns.time, nullTexts)
    const order = dateOrderOf(time)
    if (order) seen.dateOrders[order] += 1
    if (!/:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/.test(time)) seen.rowsWithoutOffset += 1
    if (seen.statuses.size > maxStatuses) {
      throw new Invalid(
        'import.not-a-status',
        `The status column holds more than ${maxStatuses} different values: it is no status`,
      )
    }
  }
  return seen
}

/** The trimmed value, or '' when the row has none. */
export function valueOf(
  fields: readonly string[],
  column: number | undefined,
  nullTexts: readonly string[],
): string {
  if (column === undefined) return ''
  const value = fields[column]?.trim() ?? ''
  return nullTexts.includes(value) ? '' : value
}

function noteNulls(
  seen: Set<string>,
  fields: readonly string[],
  columns: Columns,
  nullTexts: readonly string[],
): void {
  for (const column of Object.values(columns)) {
    const value = fields[column]?.trim() ?? ''
    if (nullTexts.includes(value)) seen.add(value)
  }
}

function pairOf(status: string, substatus: string): string {
  return substatus === '' ? status : `${status}/${substatus}`
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
