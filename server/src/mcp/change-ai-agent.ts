import { ChangeAiAgent } from '@firstline/contract/ai-agents'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { limitAiAgent } from '#server/team/store-ai-agent.ts'
import { lockManager } from '#server/team/may-manage.ts'
import { requireKnownType } from '#server/tickets/project.ts'
import { readAiAgent } from './list-ai-agents.ts'
import type { WithProject } from '#server/project/project.ts'

/** Other limits, from the next call on; what is not named stays as it is. */
export const changeAiAgent = defineVerb({
  permission: 'person:manage',
  input: ChangeAiAgent,
  async run({ tx, actor, clock, sources }: VerbContext & WithProject, { aiAgentId, ...changes }) {
    await lockManager(tx, actor)
    const { waitsForPerson, callsPerMinute, actionsPerHour, tools, lines, types } = changes
    for (const type of types ?? []) requireKnownType(sources.project.current(), type)
    const found = await limitAiAgent(tx, aiAgentId, {
      tools,
      lines,
      types,
      waits_for_person: waitsForPerson,
      calls_per_minute: callsPerMinute,
      actions_per_hour: actionsPerHour,
    })
    if (!found) throw new NotFound('ai-agent.not-found', 'There is no such AI agent')
    return {
      result: await readAiAgent(tx, aiAgentId, clock.now()),
      events: [
        { name: 'ai_agent.changed', data: { ai_agent: aiAgentId, name: found.name, ...changes } },
      ],
    }
  },
})
