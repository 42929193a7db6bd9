import { randomBytes } from 'node:crypto'
import { CreateAiAgent } from '@firstline/contract/ai-agents'
import { aiAgentPermissions } from '@firstline/contract/permissions'
import { personIdOf } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { aiKeyPrefix } from './authenticate-ai.ts'
import { hashOfKey } from '#server/team/create-api-key.ts'
import { addAiAgent } from '#server/team/store-ai-agent.ts'
import { lockManager, requireMayGive } from '#server/team/may-manage.ts'
import { requireKnownType } from '#server/tickets/project.ts'
import { readAiAgent } from './list-ai-agents.ts'
import type { WithProject } from '#server/project/project.ts'

/** Lets an AI agent in. Only the key's SHA-256 is kept: the answer is the one time it is shown. */
export const createAiAgent = defineVerb({
  permission: 'person:manage',
  input: CreateAiAgent,
  async run({ tx, actor, clock, sources }: VerbContext & WithProject, input) {
    const { name, tools, lines, types, expiresInDays, ...limits } = input
    for (const type of types ?? []) requireKnownType(sources.project.current(), type)
    requireMayGive(await lockManager(tx, actor), [...aiAgentPermissions])
    const now = clock.now()
    const personId = personIdOf(actor)
    const key = `${aiKeyPrefix}${randomBytes(24).toString('base64url')}`
    const id = await addAiAgent(tx, {
      name,
      hash: hashOfKey(key),
      tools,
      lines,
      types,
      waits_for_person: limits.waitsForPerson,
      calls_per_minute: limits.callsPerMinute,
      actions_per_hour: limits.actionsPerHour,
      expires_at: later(now, expiresInDays * days),
      created_at: now,
      created_by: personId,
      owner_id: personId,
    })
    const agent = await readAiAgent(tx, id, now)
    const data = { ai_agent: id, name, tools, lines, types, ...limits, expiresInDays }
    return { result: { agent, key }, events: [{ name: 'ai_agent.created', data }] }
  },
})
