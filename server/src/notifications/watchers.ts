import type { Watchers } from '@firstline/contract/watching'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import { personIdOf } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'

/** What can be watched, and the table of who does. */
const watched = {
  ticket: { table: sql.table('ticket_watch'), id: sql.ref('ticket_id') },
  escalation: { table: sql.table('escalation_watch'), id: sql.ref('escalation_id') },
} as const
export type Watched = { kind: keyof typeof watched; id: string }

const mostShown = 100

/** @param actor may be no person: then it watches nothing */
export async function readWatchers(
  db: Kysely<DB>,
  actor: Actor,
  { kind, id }: Watched,
): Promise<Watchers> {
  const { table, id: column } = watched[kind]
  const { rows } = await sql<{ id: string; name: string; isMine: boolean }>`
    select person.id, person.name, watch.person_id = ${personIdOf(actor)}::uuid as "isMine"
    from ${table} as watch join person on person.id = watch.person_id
    where watch.${column} = ${id} and person.disabled_at is null
    order by "isMine" desc, watch.at, person.id limit ${mostShown} ${planKept}`.execute(db)
  return {
    items: rows.map(({ id: person, name }) => ({ id: person, name })),
    isWatching: rows.some(({ isMine }) => isMine),
  }
}

/** @returns those who did not watch it before */
export async function addWatchers(
  tx: Transaction<DB>,
  { kind, id }: Watched,
  people: readonly string[],
  at: Date,
): Promise<string[]> {
  const { table, id: column } = watched[kind]
  const { rows } = await sql<{ person: string }>`
    insert into ${table} (${column}, person_id, at)
    select ${id}, person, ${at} from unnest(${people.toSorted()}::uuid[]) as asked(person) order by person
    on conflict do nothing returning person_id as person`.execute(tx)
  return rows.map(({ person }) => person).toSorted()
}

/** @throws Conflict `watching.not` */
export async function removeWatcher(
  tx: Transaction<DB>,
  { kind, id }: Watched,
  person: string,
): Promise<void> {
  const { table, id: column } = watched[kind]
  const { numAffectedRows } = await sql`
    delete from ${table} where ${column} = ${id} and person_id = ${person}`.execute(tx)
  if (numAffectedRows === 0n) throw new Conflict('watching.not', 'You do not watch it')
}

export function watchesAlready(): Conflict {
  return new Conflict('watching.already', 'You watch it already')
}
