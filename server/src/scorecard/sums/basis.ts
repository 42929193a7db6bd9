import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { defaultWindowDays } from '#server/scorecard/scorecard-section.ts'
import type { BusinessHours } from '#server/scorecard/scorecard-section.ts'
import type { WithProject } from '#server/project/project.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { businessClock } from '#server/scorecard/statistics/business-hours.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import { planKept } from '#server/database/keep-plan.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** By what facts and rollups are made: where the configuration says otherwise, they are made again. */
export type Basis = {
  factsVersion: number
  timeZone: string
  windowDays: number
  businessHours: BusinessHours | null
}

/** Counts up when facts-of-ticket.ts or signals-of-ticket.ts tells something else of the same events. */
export const factsVersion = 1

export async function readBasis(db: Kysely<DB>): Promise<Basis> {
  const { rows } = await sql<Basis>`
    select facts_version as "factsVersion", time_zone as "timeZone", window_days as "windowDays",
      business_hours as "businessHours"
    from scorecard_basis ${planKept}`.execute(db)
  return onlyRow(rows)
}

const basisLock = 7_241_020

/** Selected: until the transaction ends nobody counts everything again by another basis. */
export const basisHeld = sql`pg_advisory_xact_lock_shared(${sql.lit(basisLock)})`

export async function holdBasis(tx: Transaction<DB>): Promise<Basis> {
  await sql`select ${basisHeld}`.execute(tx)
  return readBasis(tx)
}

/** Until the transaction ends no other one changes facts and counts. */
export async function ownBasis(tx: Transaction<DB>): Promise<Basis> {
  await sql`select pg_advisory_xact_lock(${basisLock})`.execute(tx)
  return readBasis(tx)
}

/** What the project and the environment say. */
export function configuredBasis({
  config,
  sources,
}: Pick<Desk, 'config'> & Partial<WithProject>): Basis {
  const settings = sources?.project.current().scorecard
  return {
    factsVersion,
    timeZone: settings?.timeZone ?? config.timeZone,
    windowDays: settings?.windowDays ?? defaultWindowDays,
    businessHours: settings?.businessHours ?? null,
  }
}

/** Facts and rollups made by the one are those of the other. */
export function isBuiltBy(built: Basis, wanted: Basis): boolean {
  return isDeepStrictEqual(built, wanted)
}

let known: { name: string; clock: BusinessClock } | undefined

/** Laying out a calendar takes longer than using it; there is one at a time. */
export function businessClockOf({ businessHours, timeZone }: Basis): BusinessClock | null {
  if (!businessHours) return null
  const name = JSON.stringify([businessHours, timeZone])
  if (known?.name !== name) known = { name, clock: businessClock(businessHours, timeZone) }
  return known.clock
}
