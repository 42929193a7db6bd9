import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** What is counted, and as of when. */
export type Scope = {
  from: Date
  /** Not part of the period. */
  to: Date
  /** The moment up to which the history is known. */
  asOf: Date
  windowDays: number
  /** IANA name: weeks begin on its Mondays. */
  timeZone: string
  type?: string | undefined
  channel?: string | undefined
  product?: string | undefined
  line?: string | undefined
  origin?: string | undefined
}

const lineOf = { at: 'line', standing_at: 'standing_line', received_at: 'standing_line' } as const
export type TimeColumn = keyof typeof lineOf

/** The condition of a period and its filters, as the indexes of the fact tables expect it. */
export function within(column: TimeColumn, scope: Scope): RawBuilder<unknown> {
  const at = sql.ref(column)
  return sql`${at} >= ${scope.from} and ${at} < ${scope.to} and ${passes(scope, lineOf[column])}`
}

/** The condition of the filters alone. */
export function passes(scope: Scope, lineColumn = 'line'): RawBuilder<unknown> {
  const wanted: [string, string | undefined][] = [
    ['type', scope.type],
    ['channel', scope.channel],
    ['product', scope.product],
    [lineColumn, scope.line],
    ['origin', scope.origin],
  ]
  const conditions = wanted.flatMap(([column, value]) =>
    value === undefined ? [] : [value === '' ? isNull(column) : sql`${sql.ref(column)} = ${value}`],
  )
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** Empty means those without one: they are a group of their own on the page. */
function isNull(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} is null`
}

/** What was resolved at this moment or before is old enough to be judged. */
export function matureBefore(scope: Scope): RawBuilder<unknown> {
  return sql`(${scope.asOf}::timestamptz - ${window(scope)})`
}

/** The customer came back within the window. */
export function isBroken(scope: Scope): RawBuilder<unknown> {
  return sql`broken_at - at <= ${window(scope)}`
}

/** Exactly so many times 24 hours, also where a clock change makes a day longer or shorter. */
function window(scope: Scope): RawBuilder<unknown> {
  return sql`make_interval(hours => ${scope.windowDays * 24}::int)`
}

/** The weeks that touch the period, each from its Monday on, as the time zone has it. */
export function weeksOf({ from, to, timeZone }: Scope): RawBuilder<unknown> {
  const local = (at: Date) => sql`(${at}::timestamptz at time zone ${timeZone})`
  return sql`
    select monday, monday at time zone ${timeZone} as begins,
      (monday + interval '7 days') at time zone ${timeZone} as ends
    from generate_series(date_trunc('week', ${local(from)}), ${local(to)}, '7 days') as monday`
}
