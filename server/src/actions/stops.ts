import type { ActionStop } from '@firstline/contract/approvals'
import { sql } from 'kysely'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ActionStop as StopTable, DB } from '#server/core/db-types.ts'
import { Unavailable } from '#server/core/errors.ts'

export type Stop = Selectable<StopTable>
type Database = Kysely<DB> | Transaction<DB>

/** In the table, the name of all actions. */
export const everyAction = '*'

/** Read anew each time, so that a stop counts at once on every node. */
export function readStops(db: Database): Promise<Stop[]> {
  return db.selectFrom('action_stop').selectAll().execute()
}

/** What stops this one: its own stop, or that of all. */
export function stopOf(stops: readonly Stop[], action: string): Stop | undefined {
  return (
    stops.find((stop) => stop.action_id === everyAction) ??
    stops.find((stop) => stop.action_id === action)
  )
}

export function shownStop({ actor, stopped_at, reason }: Stop): ActionStop {
  return { by: actor as unknown as ActionStop['by'], at: stopped_at.toISOString(), reason }
}

export function stoppedBecause(stop: Stop): string {
  const { name } = actorOf(stop)
  const what = stop.action_id === everyAction ? 'All actions were stopped' : 'Stopped'
  return `${what} by ${name}: “${stop.reason}”`
}

export function stopped(stop: Stop): Unavailable {
  return new Unavailable('action.stopped', `${stoppedBecause(stop)}. Nothing was done.`)
}

function actorOf({ actor }: Stop): { name: string } {
  return actor as unknown as { name: string }
}

/** Who stops waits for intents that are being written; who runs, for a stop that is. */
export async function excludeRuns(tx: Transaction<DB>, action: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${turnOf(action)}, 0))`.execute(tx)
}

/** Whoever wants the same action or the same account waits until this transaction has ended. */
export async function takeTurn(tx: Transaction<DB>, subjects: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${turnOf(everyAction)}, 0))`.execute(
    tx,
  )
  for (const subject of subjects) await excludeRuns(tx, subject)
}

function turnOf(subject: string): string {
  return `action:${subject}`
}
