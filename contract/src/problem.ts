import { z } from 'zod'
import { ActorRef, Time } from './common.ts'
import { Draft } from './drafts.ts'
import { Sentence } from './sentence.ts'

/** The six kinds of expected refusal, each mapped to one HTTP status. */
export const problemKinds = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const
export type ProblemKind = keyof typeof problemKinds

/** Problem details (RFC 9457) with a stable, dotted `reason` that programs may match on. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    reason: z.string().meta({ example: 'ticket.not-open' }),
    detail: z.string().optional(),
    /** The detail once more where values stand in it, for who reads it in another language. */
    said: Sentence.optional(),
    /** The request id, to find the log line. */
    instance: z.string().optional(),
    /** Which inputs are wrong, by path. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Each of several reasons, where one is not all. */
    reasons: z.array(z.object({ reason: z.string(), detail: z.string() })).optional(),
    /** Seconds to wait before trying again. */
    retryAfterSeconds: z.number().optional(),
    /** What somebody else saved while you wrote, and the text you both began with. */
    meanwhile: z
      .object({
        version: z.int(),
        by: z.string(),
        at: z.string(),
        source: z.string(),
        baseSource: z.string().nullable(),
      })
      .optional(),
    /** What one's draft says since another device wrote it. */
    draft: Draft.optional(),
    /** What has happened since the `Seen-Event`, and matters to what was asked; the newest, oldest first. */
    newer: z
      .array(
        z.object({
          /** Of the event: sent as `Seen-Event`, it says that this was seen too. */
          id: z.string(),
          at: Time,
          name: z.string(),
          by: ActorRef,
          /** What was said, where something was: its beginning. */
          text: z.string().nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
