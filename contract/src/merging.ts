import { z } from 'zod'
import { Id, Mailbox, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { Ticket, TicketSummary } from './tickets.ts'

const ticketId = z.object({ ticketId: Id })
export const mostMergeChoices = 20

export const MergeTicket = ticketId.extend({
  /** The ticket that stays. */
  into: Id,
})
export const UnmergeTicket = ticketId
export const ListMergeChoices = ticketId.extend({
  /** A number like `#1042`, or words of the subject and the conversation. */
  q: z.string().trim().max(200).optional(),
})

const Side = z.object({ id: Id, number: z.int(), subject: z.string() })

/** What would happen; nothing has. */
export const MergePreview = z
  .object({
    goes: Side,
    stays: Side,
    /** To and from the customer. */
    messages: z.int(),
    notes: z.int(),
    /** Who gets the next reply besides those who do already. */
    people: z.array(Mailbox),
    /** The state of the one that stays, where it becomes another: a customer's word waits for an answer. */
    becomes: z.enum(['open', 'reopened']).nullable(),
    /** Where the problem began earlier than the one that stays says. */
    problemStartedAt: Time.nullable(),
    /** That the one that stays becomes a part of. */
    incident: z.string().nullable(),
    /** It would have come back by itself. */
    endsSnooze: z.boolean(),
    /** The last event on record about the two: the change may say as `Seen-Event` that it has seen all. */
    lastEvent: z.string(),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof MergePreview>

const mergeRefusals = [
  'ticket.not-found',
  'ticket.void',
  'merge.itself',
  'merge.outside',
  'merge.merged',
  'merge.void',
  'merge.no-account',
  'merge.another-account',
  'merge.answered',
  'merge.resolved',
  'merge.escalated',
  'merge.action-running',
  'merge.approval-open',
  'merge.reply-leaving',
] as const

export const mergingRoutes = {
  listMergeChoices: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/merge-choices',
    summary:
      'Tickets that this one can be merged into: of the same account, else contact; those of the same contact first, newest first; never more than 20',
    permission: 'ticket:read',
    changedBy: ['tickets'],
    params: ticketId,
    query: ListMergeChoices.omit({ ticketId: true }),
    response: z.object({ items: z.array(TicketSummary).max(mostMergeChoices) }),
    errors: ['ticket.not-found'],
  },
  previewMerge: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/merge-previews/{into}',
    summary: 'What merging a ticket into another one would do; refused as the merge would be',
    permission: 'ticket:read',
    changedBy: ['ticket'],
    params: MergeTicket,
    response: MergePreview,
    errors: mergeRefusals,
  },
  mergeTicket: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/merging',
    summary:
      'Let the messages of a ticket go on at another one of the same customer; it is void then. Answers with the one that stays',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: MergeTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: mergeRefusals,
  },
  unmergeTicket: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/merging',
    summary:
      'Undo a merge: its messages go back, and what they did at the other ticket is taken back; what came in since stays there',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    response: Ticket,
    errors: ['ticket.not-found', 'merge.none'],
  },
} as const satisfies RouteTable
