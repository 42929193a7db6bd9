import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { readRowGroups } from '#server/imports/read/read-rows.ts'
import type { Refusal, Refuse, Row } from '#server/imports/read/rows.ts'
import type { Reading } from '#server/imports/table/reading.ts'
import { offsetsOf, readTime } from '#server/imports/read/read-time.ts'
import { statusKind } from '#server/imports/table/statuses.ts'
import type { StatusKind } from '#server/imports/table/statuses.ts'
import { valueOf } from '#server/imports/table/survey.ts'
import type { Nulls } from '#server/imports/table/survey.ts'

/** One usable row: what was known of a case after something happened to it. Null: not said. */
export type Update = {
  caseKey: string
  /** Order within the case, where the file has one that is better than time. */
  sequence: number | null
  /** Milliseconds since 1970-01-01 UTC. */
  at: number
  line: number
  status: StatusKind | null
  team: string | null
  /** Of which it took over, where the row says so. */
  teamBefore: string | null
  person: string | null
  type: string | null
  channel: string | null
  product: string | null
  rating: 'up' | 'down' | null
  problemStartedAt: number | null
  wasReassigned: boolean
}

/** What is left of an update once it is in its place. */
export type SortedUpdate = Omit<Update, 'sequence' | 'line'>

/** A row that is used although one of its values is not. */
type Remark = Refuse

type Listener = {
  refuse: Refuse
  remark: Remark
  onBytes?: (bytes: number) => void
}

const maxKeyCharacters = 500
const maxRawCharacters = 2_000
const maxKnownStatuses = 5_000

/** The rows of a file as updates, in the order of the file, in groups as they come. */
export async function* readUpdates(
  shape: FileShape,
  reading: Reading,
  listener: Listener,
): AsyncGenerator<Update[]> {
  const { refuse, remark, onBytes } = listener
  const localOffset = offsetsOf(reading.timeZone)
  const means: Meanings = {
    columns: reading.columns,
    isNull: new Set(reading.nullTexts),
    timeOf: (text) => readTime(text, reading.dateOrder, localOffset),
    statusOf: knownStatuses(reading.statuses),
    remark,
  }
  for await (const rows of readRowGroups(shape, () => undefined, refuse, onBytes)) {
    const updates: Update[] = []
    for (const row of rows) {
      const update = updateOf(row, means)
      if (!('reason' in update)) updates.push(update)
      else refuse({ ...update, raw: rawOf(row, shape) })
    }
    yield updates
  }
}

/** How the texts of a row are to be understood. */
type Meanings = {
  columns: Reading['columns']
  isNull: Nulls
  timeOf: (text: string) => number | null
  statusOf: (status: string, substatus: string) => StatusKind | null
  remark: Remark
}

function rawOf({ fields }: Row, { delimiter }: FileShape): string {
  return fields.join(delimiter || '\t').slice(0, maxRawCharacters)
}

/** Statuses are few, and looked up for each row. */
function knownStatuses(rules: Reading['statuses']): Meanings['statusOf'] {
  const known = new Map<string, StatusKind | null>()
  return (status, substatus) => {
    const name = `${status}\n${substatus}`
    let kind = known.get(name)
    if (kind === undefined) {
      kind = statusKind(rules, status, substatus)
      if (known.size < maxKnownStatuses) known.set(name, kind)
    }
    return kind
  }
}

/** @returns why the row cannot be used, if it cannot */
function updateOf({ line, fields }: Row, means: Meanings): Update | Refusal {
  const { columns, remark, timeOf } = means
  const value = (column: number | undefined) => valueOf(fields, column, means.isNull)
  const refused = (reason: string, detail: string) => ({ line, reason, detail })
  const caseKey = value(columns.case)
  if (caseKey === '') return refused('no-case', 'the case column is empty')
  if (caseKey.length > maxKeyCharacters) return refused('case-too-long', caseKey.slice(0, 60))
  if (fields.some((field) => field.includes('\0')))
    return refused('nul-character', 'a NUL character')
  const time = value(columns.time)
  if (time === '') return refused('no-time', 'the time column is empty')
  const at = timeOf(time)
  if (at === null) return refused('unreadable-time', JSON.stringify(time.slice(0, 60)))
  const order = value(columns.sequence)
  const sequence = order === '' ? null : Number(order)
  if (Number.isNaN(sequence))
    return refused('unreadable-sequence', JSON.stringify(order.slice(0, 60)))
  const status = value(columns.status)
  if (status === '' && columns.field === undefined) {
    remark({
      line,
      reason: 'no-status',
      detail: 'read as an update that leaves the status as it is',
    })
  }
  return {
    caseKey,
    sequence,
    at,
    line,
    status: status === '' ? null : means.statusOf(status, value(columns.substatus)),
    team: value(columns.team) || null,
    teamBefore: value(columns.team_before) || null,
    person: value(columns.person) || null,
    type: value(columns.type) || null,
    channel: value(columns.channel) || null,
    product: value(columns.product) || null,
    rating: ratingOf(value(columns.rating), line, remark),
    problemStartedAt: startOf(value(columns.problem_started_at), timeOf, line, remark),
    wasReassigned: Number(value(columns.reassignments)) > 0,
  }
}

const up = new Set(['up', 'good', 'positive', 'satisfied', 'thumbs up', '👍'])
const down = new Set([
  'down',
  'bad',
  'negative',
  'dissatisfied',
  'unsatisfied',
  'thumbs down',
  '👎',
])

function ratingOf(text: string, line: number, remark: Remark): Update['rating'] {
  const word = text.toLowerCase().replaceAll('_', ' ')
  if (word === '') return null
  if (up.has(word)) return 'up'
  if (down.has(word)) return 'down'
  remark({
    line,
    reason: 'unreadable-rating',
    detail: `${JSON.stringify(text.slice(0, 60))} is neither up nor down`,
  })
  return null
}

function startOf(
  text: string,
  timeOf: (text: string) => number | null,
  line: number,
  remark: Remark,
): number | null {
  if (text === '') return null
  const at = timeOf(text)
  if (at === null) {
    remark({ line, reason: 'unreadable-problem-start', detail: JSON.stringify(text.slice(0, 60)) })
  }
  return at
}
