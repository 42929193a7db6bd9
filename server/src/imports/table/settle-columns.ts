import type { Sentence } from '@firstline/contract/sentence'
import { Invalid, Refusal } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import {
  columnRoles,
  findColumn,
  guessChanges,
  guessColumns,
  neededRoles,
  parseColumnChoice,
} from '#server/imports/read/columns.ts'
import type { ColumnRole, Columns } from '#server/imports/read/columns.ts'
import { readTime } from '#server/imports/read/read-time.ts'
import { servicenow } from './servicenow.ts'
import type { Glimpse } from './survey.ts'

export type Settled = { columns: Columns; assumed: Sentence[] }

/**
 * Which column is which. What the user names is taken; for ServiceNow the rest has its usual name;
 * for an event log without a choice the rest is guessed by header name, and said.
 * @throws Invalid with the columns found and their first values
 */
export function settleColumns(
  glimpse: Glimpse,
  format: 'servicenow' | 'event-log',
  choice: string | undefined,
): Settled {
  try {
    const named = choose(glimpse.header, choice)
    const chosen = { ...guessChanges(glimpse.header, named), ...named }
    const settled =
      format === 'servicenow'
        ? withServicenowNames(glimpse.header, chosen)
        : withGuesses(glimpse, chosen, choice !== undefined)
    refuseMissing(settled.columns)
    return settled
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Invalid(
      error.reason,
      sentence`${error.said ?? error.message}\n${listColumns(glimpse)}`,
    )
  }
}

function choose(header: readonly string[], choice: string | undefined): Columns {
  const columns: Columns = {}
  if (choice === undefined) return columns
  const names = parseColumnChoice(choice)
  for (const role of columnRoles) {
    const name = names[role]
    if (name !== undefined) columns[role] = findColumn(header, role, name)
  }
  return columns
}

function withServicenowNames(header: readonly string[], chosen: Columns): Settled {
  const columns = { ...chosen }
  const alternatives: Partial<Record<ColumnRole, readonly string[]>> = servicenow.alternatives
  for (const [role, usual] of Object.entries(servicenow.columns) as [ColumnRole, string][]) {
    const names = [usual, ...(alternatives[role] ?? [])]
    const found = names.map((name) => header.indexOf(name)).find((index) => index >= 0)
    if (found !== undefined) columns[role] ??= found
  }
  return { columns, assumed: [] }
}

/** Someone who names columns has named all that matter: only a needed one is still guessed. */
function withGuesses(glimpse: Glimpse, chosen: Columns, hasChoice: boolean): Settled {
  const { header } = glimpse
  const guess = guessColumns(header, chosen)
  // what a ticket is now says nothing of when: in a change log only its rows do
  const fromFields: readonly ColumnRole[] = isLog(chosen) ? ['status', 'substatus', 'team'] : []
  const wanted = (hasChoice ? neededRoles : columnRoles).filter(
    (role) => !fromFields.includes(role),
  )
  const columns = { ...chosen }
  const guessed: string[] = []
  for (const role of wanted) {
    const unclear = guess.unclear.get(role)
    if (unclear && columns[role] === undefined) {
      throw new Invalid(
        'import.column-ambiguous',
        sentence`${unclear}: say which with --columns ${role}=#…`,
      )
    }
    const found = guess.columns[role]
    if (columns[role] !== undefined || found === undefined) continue
    columns[role] = found
    guessed.push(`${role}=${header[found]}`)
  }
  const assumed =
    guessed.length > 0 ? [sentence`columns by their names: ${guessed.join(', ')}`] : []
  const times = columns.time === undefined ? timeColumns(glimpse, columns) : []
  if (times.length === 1) {
    const [time = 0] = times
    columns.time = time
    assumed.push(sentence`the time column is “${header[time] ?? ''}”: no other one holds times`)
  }
  if (hasChoice && columns.team === undefined && guess.columns.team !== undefined) {
    assumed.push(
      sentence`no team column is named, though “${header[guess.columns.team] ?? ''}” looks like one`,
    )
  }
  return { columns, assumed }
}

/** Columns of nothing but times, whatever they are called; a mere number is no sign of one. */
function timeColumns({ samples }: Glimpse, taken: Columns): number[] {
  const isTime = (text: string) =>
    !/^\d+$/.test(text) &&
    (['dmy', 'mdy'] as const).some((order) => readTime(text, order, () => 0) !== null)
  return samples.flatMap((values, index) => {
    const isFree = !Object.values(taken).includes(index)
    return isFree && values.length > 0 && values.every(isTime) ? [index] : []
  })
}

/** In a change log the status is a field. */
const isLog = ({ field, to }: Columns) => field !== undefined && to !== undefined

function refuseMissing(columns: Columns): void {
  const missing = neededRoles.filter(
    (role) => columns[role] === undefined && !(role === 'status' && isLog(columns)),
  )
  if (missing.length === 0) return
  throw new Invalid(
    'import.columns-missing',
    sentence`No column is known for ${missing.join(', ')}: name what is missing with --columns ${missing.map((role) => `${role}=…`).join(',')}`,
  )
}

function listColumns({ header, samples }: Glimpse): string {
  const lines = header.map((name, index) => {
    const values = samples[index]?.map((value) => JSON.stringify(value)).join(', ')
    return `  #${index + 1} ${name}: ${values || '(empty)'}`
  })
  return `Columns in the file, with their first values:\n${lines.join('\n')}`
}
