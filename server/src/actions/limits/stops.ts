import type { Sentence } from '@firstline/contract/sentence'
import type { ActionStop } from '@firstline/contract/approvals'
import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable, Transaction } from 'kysely'
import type { ActionStop as StopTable, DB } from '#server/database/db-types.ts'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

export type Stop = Selectable<StopTable>
/** As read by itself, or out of JSON. */
export type StopSaid = Pick<Stop, 'action_id' | 'actor' | 'reason'>
type Database = Kysely<DB> | Transaction<DB>

/** In the table, the name of all actions. */
export const everyAction = '*'

/** Read anew each time, so that a stop counts at once on every node. */
export function readStops(db: Database): Promise<Stop[]> {
  return stopsOf(db).execute()
}

/** To be read with other things by one statement. */
export function stopsOf(db: Database) {
  return db.selectFrom('action_stop').selectAll()
}

/** What stops this one: its own stop, or that of all. */
export function stopOf<S extends Pick<Stop, 'action_id'>>(
  stops: readonly S[],
  action: string,
): S | undefined {
  return (
    stops.find((stop) => stop.action_id === everyAction) ??
    stops.find((stop) => stop.action_id === action)
  )
}

export function shownStop({ actor, stopped_at, reason }: Stop): ActionStop {
  return { by: actor, at: stopped_at.toISOString(), reason }
}

export function stoppedBecause(stop: StopSaid): Sentence {
  const { name } = actorOf(stop)
  return stop.action_id === everyAction
    ? sentence`All actions were stopped by ${name}: “${stop.reason}”`
    : sentence`Stopped by ${name}: “${stop.reason}”`
}

export function stopped(stop: StopSaid): Unavailable {
  return new Unavailable('action.stopped', sentence`${stoppedBecause(stop)}. Nothing was done.`)
}

function actorOf({ actor }: StopSaid): { name: string } {
  return actor
}

/** Who stops waits for intents that are being written; who runs, for a stop that is. */
export async function excludeRuns(tx: Transaction<DB>, action: string): Promise<void> {
  await sql`select ${turnOf(action)}`.execute(tx)
}

/**
 * Whoever wants the same action or the same account waits until this transaction has ended. A
 * statement of its own: what is read next must have begun after the wait.
 */
export async function takeTurn(tx: Transaction<DB>, subjects: readonly string[]): Promise<void> {
  const turns = sql.join(subjects.map(turnOf))
  await sql`select pg_advisory_xact_lock_shared(${keyOf(everyAction)}), ${turns}`.execute(tx)
}

function turnOf(subject: string): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock(${keyOf(subject)})`
}

function keyOf(subject: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`action:${subject}`}, 0)`
}
