import type { ActorRef } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

export type Behind = {
  people: string[]
  /** Whether the whole chain is known: a key whose maker is not may be anybody's. */
  isKnown: boolean
}

type Who = { kind: ActorRef['kind'] | 'anonymous'; id: string | null }

/**
 * The people who answer for what somebody does: themselves; of a key or an AI agent, who made it, who
 * owns it or did before it was handed over, as they may still know it, and the same of the key it was
 * made with, however long that chain is.
 */
export async function peopleBehind(
  db: Kysely<DB> | Transaction<DB>,
  { kind, id }: Who,
): Promise<Behind> {
  if (kind === 'person' && id !== null) return { people: [id], isKnown: true }
  if (id === null || (kind !== 'integration' && kind !== 'ai_agent')) {
    return { people: [], isKnown: false }
  }
  const { rows } = await sql<{ people: string[]; is_known: boolean }>`
    with recursive
      made (kind, id, created_by, created_by_key, owner_id) as (
        select 'integration', id, created_by, created_by_key, owner_id from api_key
        union all
        select 'ai_agent', id, created_by, created_by_key, owner_id from ai_agent
      ),
      chain (kind, id, created_by, created_by_key, owner_id) as (
        select * from made where kind = ${kind} and id = ${id}
        union
        select made.* from chain
        join made on made.kind = 'integration' and made.id = chain.created_by_key
      ),
      given_away (owner_id) as (
        select (data ->> 'was')::uuid from event
        where split_part(name, '.', 1) in ('api_key', 'ai_agent') -- the index of kinds finds them
          and name in ('api_key.handed_over', 'ai_agent.handed_over') and origin = 'live'
          and coalesce(data ->> 'key', data ->> 'ai_agent') in (select id::text from chain)
      )
    select
      array_remove(array_agg(created_by) || array_agg(owner_id)
        || array(select owner_id from given_away), null)::text[] as people,
      coalesce(bool_and(num_nonnulls(created_by, created_by_key) > 0), false) as is_known
    from chain`.execute(db)
  const [found] = rows
  return { people: [...new Set(found?.people ?? [])], isKnown: found?.is_known ?? false }
}
