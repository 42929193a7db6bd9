import { z } from 'zod'
import type { RouteTable } from './route.ts'

/** One line of the live stream: what changed, never the content. Names as in the event record. */
export const LiveEvent = z
  .object({
    name: z.string(),
    ticketId: z.string().nullable(),
    accountId: z.string().nullable(),
    actorId: z.string().nullable(),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof LiveEvent>

export const StreamEvents = z.object({
  /** For how long whoever opens it has been reading already, in milliseconds: where something happened since, it is told `resync`. */
  readingForMs: z.coerce.number().int().min(0).max(86_400_000).optional(),
})

export const liveRoutes = {
  streamEvents: {
    method: 'GET',
    path: '/api/events',
    summary:
      'Server-sent events; reconnect with Last-Event-ID and nothing is lost; `resync` asks to read all again',
    permission: 'event:stream',
    query: StreamEvents,
    response: LiveEvent,
    raw: { response: 'text/event-stream' },
  },
} as const satisfies RouteTable
