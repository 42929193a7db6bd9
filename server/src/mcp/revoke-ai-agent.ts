import { RevokeAiAgent } from '@firstline/contract/ai-agents'
import { defineVerb } from '#server/core/verb.ts'
import { endAiAgent } from '#server/team/store-ai-agent.ts'
import { lockManager } from '#server/team/may-manage.ts'
import { readAiAgent } from './list-ai-agents.ts'

/** Its key opens nothing from now on. Twice is once: the first time stays on record. */
export const revokeAiAgent = defineVerb({
  permission: 'person:manage',
  input: RevokeAiAgent,
  async run({ tx, actor, clock }, { aiAgentId }) {
    await lockManager(tx, actor)
    const now = clock.now()
    await endAiAgent(tx, aiAgentId, now)
    const agent = await readAiAgent(tx, aiAgentId, now)
    const data = { ai_agent: aiAgentId, name: agent.name }
    return { result: agent, events: [{ name: 'ai_agent.revoked', data }] }
  },
})
