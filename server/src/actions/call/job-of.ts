import { z } from 'zod'
import { Invalid } from '#server/core/errors.ts'
import type { HttpConnection } from '#server/connections/open-http.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import type { Signature } from '#server/connections/sign-call.ts'
import type { Action } from '#server/actions/compile/action.ts'
import { buildRequest } from './build-request.ts'
import type { CallOutcome } from './call-outcome.ts'
import type { TargetRequest } from './targets.ts'

const signature: z.ZodType<Signature> = z.object({
  place: z.enum(['header', 'query', 'cookie']),
  name: z.string(),
  prefix: z.enum(['', 'Bearer ', 'Basic ']),
  secret: z.union([z.string(), z.object({ tokenUrl: z.string(), scopes: z.array(z.string()) })]),
})

/** A job that a target has accepted, as it is kept with the run and asked for until it has ended. */
export const Job = z.object({
  connection: z.string(),
  signatures: z.array(signature).readonly(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  timeoutMs: z.number(),
  /** CEL on `job`. */
  done: z.string(),
  failed: z.string().nullable(),
  withinMs: z.number(),
})
export type Job = z.infer<typeof Job>

/**
 * Where the job of an accepted call is found: where its Location says, below the declared address, or
 * where the file says, by what was answered. Null: there is none, and only the verification decides.
 */
export function jobOf(
  { poll, limits }: Pick<Action, 'poll' | 'limits'>,
  { request, bindings, outcome }: Made,
  connection: (id: string) => Pick<HttpConnection, 'below'>,
): Job | null {
  if (!poll || request.kind !== 'http' || outcome.kind !== 'accepted') return null
  const { done, failed, withinMs } = poll
  const kept = { done, failed, withinMs, timeoutMs: limits.timeoutMs }
  const { location = null, body = null } = outcome.said ?? {}
  if (poll.call) {
    const asked = requestOf(poll.call, { ...bindings, answer: body })
    if (asked?.kind !== 'http') return null
    const { signatures, path, headers } = asked
    return { ...kept, connection: asked.connection, signatures, path, headers }
  }
  if (outcome.answer?.status !== 202 || location === null) return null
  const path = connection(request.connection).below(location, request.path)
  if (path === null) return null
  const { signatures } = request
  return { ...kept, connection: request.connection, signatures, path, headers: {} }
}

type Made = { request: TargetRequest; bindings: Bindings; outcome: CallOutcome }

/** @returns null when the answer does not have what names the job */
function requestOf(call: NonNullable<Action['poll']>['call'], bindings: Bindings) {
  try {
    return call && buildRequest(call, bindings)
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}
