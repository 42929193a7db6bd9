import { z } from 'zod'
import { Id, Line, OneLine, PersonRef, Time } from './common.ts'
import type { RouteTable } from './route.ts'

/** What an AI agent can be given; each tool calls one or two routes of this API. */
export const aiTools = [
  'search_tickets',
  'get_ticket',
  'read_account',
  'search_logs',
  'list_changes',
  'match_runbooks',
  'start_runbook',
  'choose_record',
  'answer_question',
  'get_runbook_run',
  'abandon_runbook',
  'list_actions',
  'list_action_choices',
  'preview_action',
  'run_action',
  'request_approval',
  'get_approval',
  'get_action_run',
  'undo_action',
  'list_teams',
  'escalate',
] as const
export const AiTool = z.enum(aiTools)
export type AiTool = z.infer<typeof AiTool>

/** What a lead lets one AI agent do; null means all of them. */
const Limits = z.object({
  tools: z.array(AiTool).min(1).max(aiTools.length).nullable(),
  /** Only tickets that are with one of these lines. */
  lines: z.array(Line).min(1).max(3).nullable(),
  /** Only tickets of one of these types; a ticket without a type is then out of reach. */
  types: z.array(z.string().min(1).max(120)).min(1).max(100).nullable(),
  /** Every action waits for a person, also one that needs no approval by itself. */
  waitsForPerson: z.boolean(),
  callsPerMinute: z.int().min(1).max(6_000),
  actionsPerHour: z.int().min(0).max(1_000),
})

export const AiAgent = Limits.extend({
  id: Id,
  name: z.string(),
  state: z.enum(['active', 'asleep', 'expired', 'revoked']),
  expiresAt: Time,
  createdAt: Time,
  createdBy: PersonRef.nullable(),
  /** Who answers for it; null: nobody knows. */
  owner: PersonRef.nullable(),
  lastCallAt: Time.nullable(),
  /** The network it called from last. */
  lastUsedFrom: z.string().nullable(),
}).meta({ id: 'AiAgent' })
export type AiAgent = z.infer<typeof AiAgent>

export const CreateAiAgent = z.object({
  name: OneLine.min(1).max(120),
  tools: Limits.shape.tools.default(null),
  lines: Limits.shape.lines.default(null),
  types: Limits.shape.types.default(null),
  waitsForPerson: Limits.shape.waitsForPerson.default(false),
  callsPerMinute: Limits.shape.callsPerMinute.default(120),
  actionsPerHour: Limits.shape.actionsPerHour.default(20),
  /** A key ends by itself. */
  expiresInDays: z.int().min(1).max(366).default(90),
})
export const ChangeAiAgent = Limits.partial().extend({ aiAgentId: Id })
export const RevokeAiAgent = z.object({ aiAgentId: Id })

/** Whoever starts an agent on a ticket binds it to that ticket; the model cannot leave it. */
export const CallMcp = z.object({ ticket: Id.optional() })

const aiAgentId = z.object({ aiAgentId: Id })

export const aiAgentRoutes = {
  listAiAgents: {
    method: 'GET',
    path: '/api/ai-agents',
    summary: 'AI agents with their limits, newest first; ended ones too',
    permission: 'person:manage',
    changedBy: ['ai_agents'],
    response: z.object({ items: z.array(AiAgent) }),
  },
  createAiAgent: {
    method: 'POST',
    path: '/api/ai-agents',
    summary: 'Let an AI agent in, with limits; its key is shown this once',
    permission: 'person:manage',
    repeated: { is: 'refused', because: 'the key is shown once' },
    body: CreateAiAgent,
    response: z.object({ agent: AiAgent, key: z.string() }),
    errors: ['type.not-found', 'permission.not-yours'],
  },
  changeAiAgent: {
    method: 'PATCH',
    path: '/api/ai-agents/{aiAgentId}',
    summary: "Change an AI agent's limits; they hold from its next call on",
    permission: 'person:manage',
    params: aiAgentId,
    body: ChangeAiAgent.omit({ aiAgentId: true }),
    response: AiAgent,
    errors: ['ai-agent.not-found', 'type.not-found'],
  },
  handOverAiAgent: {
    method: 'PUT',
    path: '/api/ai-agents/{aiAgentId}/owner',
    summary: 'Somebody else answers for the AI agent from now on; one that sleeps wakes',
    permission: 'person:manage',
    params: aiAgentId,
    body: z.object({ personId: Id }),
    response: AiAgent,
    errors: [
      'ai-agent.not-found',
      'ai-agent.ended',
      'person.not-found',
      'person.disabled',
      'permission.not-yours',
      'permission.not-theirs',
    ],
  },
  revokeAiAgent: {
    method: 'POST',
    path: '/api/ai-agents/{aiAgentId}/revocation',
    summary: 'End an AI agent: its key opens nothing from now on',
    permission: 'person:manage',
    params: aiAgentId,
    response: AiAgent,
    errors: ['ai-agent.not-found'],
  },
  callMcp: {
    method: 'POST',
    path: '/mcp',
    summary: "An AI agent's door: the Model Context Protocol, streamable HTTP without sessions",
    permission: 'mcp:call',
    repeated: { is: 'anew', because: 'each tool answers for itself' },
    query: CallMcp,
    response: z.object({}),
    errors: ['origin.foreign', 'ai-agent.too-many-calls'],
    raw: {
      request: ['application/json'],
      response: 'application/json (JSON-RPC)',
      bodyLimitBytes: 256 * 1024,
    },
  },
} as const satisfies RouteTable
