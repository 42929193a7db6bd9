import type { z } from 'zod'
import type { List } from './lists.ts'
import type { Permission } from './permissions.ts'

/**
 * One row of the API. The server registers it, OpenAPI documents it and the typed client calls it.
 * `errors` lists the reasons (see problem.ts) a caller should be ready for beyond the usual
 * unauthenticated, forbidden and invalid ones.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Parameters in braces: `/api/tickets/{ticketId}`. */
  path: `/${string}`
  summary: string
  /** `public` needs no sign-in; what protects it instead is said in `summary`. */
  permission: Permission | 'public'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response: z.ZodType
  errors?: readonly string[]
  /** From one address; of what is `public` and costs something. Without it only what any route takes. */
  triesAMinute?: number
  /** Of a change to a ticket: it takes a `Seen-Event`, and is refused when something newer matters to it. */
  looksBack?: true
  /**
   * Of a write: what becomes of the same request with the same `Idempotency-Key`, where it is not given
   * the same answer. `refused`: the answer holds a secret that is not kept; `anew`: it is done again, and
   * what makes that harmless.
   */
  repeated?: { is: 'refused' | 'anew'; because: string }
  /** Of a read: what it shows is another after an event that changes one of these. */
  changedBy?: readonly List[]
  /** The handler reads or writes the bytes itself: streams, protobuf, mail. Not in the typed client. */
  raw?: {
    request?: readonly string[]
    response?: string
    bodyLimitBytes?: number
    /** The body is a stream, which the handler limits. */
    isStreamed?: boolean
  }
}

export type RouteTable = Record<string, Route>

/** What any route may refuse with: nobody is there, not allowed, not readable, too much, or something is away. */
const usualRefusals = new Set([
  'input.invalid',
  'origin.foreign',
  'permission.missing',
  'permission.person-only',
  'second-factor.missing',
  'seen-event.malformed',
  'server.unexpected',
])
const usualKinds = /^(?:session|key|request|rate|database|idempotency-key)\./

/** Of an answer that is given: whether a caller that has read the row is ready for it. */
export function mayRefuse({ errors = [], looksBack }: Route, reason: string): boolean {
  if (usualRefusals.has(reason) || usualKinds.test(reason) || errors.includes(reason)) return true
  return looksBack === true && reason === 'ticket.changed-meanwhile'
}
