import type { LogLevel } from '@firstline/contract/telemetry'
import type { LineRange } from '#server/connections/open-loki.ts'
import { namesFrom } from '../level-names.ts'
import type { VictoriaPlace } from '../logs-section.ts'
import { nanoTime } from '../nanos.ts'

/** What is wanted of one account's lines. */
export type VictoriaWish = {
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  traceId: string | null
  /** All that is wanted of a line beside its time; null: the whole of it. */
  only: readonly string[] | null
}

export const everyVictoriaLine: VictoriaWish = {
  words: [],
  level: null,
  service: null,
  traceId: null,
  only: null,
}

/**
 * LogsQL for the lines of one account. All that is not of the project's own file is a quoted text in it; a
 * line that names the account and another one as well is not the account's.
 * @throws Error for an account without a name
 */
export function logsqlFor(
  { streams, accountFields, names, search }: VictoriaPlace,
  account: string,
  wish: VictoriaWish,
  { from, to, limit, order }: LineRange & { order: 'asc' | 'desc' },
): string {
  // a text of nothing is what a line has that lacks the field
  if (account === '') throw new Error('An account without an id has no logs')
  const stream = [...streams].map(([name, value]) => `${name}=${logsqlText(value)}`)
  const is = (field: string) => `${logsqlText(field)}:=${logsqlText(account)}`
  return [
    `_time:[${nanoTime(from)}, ${nanoTime(to)})`,
    ...(stream.length > 0 ? [`_stream:{${stream.join(', ')}}`] : []),
    anyOf(accountFields.map(is)),
    ...accountFields.map((field) => anyOf([isNone(field), is(field)])),
    ...wish.words.map((word) =>
      anyOf(search.map((field) => matches(field, `(?i)${literally(word)}`))),
    ),
    ...(wish.level ? [firstIs(names.level, (field) => matches(field, levels(wish.level)))] : []),
    ...exactly(names.service, wish.service),
    ...exactly(names.trace, wish.traceId),
    `| sort by (_time${order === 'desc' ? ' desc' : ''}) limit ${limit}`,
    ...(wish.only ? [`| fields ${['_time', ...wish.only].map(logsqlText).join(', ')}`] : []),
  ].join(' ')
}

/** A text of LogsQL, which is one of Go: it reads what JSON writes. */
function logsqlText(text: string): string {
  return JSON.stringify(text)
}

/** A level is one of the names, whatever their case; none is the one that no level is. */
function levels(level: LogLevel | null): string {
  return `(?i)^(?:${level ? namesFrom(level).join('|') : ''})$`
}

function exactly(names: readonly string[], value: string | null): string[] {
  if (value === null) return []
  return [firstIs(names, (field) => `${logsqlText(field)}:=${logsqlText(value)}`)]
}

/** Of several fields the first one with a value counts, as it does where a line is read. */
function firstIs(names: readonly string[], test: (field: string) => string): string {
  return anyOf(
    names.map((name, index) => [...names.slice(0, index).map(isNone), test(name)].join(' ')),
  )
}

function anyOf(tests: readonly string[]): string {
  return `(${tests.join(' or ')})`
}

function isNone(field: string): string {
  return `${logsqlText(field)}:""`
}

function matches(field: string, pattern: string): string {
  return `${logsqlText(field)}:~${logsqlText(pattern)}`
}

/** For RE2: nothing in it has a meaning. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
