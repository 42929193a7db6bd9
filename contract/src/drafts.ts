import { z } from 'zod'
import { Id, Nothing, Time } from './common.ts'
import type { RouteTable } from './route.ts'

export const DraftKind = z.enum(['reply', 'note'])
export type DraftKind = z.infer<typeof DraftKind>

/** What a draft has besides its words. */
export const DraftChoices = z.object({
  /** Addresses a reply was narrowed or widened to; null: those that the ticket names. */
  recipients: z.array(z.string().max(254)).max(100).nullable().default(null),
  /** To be sent and waited for. */
  wait: z.boolean().default(false),
  /** What was done, for resolving with it. */
  summary: z.string().max(2_000).default(''),
  /** The saved reply it was written with last, and what that said. */
  savedReply: z
    .object({ id: Id, text: z.string().max(100_000) })
    .nullable()
    .default(null),
  /** Whom a note names by choice: another may have the same name. */
  named: z.array(Id).max(50).default([]),
  /** The `Idempotency-Key` it will be sent under, the same from every device. */
  sendingKey: z.string().max(200).nullable().default(null),
})
export type DraftChoices = z.output<typeof DraftChoices>

/** What one has written on a ticket and not sent. */
export const Draft = z
  .object({
    kind: DraftKind,
    text: z.string(),
    choices: DraftChoices,
    /** Another one each time it is kept: what the next keeping is based on. */
    version: Id,
    editedAt: Time,
  })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

export const DraftSummary = z
  .object({
    ticketId: Id,
    kind: DraftKind,
    /** Its first words, in one line. */
    words: z.string(),
    editedAt: Time,
  })
  .meta({ id: 'DraftSummary' })
export type DraftSummary = z.infer<typeof DraftSummary>

export const mostDraftsListed = 200

/** What was written, below what is there already and not a second time. */
export function joinDrafts(before: string, text: string): string {
  const there = before.trimEnd()
  if (there.includes(text.trim())) return before
  return there ? `${there}\n\n${text.trim()}\n` : `${text.trim()}\n`
}

const ofTicket = z.object({ ticketId: Id })
const oneDraft = ofTicket.extend({ kind: DraftKind })

export const ListTicketDrafts = ofTicket
export const KeepDraft = oneDraft.extend({
  /** As it was typed; without words only for the summary that is among the choices. */
  text: z.string().max(100_000),
  choices: DraftChoices.prefault({}),
  /** The version it was written on from; null: there was none. */
  basedOn: Id.nullable(),
})
export const ForgetDraft = oneDraft.extend({
  /** The version that is not needed any more: what was written since stays. */
  basedOn: Id,
})

/** For people, and each for their own: no key and no AI agent reads what somebody has not said yet. */
export const draftRoutes = {
  listDrafts: {
    method: 'GET',
    path: '/api/drafts',
    summary: `What I have written and not sent, newest first; never more than ${mostDraftsListed}`,
    permission: 'ticket:read',
    response: z.object({ items: z.array(DraftSummary).max(mostDraftsListed) }),
  },
  listTicketDrafts: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/drafts',
    summary: 'What I have written on a ticket and not sent: a reply, a note, both or neither',
    permission: 'ticket:read',
    changedBy: ['ticket'],
    params: ListTicketDrafts,
    response: z.object({ items: z.array(Draft).max(2) }),
  },
  keepDraft: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/drafts/{kind}',
    summary:
      'Keep what I am writing; refused, with what is there, where another device has written on since `basedOn`',
    permission: 'ticket:write',
    repeated: { is: 'anew', because: 'the same words are kept once' },
    params: oneDraft,
    body: KeepDraft.omit({ ticketId: true, kind: true }),
    response: Draft,
    errors: ['ticket.not-found', 'draft.changed', 'draft.gone'],
  },
  forgetDraft: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/drafts/{kind}',
    summary: 'Forget a draft of mine, unless another device has written on since `basedOn`',
    permission: 'ticket:write',
    repeated: { is: 'anew', because: 'what is forgotten stays so' },
    params: oneDraft,
    query: ForgetDraft.pick({ basedOn: true }),
    response: Nothing,
  },
} as const satisfies RouteTable
