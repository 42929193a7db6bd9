import type { ResponseOf, RouteName } from '@firstline/contract/client'
import { Id } from '@firstline/contract/common'
import { z } from 'zod'
import type { Desk } from '#server/core/verb.ts'
import type { AiActor } from '#server/core/actor.ts'

/** What a tool may use: the API's own handlers as the AI agent, and nothing beside them. */
export type Counter = Desk & {
  actor: AiActor
  /** The one ticket this connection is for; null: every ticket within the agent's reach. */
  boundTo: string | null
  /** Calls a route's handler: its verb or query checks permission and input as for anybody. */
  ask<N extends RouteName>(route: N, input: object): Promise<ResponseOf<N>>
}

export type Tool = {
  title: string
  description: string
  input: z.ZodObject
  /** What `data` of the answer looks like. */
  output: z.ZodType
  /** sees: changes nothing; notes: changes the desk's own records; acts: changes the customer's system. */
  effect: 'sees' | 'notes' | 'acts'
  call(counter: Counter, input: never): Promise<unknown>
}

/** A tool with the types of its input and output tied together; unknown arguments are refused. */
export function tool<Shape extends z.core.$ZodLooseShape, Output extends z.ZodType>(
  definition: Omit<Tool, 'input' | 'output' | 'call'> & {
    input: Shape
    output: Output
    call(
      counter: Counter,
      input: z.output<z.ZodObject<Shape, z.core.$strict>>,
    ): Promise<z.input<Output>>
  },
): Tool {
  const input = z.strictObject(definition.input, { error: explainUnknown })
  return { ...definition, input }
}

function explainUnknown(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined
  const names = issue.keys.map((key) => `“${key.slice(0, 80)}”`).join(', ')
  return `There is no argument ${names}. The account is always the ticket's: no tool takes one.`
}

/** Every tool about a ticket takes this; the account is the ticket's and is no input of any tool. */
export const ticketId = Id.describe('Id of the ticket (a UUID, from search_tickets)')
