import type { Columns } from '#server/imports/columns.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import { Invalid } from '#server/core/errors.ts'
import { readRows } from '#server/imports/read-rows.ts'
import type { Refusal } from '#server/imports/rows.ts'
import { dateOrderOf } from '#server/imports/read-time.ts'
import { Tally } from '#server/imports/tally.ts'

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
  let rows = 0
  for await (const { fields } of readRows(shape, () => undefined, refuse)) {
    signal?.throwIfAborted()
    if (rows === mostRows) {
      seen.isPartial = true
      break
    }
    rows += 1
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
  if (rows === 0) throw nothingReadable(refusals)
  return seen
}

function nothingReadable(refusals: Tally): Invalid {
  const reasons = refusals.told() || '  there is no row below the header'
  return new Invalid('import.nothing-usable', `Not one row can be used\n${reasons}`)
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
  const known = counts.get(name)
  counts.set(known === undefined ? apart(name) : name, (known ?? 0) + 1)
}

/** A part of a text keeps all of it in memory: what stays must be a text of its own. */
function apart(part: string): string {
  return Buffer.from(part).toString()
}
