import { z } from 'zod'
import { InboundMailCounts } from './channels.ts'
import { NotificationCounts } from './notifications.ts'
import type { RouteTable } from './route.ts'
import { TicketCounts, TicketSummary } from './tickets.ts'

/** One line of the live stream: what changed, never the content. Names as in the event record. */
export const LiveEvent = z
  .object({
    name: z.string(),
    ticketId: z.string().nullable(),
    accountId: z.string().nullable(),
    actorId: z.string().nullable(),
    /** Where rows were asked for: how its ticket stands in lists now is told after it, by `tickets`. */
    rowFollows: z.boolean().optional(),
    /** Where rows were asked for: what it changes of `LiveCounts` is told after it, by `counts`. */
    countsFollow: z.boolean().optional(),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof LiveEvent>

/** What `tickets` tells: how those that have changed stand in lists; null: too many have, read the lists again. */
export const LiveTickets = z.object({ tickets: z.array(TicketSummary).nullable() })

/** What `counts` tells: of these routes those whose answer is another now, as they answer. */
export const LiveCounts = z
  .object({
    countTickets: TicketCounts,
    countInboundMails: InboundMailCounts,
    countNotifications: NotificationCounts,
  })
  .partial()
export type LiveCounts = z.infer<typeof LiveCounts>

export const StreamEvents = z.object({
  /** For how long whoever opens it has been reading already, in milliseconds: where something happened since, it is told `resync`. */
  readingForMs: z.coerce.number().int().min(0).max(86_400_000).optional(),
  /** `true`: tickets that change are told too, by `tickets` and `counts`, so that lists and counts need not be read again. */
  rows: z.enum(['true', 'false']).default('false'),
})

export const liveRoutes = {
  streamEvents: {
    method: 'GET',
    path: '/api/events',
    summary:
      'Server-sent events; reconnect with Last-Event-ID and nothing is lost; `resync` asks to read all again; ' +
      'with `rows=true` also `tickets` and `counts`: the rows of tickets that changed, and how many each view holds, mails wait and notifications are unread',
    permission: 'event:stream',
    query: StreamEvents,
    response: LiveEvent,
    raw: { response: 'text/event-stream' },
  },
} as const satisfies RouteTable
