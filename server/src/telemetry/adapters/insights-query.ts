import type { LogLevel } from '@firstline/contract/telemetry'
import type { LineRange } from '#server/connections/open-loki.ts'
import { namesFrom } from '../level-names.ts'
import type { CloudwatchPlace } from '../logs-section.ts'
import { piecesOf } from './pieces-of.ts'

/** What is wanted of one account's lines. */
export type InsightsWish = {
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  traceId: string | null
}

export const everyInsightsLine: InsightsWish = {
  words: [],
  level: null,
  service: null,
  traceId: null,
}

/** No query has more. */
export const mostOfQuery = 10_000
const nanosOfOne = 1_000_000n

/**
 * A query of Logs Insights for the lines of one account; it may find more than is wanted, never less. How a text
 * within it escapes what has a meaning there is not documented, so nothing that might have one is in it.
 * @throws Error for an account without a name
 */
export function insightsQuery(
  { accountFields, logGroups }: CloudwatchPlace,
  account: string,
  wish: InsightsWish,
  { from, to, limit, order }: LineRange & { order: 'asc' | 'desc' },
): object {
  if (account === '') throw new Error('An account without an id has no logs')
  const [begin, end] = [from / nanosOfOne, to / nanosOfOne]
  const is = (field: string) => `${named(field)} ${sameAs(account)}`
  const pieces = [...wish.words, wish.service ?? '', wish.traceId ?? ''].flatMap(piecesOf)
  const conditions = [
    `toMillis(@timestamp) >= ${begin} and toMillis(@timestamp) < ${end}`,
    accountFields.map(is).join(' or '),
    ...accountFields.map((field) => `not ispresent(${named(field)}) or ${is(field)}`),
    ...pieces.map((piece) => `@message like /(?i)${piece}/`),
    ...(wish.level ? [`@message like /(?i)(${namesFrom(wish.level).join('|')})/`] : []),
  ]
  return {
    logGroupIdentifiers: logGroups,
    // whole seconds, both within
    startTime: Number(begin / 1_000n),
    endTime: Number(end / 1_000n) + 1,
    limit,
    queryString: [
      'fields @timestamp, @message, @log, @logStream',
      ...conditions.map((condition) => `filter ${condition}`),
      `sort @timestamp ${order}`,
      `limit ${limit}`,
    ].join(' | '),
  }
}

/** Whether a query can name the account: nothing in the name could mean something. */
export function isPlain(account: string): boolean {
  return /^[A-Za-z0-9 _.:@+=,\u00a0-\u{10ffff}-]+$/u.test(account)
}

/** Like the account, with any sign where one of its own might mean something. */
export function likeAccount(account: string): string {
  return `^${Array.from(account, likeSign).join('')}$`
}

function likeSign(sign: string): string {
  if (/[A-Za-z0-9_ \u00a0-\u{10ffff}-]/u.test(sign)) return sign
  return /\s/.test(sign) ? String.raw`\s` : '.'
}

function sameAs(account: string): string {
  return isPlain(account) ? `= "${account}"` : `like /${likeAccount(account)}/`
}

/** A name of more than letters, digits, dots and @ stands between backticks. */
function named(field: string): string {
  return /^[A-Za-z0-9.@]+$/.test(field) ? field : `\`${field}\``
}
