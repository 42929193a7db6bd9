import {
  aiAgentPermissions,
  machinePermissions,
  permissionsOf,
  roles,
} from '@firstline/contract/permissions'
import type { Line } from '@firstline/contract/common'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { AiActor } from '#server/core/actor.ts'
import { minutes } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Limited } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { hashOfKey } from './create-api-key.ts'

const columns = [
  'id',
  'name',
  'tools',
  'lines',
  'types',
  'waits_for_person',
  'calls_per_minute',
  'actions_per_hour',
] as const

/**
 * Nobody's is as it was made; somebody's is awake as long as they may come in, and may themselves do
 * what any AI agent may.
 */
const hosts = roles.filter((role) =>
  [...aiAgentPermissions].every(
    (each) => machinePermissions.has(each) || permissionsOf[role].has(each),
  ),
)
const isAwake = sql<boolean>`asleep_at is null and (owner_id is null or exists (
  select from person where person.id = owner_id and disabled_at is null and role in (${sql.join(hosts)})))`

/** The AI agent as it is now; null when it was revoked, sleeps or its time is over. */
export async function readAiActor(db: Kysely<DB>, id: string, now: Date): Promise<AiActor | null> {
  const row = await db
    .selectFrom('ai_agent')
    .select(columns)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(isAwake)
    .executeTakeFirst()
  return row ? aiActorOf(row) : null
}

/**
 * The AI agent whose key this is, and its call counted: one statement, so that every node counts
 * the same calls.
 * @throws Limited when it calls more often than it may
 */
export async function admitAiActor(
  db: Kysely<DB>,
  key: string,
  now: Date,
): Promise<AiActor | null> {
  const minute = new Date(Math.floor(now.getTime() / minutes) * minutes)
  const row = await db
    .updateTable('ai_agent')
    .set({
      minute,
      minute_calls: sql<number>`case when minute = ${minute} then minute_calls + 1 else 1 end`,
      last_call_at: now,
    })
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(isAwake)
    .returning([...columns, 'minute_calls'])
    .executeTakeFirst()
  if (!row) return null
  if (row.minute_calls <= row.calls_per_minute) return aiActorOf(row)
  throw new Limited(
    'ai-agent.too-many-calls',
    sentence`This AI agent may make ${row.calls_per_minute} calls a minute. Nothing was done.`,
    Math.ceil((minute.getTime() + minutes - now.getTime()) / 1_000),
  )
}

type Row = {
  id: string
  name: string
  tools: string[] | null
  lines: Line[] | null
  types: string[] | null
  waits_for_person: boolean
  calls_per_minute: number
  actions_per_hour: number
}

function aiActorOf({ id, name, tools, lines, types, ...row }: Row): AiActor {
  return {
    kind: 'ai_agent',
    id,
    name,
    limits: {
      tools,
      lines,
      types,
      isWaiting: row.waits_for_person,
      callsPerMinute: row.calls_per_minute,
      actionsPerHour: row.actions_per_hour,
    },
  }
}
