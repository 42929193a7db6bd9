import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import type { ColumnRole, Columns } from '#server/imports/read/columns.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readRowGroups } from '#server/imports/read/read-rows.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { dateOrderOf } from '#server/imports/read/read-time.ts'
import { Tally } from '#server/imports/read/tally.ts'

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
  /** Only the beginning was looked at. */
  isPartial: boolean
}

/** How far to look; everything unless said otherwise. */
export type Look = { mostRows?: number | undefined; signal?: AbortSignal | undefined }

const glimpsedRows = 200
const shownSamples = 3
/** More different statuses than this are no statuses. */
const maxStatuses = 2_000
const maxTeams = 50_000

export async function peek(shape: FileShape): Promise<Glimpse> {
  let header: string[] = []
  const samples: Set<string>[] = []
  let rows = 0
  const groups = readRowGroups(
    shape,
    (names) => (header = names),
    () => undefined,
  )
  for await (const group of groups) {
    for (const { fields } of group.slice(0, glimpsedRows - rows)) {
      for (const [index, value] of fields.entries()) {
        const seen = (samples[index] ??= new Set())
        if (value.trim() !== '' && seen.size < shownSamples) seen.add(value.trim().slice(0, 40))
      }
    }
    rows += group.length
    if (rows >= glimpsedRows) break
  }
  return { header, samples: header.map((_, index) => [...(samples[index] ?? [])]) }
}

/** @throws Invalid when the status column holds so many different values that it is none */
export async function survey(
  shape: FileShape,
  columns: Columns,
  nullTexts: readonly string[],
  { mostRows = Number.POSITIVE_INFINITY, signal }: Look = {},
): Promise<Survey> {
  const seen: Survey = {
    statuses: new Map(),
    teams: new Map(),
    dateOrders: { dmy: 0, mdy: 0, either: 0 },
    rowsWithoutOffset: 0,
    nullsSeen: new Set(),
    isPartial: false,
  }
  const refusals = new Tally()
  const refuse = (refusal: Refusal) => refusals.add(refusal)
  const isNull = new Set(nullTexts)
  let rows = 0
  for await (const group of readRowGroups(shape, () => undefined, refuse)) {
    signal?.throwIfAborted()
    seen.isPartial = rows + group.length > mostRows
    for (const { fields } of group.slice(0, mostRows - rows)) {
      noteRow(seen, fields, columns, isNull)
    }
    rows += group.length
    if (seen.isPartial) break
  }
  if (rows === 0) throw nothingReadable(refusals)
  return seen
}

const tellsOffset = /:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/

function noteRow(seen: Survey, fields: readonly string[], columns: Columns, isNull: Nulls): void {
  noteNulls(seen.nullsSeen, fields, columns, isNull)
  const status = valueOf(fields, columns.status, isNull)
  if (status) count(seen.statuses, pairOf(status, valueOf(fields, columns.substatus, isNull)))
  for (const column of [columns.team, columns.team_before]) {
    const team = valueOf(fields, column, isNull)
    if (team && seen.teams.size < maxTeams) count(seen.teams, team)
  }
  const time = valueOf(fields, columns.time, isNull)
  const order = dateOrderOf(time)
  if (order) seen.dateOrders[order] += 1
  if (!tellsOffset.test(time)) seen.rowsWithoutOffset += 1
  if (seen.statuses.size <= maxStatuses) return
  throw new Invalid(
    'import.not-a-status',
    sentence`The status column holds more than ${maxStatuses} different values: it is no status`,
  )
}

function nothingReadable(refusals: Tally): Invalid {
  const reasons = refusals.inWords() || '  there is no row below the header'
  return new Invalid('import.nothing-usable', sentence`Not one row can be used\n${reasons}`)
}

/** Texts that stand for no value. */
export type Nulls = ReadonlySet<string>

/** The trimmed value, or '' when the row has none. */
export function valueOf(
  fields: readonly string[],
  column: number | undefined,
  isNull: Nulls,
): string {
  if (column === undefined) return ''
  const value = fields[column]?.trim() ?? ''
  return isNull.has(value) ? '' : value
}

function noteNulls(
  seen: Set<string>,
  fields: readonly string[],
  columns: Columns,
  isNull: Nulls,
): void {
  for (const role in columns) {
    const value = fields[present(ownProperty(columns, role as ColumnRole))]?.trim() ?? ''
    if (isNull.has(value)) seen.add(value)
  }
}

function pairOf(status: string, substatus: string): string {
  return substatus === '' ? status : `${status}/${substatus}`
}

function count(counts: Map<string, number>, name: string): void {
  const known = counts.get(name)
  counts.set(known === undefined ? apart(name) : name, (known ?? 0) + 1)
}

/** A part of a text keeps all of it in memory: what stays must be a text of its own. */
function apart(part: string): string {
  return Buffer.from(part).toString()
}
