import { aiAgentRoutes } from '@firstline/contract/ai-agents'
import { aiAgentPermissions } from '@firstline/contract/permissions'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { passOnAiAgent } from '#server/team/store-ai-agent.ts'
import { lockHandOver } from '#server/team/lock-hand-over.ts'
import { readAiAgent } from './list-ai-agents.ts'

/** Somebody else answers for an AI agent from now on; one that sleeps wakes with that. */
export const handOverAiAgent = defineVerb({
  permission: 'person:manage',
  input: aiAgentRoutes.handOverAiAgent.params.extend(aiAgentRoutes.handOverAiAgent.body.shape),
  async run({ tx, actor, clock }, { aiAgentId, personId }) {
    const now = clock.now()
    const found = await tx
      .selectFrom('ai_agent')
      .select(['name', 'owner_id', 'asleep_at', 'expires_at', 'revoked_at'])
      .where('id', '=', aiAgentId)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new NotFound('ai-agent.not-found', 'There is no such AI agent')
    if (found.revoked_at || found.expires_at <= now) {
      throw new Conflict('ai-agent.ended', 'This AI agent has ended; let a new one in')
    }
    const permissions = [...aiAgentPermissions]
    await lockHandOver(tx, actor, { from: found.owner_id, to: personId, permissions })
    await passOnAiAgent(tx, aiAgentId, personId)
    const { name, owner_id: was, asleep_at: asleepAt } = found
    const data = { ai_agent: aiAgentId, name, owner: personId, was, isWoken: asleepAt !== null }
    return {
      result: await readAiAgent(tx, aiAgentId, now),
      events: [{ name: 'ai_agent.handed_over', data }],
    }
  },
})
