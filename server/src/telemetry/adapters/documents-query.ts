import type { LogLevel } from '@firstline/contract/telemetry'
import type { LineRange } from '#server/connections/open-loki.ts'
import { fieldsNamed } from '../document-fields.ts'
import { namesFrom, severityOf } from '../level-names.ts'
import type { DocumentsPlace } from '../logs-section.ts'
import { nanoTime } from '../nanos.ts'

/** What is wanted of one account's documents. */
export type DocumentWish = {
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  traceId: string | null
}
type Query = Record<string, unknown>

export const everyDocument: DocumentWish = { words: [], level: null, service: null, traceId: null }

/** Where a level may be a number of OpenTelemetry. */
export const severityFields = ['severity_number', 'severityNumber', 'severity.number']

/** Of documents that have the same time nobody knows the order: how many of them come first is no matter. */
type Part = LineRange & { order: 'asc' | 'desc'; skipped: number }

/**
 * A search for the documents of one account, in Elasticsearch's query language, where every value is a
 * value. It may find more than is wanted, where fields are texts; never less.
 * @throws Error for an account without a name
 */
export function documentsQuery(
  place: DocumentsPlace,
  account: string,
  wish: DocumentWish,
  { from, to, limit, order, skipped }: Part,
): object {
  const range = { gte: nanoTime(from), lt: nanoTime(to), format: 'strict_date_optional_time_nanos' }
  const narrowed = [
    ...wish.words.flatMap((word) => hasWord(place, word)),
    ...(wish.level ? [isAtLeast(place, wish.level)] : []),
    ...(wish.service === null ? [] : [isOne(place.names.service, wish.service)]),
    ...(wish.traceId === null ? [] : [isOne(place.names.trace, wish.traceId)]),
  ]
  const filter = [{ range: { [place.time]: range } }, ownedBy(place, account), ...narrowed]
  // times of whole milliseconds are compared with those of nanoseconds
  const sorting = { order, numeric_type: 'date_nanos', unmapped_type: 'date_nanos' }
  return {
    query: { bool: { filter } },
    sort: [{ [place.time]: sorting }],
    from: skipped,
    size: limit,
    track_total_hits: false,
    timeout: `${place.timeoutMs}ms`,
  }
}

/**
 * Says the account, and nobody else in any field that says whose it is. A text has its own words as
 * terms, and in `.keyword` the whole of it: that decides where it is.
 */
function ownedBy({ accountFields }: DocumentsPlace, account: string): Query {
  if (account === '') throw new Error('An account without an id has no logs')
  const fields = accountFields.flatMap(fieldsNamed)
  const is = (field: string) => ({ term: { [field]: { value: account } } })
  const has = (field: string) => ({ exists: { field } })
  const whole = (field: string) => `${field}.keyword`
  const isAnother = [
    ...fields.map((field) => without([has(field)], [is(field), has(whole(field))])),
    ...fields.map((field) => without([has(whole(field))], [is(whole(field))])),
  ]
  return {
    bool: {
      should: fields.flatMap((field) => [is(field), is(whole(field))]),
      minimum_should_match: 1,
      must_not: isAnother,
    },
  }
}

function without(filter: Query[], mustNot: Query[]): Query {
  return { bool: { filter, must_not: mustNot } }
}

function isOne(names: readonly string[], value: string): Query {
  const fields = names.flatMap(fieldsNamed).flatMap((field) => [field, `${field}.keyword`])
  return anyOf(fields.map((field) => ({ term: { [field]: { value } } })))
}

/**
 * By its number or by its name, in the terms of a text or a keyword; a field that has numbers has no names,
 * which is no error.
 */
function isAtLeast({ names }: DocumentsPlace, level: LogLevel): Query {
  const byNumber = severityFields.map((field) => ({
    range: { [field]: { gte: severityOf[level] } },
  }))
  const byName = namesFrom(level)
    .flatMap(spellings)
    .map((query) => ({ multi_match: { query, fields: names.level, lenient: true } }))
  return anyOf([...byNumber, ...byName])
}

function spellings(name: string): string[] {
  return [...new Set([name, name.toUpperCase(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`])]
}

/**
 * Its letters and digits are in the terms of a text, and of a keyword: the rest is looked at when it comes.
 * The two longest pieces say the most; a query has no more than 1,024 clauses.
 */
function hasWord({ search }: DocumentsPlace, word: string): Query[] {
  const pieces = (word.match(/[A-Za-z0-9]+/g) ?? []).toSorted((a, b) => b.length - a.length)
  const fields = search.flatMap(fieldsNamed)
  return pieces.slice(0, 2).map((piece) => {
    const wildcard = { value: `*${piece}*`, case_insensitive: true }
    return anyOf(fields.map((field) => ({ wildcard: { [field]: wildcard } })))
  })
}

function anyOf(should: Query[]): Query {
  return { bool: { should, minimum_should_match: 1 } }
}
