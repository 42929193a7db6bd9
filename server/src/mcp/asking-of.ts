import { present } from '@firstline/contract/present'
import { routes } from '@firstline/contract/routes'
import type { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { Handler, Incoming } from '#server/core/http.ts'
import { parseInput } from '#server/core/verb.ts'
import type { Counter } from './tool.ts'

export type Handlers = Record<string, Pick<Handler, 'handle' | 'input'>>

/**
 * How a tool asks the API's own handlers. Its arguments were parsed as the tool's, not by a row of the
 * contract: here they are.
 */
export function askingOf(handlers: Handlers, incoming: Incoming, actor: Actor): Counter['ask'] {
  return async (route, input) => {
    const answer: z.ZodType = routes[route].response
    const handler = present(handlers[route])
    const parsed = parseInput(present(handler.input), input) as never
    const output = await handler.handle(actor, parsed, { ...incoming, promised: { answer } })
    return answer.parse(output) as never
  }
}
