import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { businessClockOf, isBuiltBy, ownBasis, readBasis } from '#server/scorecard/sums/basis.ts'
import type { Basis } from '#server/scorecard/sums/basis.ts'
import {
  countContributions,
  counters,
  durationContributions,
  groupColumns,
} from '#server/scorecard/sums/contributions.ts'
import type { SignedFacts, SumsBasis } from '#server/scorecard/sums/contributions.ts'
import { historyEventNames } from './history.ts'
import { recomputeFacts } from './recompute-facts.ts'
import { addToRollups } from '#server/scorecard/sums/update-rollups.ts'

/** What a rebuild found otherwise than kept: nothing, unless something is wrong. */
export type Differences = {
  tickets: number
  /** Tickets whose facts differed, at most 20 of them. */
  factsOf: string[]
  facts: number
  /** Rows of sums that differed, and at most 20 of them as text. */
  sums: number
  sumsOf: string[]
}

const batchTickets = 500

/**
 * Computes every fact from the record and every sum from the facts, and keeps what it finds. The
 * desk goes on meanwhile.
 */
export async function rebuildScorecard(
  desk: { db: Kysely<DB> },
  basis: Basis,
  onProgress?: (tickets: number) => void,
): Promise<Differences> {
  const facts = await recomputeAll(desk.db, onProgress)
  const sums = await inTransaction(desk.db, async (tx) => {
    await setBasis(tx, basis)
    const found = await differingSums(tx, basis)
    await replaceSums(tx, basis)
    return found
  })
  return { ...facts, sums: sums.count, sumsOf: sums.examples }
}

/** Makes the rollups anew for another window, time zone or calendar; nothing when they are up to date. */
export async function followBasis(desk: { db: Kysely<DB> }, wanted: Basis): Promise<boolean> {
  if (isBuiltBy(await readBasis(desk.db), wanted)) return false
  // a job that takes longer than its interval is not begun a second time beside itself
  return inTransaction(desk.db, async (guard) => {
    const { rows } = await sql<{ isFirst: boolean }>`
      select pg_try_advisory_xact_lock(${followLock}) as "isFirst"`.execute(guard)
    const built = await readBasis(guard)
    if (!rows[0]?.isFirst || isBuiltBy(built, wanted)) return false
    if (built.factsVersion !== wanted.factsVersion) await recomputeAll(desk.db)
    await inTransaction(desk.db, async (tx) => {
      await setBasis(tx, wanted)
      await replaceSums(tx, wanted)
    })
    return true
  })
}

const followLock = 7_241_021

/** Until the transaction ends no fact changes. */
async function setBasis(tx: Transaction<DB>, basis: Basis): Promise<void> {
  const before = await ownBasis(tx)
  const hours = basis.businessHours && JSON.stringify(basis.businessHours)
  await sql`
    update scorecard_basis set facts_version = ${basis.factsVersion}, time_zone = ${basis.timeZone},
      window_days = ${basis.windowDays}, business_hours = ${hours}::jsonb`.execute(tx)
  const isSameClock =
    JSON.stringify([before.businessHours, before.businessHours && before.timeZone]) ===
    JSON.stringify([basis.businessHours, basis.businessHours && basis.timeZone])
  if (!isSameClock) await countBusinessTime(tx, basis)
}

async function countBusinessTime(tx: Transaction<DB>, basis: Basis): Promise<void> {
  const clock = businessClockOf(basis)
  if (!clock) {
    await sql`update ticket_fact set business_seconds = null where business_seconds is not null`.execute(
      tx,
    )
    return
  }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; began: number; over: number }>`
      select ticket_id as id, date_part('epoch', problem_started_at) * 1000 as began,
        date_part('epoch', coalesce(standing_at, continued_at)) * 1000 as over
      from ticket_fact
      where ticket_id > ${after} and coalesce(standing_at, continued_at) is not null
      order by ticket_id limit 20000`.execute(tx)
    if (rows.length === 0) return
    const seconds = rows.map(({ began, over }) => clock(began, over))
    await sql`
      update ticket_fact set business_seconds = counted.seconds
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${seconds}::int[]) as counted (id, seconds)
      where ticket_id = counted.id`.execute(tx)
    after = present(rows.at(-1)).id
  }
}

async function recomputeAll(db: Kysely<DB>, onProgress?: (tickets: number) => void) {
  const found = { tickets: 0, facts: 0, factsOf: [] as string[] }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from (
        select distinct ticket_id as id from event
        where ticket_id > ${after} and name = any(${[...historyEventNames]}::text[])
        union
        select ticket_id from ticket_fact where ticket_id > ${after}
      ) as known
      order by id limit ${batchTickets}`.execute(db)
    if (rows.length === 0) return found
    const ids = rows.map(({ id }) => id)
    const changed = await inTransaction(db, async (tx) => recomputeAndCompare(tx, ids))
    found.tickets += ids.length
    found.facts += changed.length
    found.factsOf.push(...changed.slice(0, 20 - found.factsOf.length))
    onProgress?.(found.tickets)
    after = present(ids.at(-1))
  }
}

async function recomputeAndCompare(tx: Transaction<DB>, ids: readonly string[]): Promise<string[]> {
  const { before, after } = await recomputeFacts(tx, ids)
  const print = (rows: readonly object[]) =>
    new Set(
      rows.map((row) =>
        JSON.stringify(
          Object.entries(row)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(comparable),
        ),
      ),
    )
  const [was, is] = [
    print([...before.tickets, ...before.resolutions]),
    print([...after.tickets, ...after.resolutions]),
  ]
  const differing = [...was]
    .filter((row) => !is.has(row))
    .concat([...is].filter((row) => !was.has(row)))
  return [
    ...new Set(
      differing.map((row) => present(new Map<string, string>(JSON.parse(row)).get('ticket_id'))),
    ),
  ]
}

/** The database writes moments in another way than JavaScript. */
function comparable([column, value]: [string, unknown]): [string, unknown] {
  const isMoment = typeof value === 'string' && /(_at|^at)$/.test(column)
  return [column, isMoment ? new Date(value).toISOString() : value]
}

const wholeFacts: SignedFacts = {
  tickets: sql`(select 1 as sign, * from ticket_fact)`,
  resolutions: sql`(select 1 as sign, * from resolution_fact)`,
}

async function replaceSums(tx: Transaction<DB>, basis: SumsBasis): Promise<void> {
  await sql`delete from scorecard_count`.execute(tx)
  await sql`delete from scorecard_duration`.execute(tx)
  await addToRollups(tx, basis, wholeFacts)
}

async function differingSums(tx: Transaction<DB>, basis: SumsBasis) {
  const names = sql.join(counters.map((name) => sql.ref(name)))
  const isKept = sql.join(
    counters.map((name) => sql`${sql.ref(name)} <> 0`),
    sql` or `,
  )
  const counts = await differing(
    tx,
    sql`select span, begins, ${groupColumns}, ${names}
      from scorecard_count join scorecard_group on id = group_id where ${isKept}`,
    countContributions(wholeFacts, basis),
  )
  const durations = await differing(
    tx,
    sql`select begins, ${groupColumns}, measure, bucket, tickets
      from scorecard_duration join scorecard_group on id = group_id where tickets <> 0`,
    durationContributions(wholeFacts, basis),
  )
  return {
    count: counts.length + durations.length,
    examples: [...counts, ...durations].slice(0, 20),
  }
}

async function differing(
  tx: Transaction<DB>,
  kept: RawBuilder<unknown>,
  counted: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select 'kept: ' || one::text as row from (select * from (${kept}) a except all select * from (${counted}) b) as one
    union all
    select 'counted: ' || one::text from (select * from (${counted}) a except all select * from (${kept}) b) as one
    order by row desc limit 10000`.execute(tx)
  return rows.map(({ row }) => row)
}
