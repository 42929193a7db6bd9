import type { RuleStop } from '@firstline/contract/rules'
import type { Kysely, Selectable } from 'kysely'
import type { DB, RuleStop as StopTable } from '#server/database/db-types.ts'

export type Stop = Selectable<StopTable>

/** In the table, the name of all rules. */
export const everyRule = '*'

/** Read anew each time, so that a stop counts at once on every node. */
export function readStops(db: Kysely<DB>): Promise<Stop[]> {
  return db.selectFrom('rule_stop').selectAll().orderBy('rule_id').execute()
}

/** What stops this one: its own stop, or that of all. */
export function isStopped(stops: readonly Stop[], rule: string): boolean {
  return stops.some(({ rule_id: id }) => id === rule || id === everyRule)
}

export function stopNamed(stops: readonly Stop[], id: string): RuleStop | null {
  const stop = stops.find(({ rule_id: own }) => own === id)
  return stop ? shownStop(stop) : null
}

export function shownStop({ actor, stopped_at: at, reason, because }: Stop): RuleStop {
  return { by: actor, at: at.toISOString(), reason, because }
}
