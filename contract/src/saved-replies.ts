import { z } from 'zod'
import { Id, OneLine, PageQuery, PersonRef, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'

/** As many as a desk keeps; those it has archived are not counted. */
export const mostSavedReplies = 1_000

/**
 * What every ticket has a value for, or may have: `{{contact.first_name}}`. Besides these, `{{run.…}}` is what
 * the newest run of a runbook found on the ticket, by the name of the check and of its field.
 */
export const replyVariables = [
  'agent.first_name',
  'agent.name',
  'account.name',
  'contact.email',
  'contact.first_name',
  'contact.name',
  'ticket.number',
  'ticket.subject',
] as const

export const SavedReply = z
  .object({
    id: Id,
    title: z.string(),
    /** Empty: in none. */
    folder: z.string(),
    /** With its variables. */
    text: z.string(),
    changedAt: Time,
    changedBy: PersonRef.nullable(),
    /** Not offered any more; what was sent with it still names it. */
    archivedAt: Time.nullable(),
    /** What the record said of it last: a change may say that it has seen all up to here. */
    lastEvent: z.string(),
  })
  .meta({ id: 'SavedReply' })
export type SavedReply = z.infer<typeof SavedReply>

/** As an agent is offered it on a ticket. */
export const OfferedReply = SavedReply.pick({ id: true, title: true, folder: true, text: true })
  .extend({
    /** How often it was sent on tickets of this type, of the last 2,000 times that any was sent. */
    usesOfType: z.int(),
    /** A rule of the desk offers it on this ticket. */
    isOffered: z.boolean(),
  })
  .meta({ id: 'OfferedReply' })
export type OfferedReply = z.infer<typeof OfferedReply>

/** How often it was sent, and what became of the resolutions it was part of. */
export const SavedReplyUse = z
  .object({
    id: Id,
    uses: z.int(),
    /** Each counted once: of the resolution that a reply told of, else the next one of its ticket. */
    held: z.int(),
    broken: z.int(),
    pending: z.int(),
  })
  .meta({ id: 'SavedReplyUse' })
export type SavedReplyUse = z.infer<typeof SavedReplyUse>

const savedReplyId = z.object({ savedReplyId: Id })

export const ListSavedReplies = PageQuery.extend({
  state: z.enum(['kept', 'archived']).default('kept'),
  /** Only those in it; empty: in none. */
  folder: z.string().max(60).optional(),
  /** Words of the title, the folder or the text, all of them. */
  q: z.string().trim().max(200).optional(),
})
const Written = z.object({
  title: OneLine.min(1).max(120),
  folder: OneLine.max(60).default(''),
  text: z.string().trim().min(1).max(10_000),
})
export const CreateSavedReply = Written
export const ChangeSavedReply = savedReplyId.extend(Written.shape)
export const ArchiveSavedReply = savedReplyId
export const RestoreSavedReply = savedReplyId
export const OfferSavedReplies = z.object({
  ticketId: Id,
  q: z.string().trim().max(200).default(''),
})
export const FillSavedReply = savedReplyId.extend({ ticketId: Id })
const Done = z.object({ id: Id })

export const savedReplyRoutes = {
  listSavedReplies: {
    method: 'GET',
    path: '/api/saved-replies',
    summary: 'The desk’s saved replies by folder and title',
    permission: 'ticket:read',
    changedBy: ['saved_replies'],
    query: ListSavedReplies,
    errors: ['cursor.invalid'],
    response: pageOf(SavedReply).extend({
      /** Of all that are kept, in the order of the alphabet. */
      folders: z.array(z.object({ folder: z.string(), count: z.int() })),
    }),
  },
  createSavedReply: {
    method: 'POST',
    path: '/api/saved-replies',
    summary: 'Save a reply; a variable that nothing fills is refused with the nearest spelling',
    permission: 'saved-reply:write',
    body: CreateSavedReply,
    errors: ['saved-reply.variable-unknown', 'saved-reply.braces', 'saved-replies.full'],
    response: Done,
  },
  changeSavedReply: {
    method: 'PUT',
    path: '/api/saved-replies/{savedReplyId}',
    summary:
      'Write a saved reply anew; with a `Seen-Event` it is refused when somebody else has changed it since',
    permission: 'saved-reply:write',
    looksBack: true,
    params: savedReplyId,
    body: ChangeSavedReply.omit({ savedReplyId: true }),
    errors: [
      'saved-reply.not-found',
      'saved-reply.changed-meanwhile',
      'saved-reply.unchanged',
      'saved-reply.variable-unknown',
      'saved-reply.braces',
    ],
    response: Done,
  },
  archiveSavedReply: {
    method: 'DELETE',
    path: '/api/saved-replies/{savedReplyId}',
    summary: 'Offer a saved reply no more; what was sent with it still names it',
    permission: 'saved-reply:write',
    params: savedReplyId,
    errors: ['saved-reply.not-found', 'saved-reply.archived'],
    response: Done,
  },
  restoreSavedReply: {
    method: 'POST',
    path: '/api/saved-replies/{savedReplyId}/restoration',
    summary: 'Offer an archived reply again',
    permission: 'saved-reply:write',
    params: savedReplyId,
    errors: ['saved-reply.not-found', 'saved-reply.kept', 'saved-replies.full'],
    response: Done,
  },
  getSavedReplyUse: {
    method: 'GET',
    path: '/api/saved-reply-use',
    summary:
      'How often each saved reply was sent in the last 90 days, and how many of the resolutions it was part of held, were reopened, or are within their window',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    response: z.object({ from: Time, windowDays: z.int(), items: z.array(SavedReplyUse) }),
  },
  offerSavedReplies: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/saved-replies',
    summary:
      'Saved replies that hold all the words, the best first: by title, then folder, then text, and of those the most used of the ticket’s type; at most ten',
    permission: 'ticket:read',
    changedBy: ['saved_replies'],
    params: OfferSavedReplies.pick({ ticketId: true }),
    query: OfferSavedReplies.omit({ ticketId: true }),
    errors: ['ticket.not-found'],
    response: z.object({ items: z.array(OfferedReply) }),
  },
  fillSavedReply: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/saved-replies/{savedReplyId}',
    summary:
      'A saved reply with the values of a ticket; one that is not there is marked, as `[contact.first_name?]`',
    permission: 'account:read',
    changedBy: ['ticket', 'saved_replies', 'runbook_runs'],
    params: FillSavedReply,
    errors: ['ticket.not-found', 'saved-reply.not-found'],
    response: z.object({
      text: z.string(),
      /** Names of the variables without a value here. */
      missing: z.array(z.string()),
    }),
  },
} as const satisfies RouteTable
