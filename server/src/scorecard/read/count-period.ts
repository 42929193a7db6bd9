import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import { countArrivalFacts, countFacts, ticketsAmongBroken } from './count-facts.ts'
import type { Arrivals, Counts, OfScope } from './count-facts.ts'
import { countArrivalRollups, countRollups } from './count-rollups.ts'
import { estimateOpenWindows, readOpenWindows } from './open-windows.ts'
import type { OpenWindows } from './open-windows.ts'
import { estimateDurations, readDurations } from './problem-durations.ts'
import type { ProblemDurations } from './problem-durations.ts'
import type { Scope } from './scope.ts'
import { piecesOf } from './spans.ts'
import type { Pieces } from './spans.ts'

/** Where counts come from; both give the same. */
export type Source = 'facts' | 'rollups'

/** Up to so many tickets or resolutions distributions are exact, read from the facts. */
const exactUpTo = 10_000
/** Of a period some weeks are young: what is read of them is a part of what came in. */
const exactWindowsUpTo = 100_000

export type Period = {
  /** One or more for a week and type. */
  counts: Counts[]
  arrivals: Arrivals[]
  ticketsReopened: number
  openWindows: OpenWindows
  durations: ProblemDurations
}

export async function countPeriod(
  db: Kysely<DB>,
  scope: Scope,
  source: Source,
  clock: BusinessClock | null,
): Promise<Period> {
  const [pieces] = await piecesFrom(db, [scope], source)
  if (!pieces) throw new Error('A period has no pieces')
  const [counts, arrivals, others] = await Promise.all([
    countPieces(db, [{ scope, pieces }]),
    arrivalsOf(db, scope, pieces),
    source === 'rollups' && isFiltered(scope) ? arrivalsOf(db, unfiltered(scope), pieces) : null,
  ])
  const brokenEver = counts.reduce((sum, one) => sum + one.brokenEver, 0)
  const immature = counts.reduce((sum, one) => sum + one.made - one.mature, 0)
  // to find the facts of one type, those of all types are looked at
  const lookedAt = total(others ?? arrivals, 'received')
  const estimatesWindows =
    source === 'rollups' && (immature > exactUpTo || lookedAt > exactWindowsUpTo)
  // a problem has no line as long as it is not over, so that the histograms do not know lines
  const estimatesDurations =
    source === 'rollups' && lookedAt > exactUpTo && scope.line === undefined
  const [ticketsReopened, openWindows, durations] = await Promise.all([
    ticketsAmongBroken(db, scope, brokenEver),
    (estimatesWindows ? estimateOpenWindows : readOpenWindows)(db, scope),
    (estimatesDurations ? estimateDurations : readDurations)(db, scope, clock),
  ])
  return { counts, arrivals, ticketsReopened, openWindows, durations }
}

/** So many periods are asked about in one statement. */
const periodsAtOnce = 200

/** The counts alone, by week and type. */
export async function countWeeks(db: Kysely<DB>, scope: Scope, source: Source): Promise<Counts[]> {
  const [counts = []] = await countWeeksOfEach(db, [scope], source)
  return counts
}

/** Of each period by itself, in as many statements as of one. */
export async function countWeeksOfEach(
  db: Kysely<DB>,
  scopes: readonly Scope[],
  source: Source,
): Promise<Counts[][]> {
  const counted: Counts[][] = []
  for (let from = 0; from < scopes.length; from += periodsAtOnce) {
    const some = scopes.slice(from, from + periodsAtOnce)
    const pieces = await piecesFrom(db, some, source)
    const asked = some.flatMap((scope, n) => (pieces[n] ? [{ scope, pieces: pieces[n] }] : []))
    const bySome = Map.groupBy(await countPieces(db, asked), ({ scope }) => scope)
    counted.push(...some.map((_, n) => bySome.get(n) ?? []))
  }
  return counted
}

async function piecesFrom(
  db: Kysely<DB>,
  scopes: readonly Scope[],
  source: Source,
): Promise<Pieces[]> {
  if (source === 'rollups') return piecesOf(db, scopes)
  return scopes.map(({ from, to }) => ({ spans: [], facts: [{ from, to }] }))
}

type Asked = { scope: Scope; pieces: Pieces }

async function countPieces(db: Kysely<DB>, asked: readonly Asked[]): Promise<OfScope<Counts>[]> {
  const moments = asked.flatMap(({ scope, pieces }, of) =>
    pieces.facts.map((some) => ({ of, scope: { ...scope, ...some } })),
  )
  const [rollups, facts] = await Promise.all([
    countRollups(
      db,
      asked.map(({ scope, pieces: { spans } }) => ({ scope, spans })),
    ),
    countFacts(
      db,
      moments.map(({ scope }) => scope),
    ),
  ])
  return [
    ...rollups,
    ...facts.map((row) => ({ ...row, scope: moments[row.scope]?.of ?? row.scope })),
  ]
}

function isFiltered({ type, channel, product, line, origin }: Scope): boolean {
  return [type, channel, product, line, origin].some((one) => one !== undefined)
}

function unfiltered({ from, to, asOf, timeZone, windowDays }: Scope): Scope {
  return { from, to, asOf, timeZone, windowDays }
}

async function arrivalsOf(db: Kysely<DB>, scope: Scope, pieces: Pieces): Promise<Arrivals[]> {
  const counted = await Promise.all([
    countArrivalRollups(db, scope, pieces.spans),
    ...pieces.facts.map((moments) => countArrivalFacts(db, { ...scope, ...moments })),
  ])
  return [...Map.groupBy(counted.flat(), ({ origin }) => origin)].map(([origin, parts]) => ({
    origin,
    received: total(parts, 'received'),
    solved: total(parts, 'solved'),
    voided: total(parts, 'voided'),
  }))
}

function total(parts: readonly Arrivals[], key: 'received' | 'solved' | 'voided'): number {
  return parts.reduce((sum, part) => sum + part[key], 0)
}
