import type { LogLevel } from '@firstline/contract/telemetry'
import type { LineRange } from '#server/connections/open-loki.ts'
import { namesFrom } from '../level-names.ts'
import type { DatadogPlace } from '../logs-section.ts'
import { piecesOf } from './pieces-of.ts'

/** What is wanted of one account's logs. */
export type DatadogWish = {
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  traceId: string | null
}

export const everyDatadogLog: DatadogWish = {
  words: [],
  level: null,
  service: null,
  traceId: null,
}

/** No page of it has more. */
export const mostOnPage = 1_000
const nanosOfOne = 1_000_000n

/** Where the page before ended, in Datadog's own words. */
type Part = LineRange & { order: 'asc' | 'desc'; cursor: string | null }

/** A search of the Logs API, version 2, for the logs of one account; it may find more than is wanted, never less. */
export function datadogSearch(
  place: DatadogPlace,
  account: string,
  wish: DatadogWish,
  { from, to, limit, order, cursor }: Part,
): object {
  return {
    filter: {
      query: datadogQuery(place, account, wish),
      from: String(from / nanosOfOne),
      to: String(to / nanosOfOne),
      ...(place.indexes.length > 0 ? { indexes: place.indexes } : {}),
    },
    sort: order === 'asc' ? 'timestamp' : '-timestamp',
    page: { limit: Math.min(limit, mostOnPage), ...(cursor === null ? {} : { cursor }) },
  }
}

/**
 * In Datadog's language all that is not of the project's own file is a quoted text, or letters and digits. Of
 * several attributes each that a log has must be the account.
 * @throws Error for an account without a name
 */
function datadogQuery(
  { accountFields, names }: DatadogPlace,
  account: string,
  wish: DatadogWish,
): string {
  if (account === '') throw new Error('An account without an id has no logs')
  const is = (field: string) => `@${field}:${quoted(account)}`
  return [
    anyOf(accountFields.map(is)),
    ...accountFields.map((field) => anyOf([`-@${field}:*`, is(field)])),
    ...wish.words.flatMap(piecesOf).map((piece) => `*:*${piece}*`),
    ...(wish.level ? [`status:${anyOf(statusesFrom(wish.level).map(quoted))}`] : []),
    ...(wish.service === null ? [] : [`service:${quoted(wish.service)}`]),
    ...(wish.traceId === null
      ? []
      : [anyOf(names.trace.map((name) => `@${name}:${quoted(wish.traceId ?? '')}`))]),
  ].join(' ')
}

function statusesFrom(level: LogLevel): string[] {
  return namesFrom(level).flatMap((name) => [...new Set([name, name.toUpperCase()])])
}

/** Between quotes a wildcard is none, and nothing but a quote and what escapes it has a meaning. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

function anyOf(terms: readonly string[]): string {
  return `(${terms.join(' OR ')})`
}
