import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { matureBefore } from './scope.ts'
import type { Scope } from './scope.ts'

/** Whole days or weeks (dates; `ends` is not part of them) whose counts the rollups hold. */
export type CountedSpan = { span: 'day' | 'week'; begins: string; ends: string; isMature: boolean }

/** Moments for which the facts themselves are read. */
type Moments = { from: Date; to: Date }

/**
 * A period as the fewest pieces: weeks, then days, and the facts of at most three days: the one cut
 * by the period's beginning, by its end, and by the moment from which resolutions are too young.
 */
export type Pieces = { spans: CountedSpan[]; facts: Moments[] }

/** The day (in the organisation's time zone) that a moment lies in, and whether it begins with it. */
type Place = { at: Date; day: string; begins: Date; nextBegins: Date; isBegin: boolean }

export async function piecesOf(db: Kysely<DB>, scopes: readonly Scope[]): Promise<Pieces[]> {
  const places = await placesOf(db, scopes)
  return scopes.map((scope, n) => piecesBetween(scope, places.slice(n * 3, n * 3 + 3)))
}

function piecesBetween(scope: Scope, places: readonly Place[]): Pieces {
  // beginning, end, and where what is too young begins, as they were asked for
  const [from, to, young] = places as [Place, Place, Place]
  const pieces: Pieces = { spans: [], facts: [] }
  if (from.day === to.day) return { spans: [], facts: [{ from: scope.from, to: scope.to }] }
  if (!from.isBegin) pieces.facts.push({ from: from.at, to: from.nextBegins })
  if (!to.isBegin) pieces.facts.push({ from: to.begins, to: to.at })
  const begin = from.isBegin ? from.day : nextDay(from.day)
  const end = to.day
  const isCut = !young.isBegin && young.day >= begin && young.day < end
  if (isCut) pieces.facts.push({ from: young.begins, to: young.nextBegins })
  addDays(pieces, begin, min(end, young.day), true)
  addDays(pieces, max(begin, young.isBegin ? young.day : nextDay(young.day)), end, false)
  return pieces
}

/**
 * Three of each scope. The database knows the time zones, and made the days of the rollups by the same
 * rule.
 */
async function placesOf(db: Kysely<DB>, scopes: readonly Scope[]): Promise<Place[]> {
  const [first] = scopes
  if (!first) return []
  const zone = first.timeZone // of the organisation: they all have it
  const moments = scopes.flatMap((scope) => [
    sql`${scope.from}::timestamptz`,
    sql`${scope.to}::timestamptz`,
    sql`${matureBefore(scope)} + interval '1 microsecond'`,
  ])
  const { rows } = await sql<Place>`
    select at, to_char(day, 'YYYY-MM-DD') as day, day::timestamp at time zone ${zone} as begins,
      (day + 1)::timestamp at time zone ${zone} as "nextBegins",
      day::timestamp at time zone ${zone} = at as "isBegin"
    from unnest(array[${sql.join(moments)}]) with ordinality as moment (at, place)
    cross join lateral (select (at at time zone ${zone})::date as day) as placed
    order by place`.execute(db)
  return rows
}

function addDays(pieces: Pieces, begins: string, ends: string, isMature: boolean): void {
  if (begins >= ends) return
  const monday = mondayFrom(begins)
  const lastMonday = mondayUntil(ends)
  const add = (span: CountedSpan['span'], from: string, to: string) => {
    if (from < to) pieces.spans.push({ span, begins: from, ends: to, isMature })
  }
  if (monday >= lastMonday) return add('day', begins, ends)
  add('day', begins, monday)
  add('week', monday, lastMonday)
  add('day', lastMonday, ends)
}

const day = 86_400_000
const shifted = (date: string, days: number) =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
const nextDay = (date: string) => shifted(date, 1)
const sinceMonday = (date: string) => (new Date(date).getUTCDay() + 6) % 7
const mondayUntil = (date: string) => shifted(date, -sinceMonday(date))
const mondayFrom = (date: string) => shifted(date, (7 - sinceMonday(date)) % 7)
const min = (a: string, b: string) => (a < b ? a : b)
const max = (a: string, b: string) => (a > b ? a : b)
