import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { Forbidden, Refusal } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { problemOf } from '#server/core/problem.ts'
import { requireStorable } from '#server/database/storable.ts'
import { requireReach } from '#server/tickets/reach.ts'
import { explainRefusal } from './explain-refusal.ts'
import type { Counter, Tool } from './tool.ts'
import { asSeen, delimited, notice } from './untrusted.ts'

/** One call, from arguments that fit the tool's input to an answer or a refusal; it never throws. */
export async function callTool(
  counter: Counter,
  name: string,
  tool: Tool,
  input: Record<string, unknown>,
): Promise<CallToolResult> {
  try {
    requireGiven(counter, name)
    requireStorable(input)
    if (typeof input.ticketId === 'string') await requireTicket(counter, input.ticketId)
    const data = asSeen(tool.output.parse(await tool.call(counter, input as never)))
    return {
      content: [{ type: 'text', text: delimited(data) }],
      structuredContent: { notice, data },
    }
  } catch (error) {
    return refusal(counter, name, error)
  }
}

export function isGiven({ actor, boundTo }: Counter, name: string): boolean {
  if (boundTo !== null && name === 'search_tickets') return false
  return actor.limits.tools === null || actor.limits.tools.includes(name)
}

function requireGiven(counter: Counter, name: string): void {
  if (isGiven(counter, name)) return
  throw new Forbidden('tool.not-given', sentence`${counter.actor.name} was not given “${name}”`)
}

/** What the model was told to work on, by whoever started it, is all it works on. */
async function requireTicket({ db, actor, boundTo }: Counter, ticketId: string): Promise<void> {
  if (boundTo !== null && ticketId !== boundTo) {
    const detail = sentence`This connection is for another ticket. Nothing was read or done.`
    throw new Forbidden('ticket.out-of-reach', detail)
  }
  await requireReach(db, actor, ticketId)
}

function refusal({ log, actor }: Counter, tool: string, error: unknown): CallToolResult {
  const problem = problemOf(error as Error)
  if (!(error instanceof Refusal) && problem.status >= 500) {
    log.error({ err: error, tool, aiAgent: actor.id }, 'a tool of an AI agent failed')
  }
  return { isError: true, content: [{ type: 'text', text: explainRefusal(problem) }] }
}
