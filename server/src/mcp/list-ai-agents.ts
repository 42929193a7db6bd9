import type { AiAgent } from '@firstline/contract/ai-agents'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { joined } from '#server/database/joined.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { keyStateOf } from '#server/team/key-state.ts'

export const listAiAgents = defineQuery({
  permission: 'person:manage',
  input: z.object({}),
  async run({ db, clock }): Promise<{ items: AiAgent[] }> {
    const rows = await selectAiAgents(db)
      .orderBy('ai_agent.created_at', 'desc')
      .limit(500)
      .execute()
    return { items: rows.map((row) => aiAgentOf(row, clock.now())) }
  },
})

/** @throws NotFound `ai-agent.not-found` */
export async function readAiAgent(db: Kysely<DB>, id: string, now: Date): Promise<AiAgent> {
  const row = await selectAiAgents(db).where('ai_agent.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('ai-agent.not-found', 'There is no such AI agent')
  return aiAgentOf(row, now)
}

function selectAiAgents(db: Kysely<DB>) {
  return db
    .selectFrom('ai_agent')
    .leftJoin('person', 'person.id', 'ai_agent.created_by')
    .select(['ai_agent.id', 'ai_agent.name', 'tools', 'lines', 'types'])
    .select(['waits_for_person', 'calls_per_minute', 'actions_per_hour'])
    .leftJoin('person as owner', 'owner.id', 'ai_agent.owner_id')
    .select(['expires_at', 'revoked_at', 'asleep_at', 'last_call_at', 'last_used_from'])
    .select(['ai_agent.created_at', 'owner.id as ownerId', 'owner.name as ownerName'])
    .select('owner.disabled_at as ownerDisabledAt')
    .select(['person.id as personId', 'person.name as personName'])
}
type Row = Awaited<ReturnType<ReturnType<typeof selectAiAgents>['execute']>>[number]

function aiAgentOf(row: Row, now: Date): AiAgent {
  return {
    id: row.id,
    name: row.name,
    state: keyStateOf(row, now),
    tools: row.tools,
    lines: row.lines,
    types: row.types,
    waitsForPerson: row.waits_for_person,
    callsPerMinute: row.calls_per_minute,
    actionsPerHour: row.actions_per_hour,
    expiresAt: row.expires_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    lastCallAt: row.last_call_at?.toISOString() ?? null,
    lastUsedFrom: row.last_used_from,
    owner: joined(row.ownerId, row.ownerName),
    createdBy: joined(row.personId, row.personName),
  }
}
