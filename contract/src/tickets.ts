import { z } from 'zod'
import {
  ActorRef,
  EmailAddress,
  Id,
  Line,
  Mailbox,
  Nothing,
  OneLine,
  PageQuery,
  PersonRef,
  Time,
  largestInt,
  pageOf,
} from './common.ts'
import type { RouteTable } from './route.ts'

export const TicketState = z.enum(['open', 'waiting', 'resolved', 'void'])
export type TicketState = z.infer<typeof TicketState>
export const TicketView = z.enum([
  'mine',
  'new',
  'open',
  'waiting',
  'snoozed',
  'resolved',
  'unknown',
  'void',
])
export type TicketView = z.infer<typeof TicketView>

/**
 * Who has waited longest comes first, customers before those who wait for a customer; the same within
 * each priority, urgent ones first; or the newest.
 */
export const TicketOrder = z.enum(['longest', 'urgent', 'newest'])
export type TicketOrder = z.infer<typeof TicketOrder>

/** How soon it is to be taken up, most urgent first. */
export const TicketPriority = z.enum(['urgent', 'high', 'normal', 'low'])
export type TicketPriority = z.infer<typeof TicketPriority>

export const mostTagsOfTicket = 10

/**
 * A word of the desk for its tickets: one line that can be seen and does not turn the direction of what
 * stands around it. Written large or small, or spaced wide, it is the same tag.
 */
export const TagName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(40)
  .regex(
    /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/u,
    'Must be one line that can be seen',
  )

export const Tag = z.object({ id: Id, name: z.string() }).meta({ id: 'Tag' })
export type Tag = z.infer<typeof Tag>

export const AccountRef = z
  .object({ id: Id, externalId: z.string(), name: z.string(), domain: z.string().nullable() })
  .meta({ id: 'AccountRef' })
export type AccountRef = z.infer<typeof AccountRef>

export const ContactRef = z
  .object({ id: Id, email: z.string(), name: z.string().nullable() })
  .meta({ id: 'ContactRef' })
export type ContactRef = z.infer<typeof ContactRef>

export const TicketSummary = z
  .object({
    id: Id,
    number: z.int(),
    subject: z.string(),
    state: TicketState,
    priority: TicketPriority,
    /** In the order of the alphabet. */
    tags: z.array(z.string()),
    type: z.string().nullable(),
    line: Line,
    channel: z.enum(['email', 'api', 'portal', 'redmine']),
    account: AccountRef.nullable(),
    contact: ContactRef.nullable(),
    assignee: PersonRef.nullable(),
    openedAt: Time,
    updatedAt: Time,
    /** Set while an escalation is open. */
    escalatedAt: Time.nullable(),
    /** Out of the way until one of these; always until the customer's next word as well. */
    snoozed: z
      .object({ at: Time, until: Time.nullable(), run: Id.nullable(), by: z.string().nullable() })
      .nullable(),
    /** Why it came back from there, until somebody goes on with it. */
    woken: z.enum(['time', 'reply', 'run']).nullable(),
    /** How often a resolution of this ticket was broken. */
    reopenCount: z.int(),
    /** The runbook that fits best, once matched. */
    runbook: z.object({ id: z.string(), title: z.string() }).nullable(),
    /** The beginning of what was said last, to or by the customer. */
    preview: z.string(),
    /** Whose turn it is: of the other side of who spoke last. */
    spoke: z.object({
      last: z.enum(['customer', 'team']),
      /** Since when the other side has had to answer: of several messages in a row, the first. */
      since: Time,
      /** Null: nobody known by a name, as an import. */
      by: z.string().nullable(),
      /** Of the team, who. */
      personId: Id.nullable(),
    }),
    /**
     * The last event on record about it when this was read: a change may say as `Seen-Event` that it has
     * seen all up to here. In the answer to a change it is the last one before that.
     */
    lastEvent: z.string().nullable(),
  })
  .meta({ id: 'TicketSummary' })
export type TicketSummary = z.infer<typeof TicketSummary>

export const Resolution = z
  .object({
    id: Id,
    at: Time,
    by: ActorRef,
    line: Line,
    type: z.string().nullable(),
    summary: z.string(),
    /** held: the window passed; broken: the customer came back; pending: not yet known. */
    standing: z.enum(['held', 'broken', 'pending']),
    windowEndsAt: Time,
    runbook: z.object({ id: z.string(), version: z.int() }).nullable(),
    actionRuns: z.array(Id),
    rating: z.enum(['up', 'down']).nullable(),
    ratingComment: z.string().nullable(),
    /** Last decided to have been no reopen. */
    dismissedAt: Time.nullable(),
  })
  .meta({ id: 'Resolution' })
export type Resolution = z.infer<typeof Resolution>

/** Who gets the next reply unless an agent says otherwise. */
export const Recipients = z
  .object({
    to: z.array(Mailbox),
    cc: z.array(Mailbox),
    /** Strangers who wrote, and writers of what was passed on: only when an agent adds them. */
    offered: z.array(Mailbox),
  })
  .meta({ id: 'Recipients' })
export type Recipients = z.infer<typeof Recipients>

export const Ticket = TicketSummary.extend({
  problemStartedAt: Time.nullable(),
  /** Whether every mail of customers on it is shown to come from whom it names. */
  isSenderVerified: z.boolean(),
  /** The earlier ticket of the same contact and type that this one takes up again. */
  repeatOf: z.object({ id: Id, number: z.int() }).nullable(),
  recipients: Recipients,
  /** The ticket that its first mail answers, written by somebody who does not belong to it. */
  mayContinue: z.object({ id: Id, number: z.int(), subject: z.string() }).nullable(),
  /** The ticket at which its messages go on: it was merged into that one. */
  joinedTo: z.object({ id: Id, number: z.int(), subject: z.string() }).nullable(),
  /** Of a mirrored ticket: the desk where it lives, what it is called there, and its page. */
  outside: z.object({ desk: z.string(), id: z.string(), address: z.string() }).nullable(),
  /** What it is part of, as an agent has said. */
  incident: z.object({ id: Id, title: z.string(), endedAt: Time.nullable() }).nullable(),
  voidReason: z.enum(['spam', 'duplicate', 'withdrawn', 'test']).nullable(),
  resolutions: z.array(Resolution),
}).meta({ id: 'Ticket' })
export type Ticket = z.infer<typeof Ticket>

/** Who wrote a mail, as it says; without an address where what it says is none. */
export const Sender = z
  .object({ email: z.string().nullable(), name: z.string().nullable() })
  .meta({ id: 'Sender' })
export type Sender = z.infer<typeof Sender>

export const DeliveryDoubt = z.enum(['delayed', 'given_up'])
export type DeliveryDoubt = z.infer<typeof DeliveryDoubt>

export const Message = z
  .object({
    id: Id,
    kind: z.enum(['customer', 'reply', 'note']),
    author: ActorRef,
    at: Time,
    /** Of a mail that came in: who wrote, as it says. The address tells who it is, not the name. */
    from: Sender.nullable(),
    /** Where it asks for the answer, when that is another address. */
    replyTo: Mailbox.nullable(),
    /** Besides us; of a reply: everybody it goes to. */
    to: z.array(Mailbox),
    cc: z.array(Mailbox),
    /** Who wrote what is passed on in it. */
    forwarded: Mailbox.nullable(),
    /** Plain text without the quoted part. */
    text: z.string(),
    quotedText: z.string().nullable(),
    /** Sanitised; shown only in a sandboxed frame. */
    html: z.string().nullable(),
    /** Replies only: what became of the mail. */
    delivery: z.enum(['queued', 'sent', 'failed']).nullable(),
    deliveryError: z.string().nullable(),
    /** Of one that was sent: another server still tries, or it gave up for a reason that may pass. */
    deliveryDoubt: DeliveryDoubt.nullable(),
    /** Of a reply whose mail is held: when it leaves. Until then its writer can take it back. */
    leavesAt: Time.nullable(),
    /** Said in the timeline: too large, not decodable, automatic, … */
    warnings: z.array(z.string()),
    attachments: z.array(z.object({ name: z.string(), sizeBytes: z.int(), type: z.string() })),
    /** The mail as it came, attachments included: `/api/inbound-mails/{mailId}/raw`. */
    mailId: Id.nullable(),
    /** Taken for thanks or a notice of absence: it changed nothing. Null: to be read. */
    judged: z.enum(['courtesy', 'absence']).nullable(),
    /** Of mail: whether it is shown to come from the domain it names, and how; null: not looked at. */
    sender: z.object({ isVerified: z.boolean(), proof: z.string() }).nullable(),
    /** Neither the ticket's contact nor of its account. */
    isStranger: z.boolean(),
    /** The saved reply that it was written with. */
    savedReplyId: Id.nullable(),
    /** The ticket it came in on, before that was merged into this one. */
    joinedFrom: z.object({ id: Id, number: z.int() }).nullable(),
    /** Of a note: who is named in its text, and where. */
    mentions: z.array(
      z.object({ person: PersonRef, span: z.object({ place: z.int(), length: z.int() }) }),
    ),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** One entry of the ticket's timeline: a message or an event of the record. */
export const TimelineItem = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), id: z.string(), at: Time, message: Message }),
    z.object({
      kind: z.literal('event'),
      id: z.string(),
      at: Time,
      name: z.string(),
      actor: ActorRef,
      data: z.record(z.string(), z.unknown()),
    }),
  ])
  .meta({ id: 'TimelineItem' })
export type TimelineItem = z.infer<typeof TimelineItem>

export const TicketType = z.object({ id: z.string(), title: z.string() }).meta({ id: 'TicketType' })
export type TicketType = z.infer<typeof TicketType>

const ticketId = z.object({ ticketId: Id })
const Text = z.string().trim().min(1).max(100_000)

export const ListTickets = PageQuery.extend({
  view: TicketView.default('open'),
  /**
   * As the view asks for when it is not said: `longest` where there is work, else `newest`. What is
   * resolved or void is in no hurry: there `urgent` is `newest`.
   */
  order: TicketOrder.optional(),
  /** Only these. */
  priority: TicketPriority.optional(),
  /** Only those with this tag. */
  tag: TagName.optional(),
  /** All tickets that are part of this incident, in whatever view. */
  incident: Id.optional(),
  /** Words of the subject, the conversation, an account or a contact; or a number like `#1042`. */
  q: z.string().trim().max(200).optional(),
})
export const SearchTickets = PageQuery.extend({
  /** As in the list of a view; here of every view. */
  q: z.string().trim().min(1).max(200),
})
/** A ticket that was found, and where. */
export const FoundTicket = TicketSummary.extend({
  /**
   * Of the newest message that holds one of the words, of the newest twenty; null where subject or
   * names hold them all, or the words were said before.
   */
  excerpt: z
    .object({
      kind: z.enum(['customer', 'reply', 'note']),
      at: Time,
      /** In turn what is around and what was looked for: the second, fourth … part are the words. */
      parts: z.array(z.string()),
    })
    .nullable(),
}).meta({ id: 'FoundTicket' })
export type FoundTicket = z.infer<typeof FoundTicket>
export const ListPastTickets = ticketId.extend(PageQuery.shape)
export const CreateTicket = z.object({
  subject: OneLine.min(1).max(300),
  text: Text,
  contactEmail: EmailAddress,
  contactName: OneLine.max(200).optional(),
  type: z.string().max(120).optional(),
  problemStartedAt: Time.optional(),
})
/** So many people one note can call. */
export const mostMentions = 20
export const AddNote = ticketId.extend({
  text: Text,
  /** Where the `@` of each name stands in the text, whose ends are without blanks, and who it is. */
  mentions: z
    .array(z.object({ personId: Id, place: z.int().min(0).max(100_000) }))
    .max(mostMentions)
    .default([]),
})
export const ReplyToTicket = ticketId.extend({
  text: Text,
  /** Ask the customer something and wait for the answer. */
  wait: z.boolean().default(false),
  /** It was written with this one: counted as its use. */
  savedReplyId: Id.optional(),
  /** Instead of those that the ticket names. */
  recipients: z
    .object({ to: z.array(EmailAddress).min(1).max(30), cc: z.array(EmailAddress).max(30) })
    .optional(),
})
export const RetryDelivery = z.object({ messageId: Id })
export const TakeBackReply = z.object({ messageId: Id })
/** What a reply said that was taken back before it left: to be written on from here. */
export const TakenBack = z
  .object({
    text: z.string(),
    to: z.array(Mailbox),
    cc: z.array(Mailbox),
    wait: z.boolean(),
    savedReplyId: Id.nullable(),
    /** Of the resolution it told of, which is taken back with it. */
    summary: z.string().nullable(),
  })
  .meta({ id: 'TakenBack' })
export type TakenBack = z.infer<typeof TakenBack>
export const AssignTicket = ticketId.extend({ personId: Id.nullable() })
export const SnoozeTicket = ticketId.extend({
  /** Later than now, within a year; null: until the customer writes, or the run ends. */
  until: Time.nullable().default(null),
  /** An action of this ticket that is still running. */
  run: Id.nullable().default(null),
})
export const WakeTicket = ticketId
export const SetTicketAccount = ticketId.extend({
  /** An account of the directory, by the customer system's own id. */
  externalId: z.string().min(1).max(200),
  /** Take all later mail of this sender for this account's too; else only this ticket. */
  remember: z.boolean().default(false),
})
export const SetTicketType = ticketId.extend({ type: z.string().min(1).max(120) })
export const SetTicketPriority = ticketId.extend({ priority: TicketPriority })
export const TagTicket = ticketId.extend({
  /** What nobody has used before becomes a tag of the desk. */
  add: z.array(TagName).max(mostTagsOfTicket).default([]),
  remove: z.array(TagName).max(mostTagsOfTicket).default([]),
})
export const SetProblemStart = ticketId.extend({ at: Time.nullable() })
export const ResolveTicket = ticketId.extend({
  summary: z.string().trim().min(1).max(2_000),
  /** Sent to the customer with the question whether it solved the problem. */
  reply: Text.optional(),
  /** That the reply was written with. */
  savedReplyId: Id.optional(),
})
export const ReopenTicket = ticketId.extend({ cause: z.string().trim().min(1).max(500) })
export const DismissReopen = ticketId.extend({
  resolutionId: Id,
  reason: z.string().trim().min(3).max(500),
})
export const JudgeMessage = z.object({ messageId: Id })
export const TakeAsCourtesy = JudgeMessage.extend({
  as: z.enum(['courtesy', 'absence']).default('courtesy'),
})
export const ListPhrases = z.object({})
export const ForgetPhrase = z.object({ phraseId: Id })
/** Words that an agent has taught by taking a judgement back. */
export const LearnedPhrase = z
  .object({
    id: Id,
    /** Folded: in lower case, without accents and signs. */
    phrase: z.string(),
    /** What the same words are taken for; work: for something to be read. */
    meaning: z.enum(['courtesy', 'absence', 'work']),
    taughtAt: Time,
    taughtBy: ActorRef,
    ticketId: Id.nullable(),
  })
  .meta({ id: 'LearnedPhrase' })
export type LearnedPhrase = z.infer<typeof LearnedPhrase>
export const LinkRepeat = ticketId.extend({
  /** Of the earlier ticket whose problem came back. */
  number: z.int().min(1).max(largestInt),
})
export const VoidTicket = ticketId.extend({
  reason: z.enum(['spam', 'duplicate', 'withdrawn']),
})

/** Of each view no more than 1,000. */
export const TicketCounts = z.record(TicketView, z.int())

export const ticketRoutes = {
  listTickets: {
    method: 'GET',
    path: '/api/tickets',
    summary: 'Tickets of a view: who has waited longest first, or the newest activity',
    permission: 'ticket:read',
    changedBy: ['tickets'],
    query: ListTickets,
    errors: ['cursor.invalid'],
    response: pageOf(TicketSummary),
  },
  searchTickets: {
    method: 'GET',
    path: '/api/ticket-search',
    summary:
      'Tickets of every view by words: first the ticket of that number, then those whose subject and ' +
      'names hold all of them, then those whose conversation does; newest first',
    permission: 'ticket:read',
    query: SearchTickets,
    errors: ['cursor.invalid'],
    response: pageOf(FoundTicket).extend({
      /** Counted up to 1,000; on the first page. */
      count: z.int().nullable(),
      /** Tickets whose words are not looked through yet or were renamed; counted up to 1,000. */
      stale: z.int(),
    }),
  },
  listPastTickets: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/past',
    summary: 'Other tickets of the same account, else of the same contact, newest first',
    permission: 'ticket:read',
    changedBy: ['tickets'],
    params: ticketId,
    query: PageQuery,
    response: pageOf(TicketSummary),
    errors: ['ticket.not-found', 'cursor.invalid'],
  },
  countTickets: {
    method: 'GET',
    path: '/api/ticket-counts',
    summary: 'How many tickets each view holds (counted up to 1,000)',
    permission: 'ticket:read',
    changedBy: ['ticket_counts'],
    response: TicketCounts,
  },
  listTicketTypes: {
    method: 'GET',
    path: '/api/ticket-types',
    summary: 'The types a ticket can have',
    permission: 'ticket:read',
    response: z.object({ items: z.array(TicketType) }),
  },
  createTicket: {
    method: 'POST',
    path: '/api/tickets',
    summary: 'Open a ticket for a customer',
    permission: 'ticket:write',
    body: CreateTicket,
    response: Ticket,
    errors: ['type.not-found', 'problem-start.in-future'],
  },
  getTicket: {
    method: 'GET',
    path: '/api/tickets/{ticketId}',
    summary: 'One ticket with its resolutions',
    permission: 'ticket:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: Ticket,
    errors: ['ticket.not-found'],
  },
  findTicketByNumber: {
    method: 'GET',
    path: '/api/ticket-numbers/{number}',
    summary: 'Which ticket has a number, as people say it',
    permission: 'ticket:read',
    params: z.object({ number: z.coerce.number().int().min(1).max(largestInt) }),
    response: z.object({ id: Id }),
    errors: ['ticket.not-found'],
  },
  getTimeline: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/timeline',
    summary: 'Messages and events of a ticket, oldest first (the newest 500)',
    permission: 'ticket:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: z.object({
      items: z.array(TimelineItem),
      truncated: z.boolean(),
      /** The last event of the ticket, shown or not: a change may say that it has seen all up to here. */
      lastEvent: z.string().nullable(),
    }),
    errors: ['ticket.not-found'],
  },
  addNote: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/notes',
    summary: 'Write a note only the team sees',
    permission: 'ticket:write',
    params: ticketId,
    body: AddNote.omit({ ticketId: true }),
    response: Message,
    errors: [
      'ticket.not-found',
      'ticket.merged',
      'person.not-found',
      'mention.misplaced',
      'mention.disabled',
      'mention.may-not-see',
    ],
  },
  replyToTicket: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/replies',
    summary: 'Answer the customer by mail',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: ReplyToTicket.omit({ ticketId: true }),
    response: Message,
    errors: [
      'ticket.no-contact',
      'ticket.void',
      'ticket.not-found',
      'ticket.merged',
      'saved-reply.not-found',
    ],
  },
  takeBackReply: {
    method: 'DELETE',
    path: '/api/messages/{messageId}/delivery',
    summary:
      'Take back a reply of one’s own before its mail leaves, with the resolution it tells of; answers with what it said',
    permission: 'ticket:write',
    params: TakeBackReply,
    response: TakenBack,
    errors: ['message.not-found', 'message.left', 'ticket.not-found', 'ticket.merged'],
  },
  retryDelivery: {
    method: 'POST',
    path: '/api/messages/{messageId}/delivery',
    summary: 'Send a reply again that could not be delivered',
    permission: 'ticket:write',
    params: RetryDelivery,
    response: Message,
    errors: ['message.not-found', 'message.not-failed'],
  },
  assignTicket: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/assignee',
    summary: 'Assign a ticket to a person, or to nobody',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: AssignTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'person.not-found', 'ticket.assigned-already'],
  },
  setTicketAccount: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/account',
    summary: 'Say which account a ticket of an unknown sender belongs to',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: SetTicketAccount.omit({ ticketId: true }),
    response: Ticket,
    errors: [
      'account.not-found',
      'account.directory-unavailable',
      'account.assigned-already',
      'account.merged',
      'ticket.not-found',
      'ticket.merged',
    ],
  },
  setTicketType: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/type',
    summary: 'Correct the type of a ticket',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: SetTicketType.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'type.not-found', 'ticket.type-unchanged'],
  },
  setTicketPriority: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/priority',
    summary: 'Say how soon a ticket is to be taken up; orders a list, counts in no figure',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: SetTicketPriority.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'ticket.priority-unchanged'],
  },
  tagTicket: {
    method: 'PATCH',
    path: '/api/tickets/{ticketId}/tags',
    summary: 'Put tags on a ticket and take others off; counts in no figure',
    permission: 'ticket:write',
    params: ticketId,
    body: TagTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: [
      'ticket.not-found',
      'ticket.merged',
      'ticket.tags-unchanged',
      'ticket.tags-full',
      'tags.full',
    ],
  },
  listTags: {
    method: 'GET',
    path: '/api/tags',
    summary: 'The tags of the desk, in the order of the alphabet; never more than 200',
    permission: 'ticket:read',
    changedBy: ['tags'],
    response: z.object({ items: z.array(Tag) }),
  },
  setProblemStart: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/problem-start',
    summary: 'Say when the problem began, as the customer or the telemetry tells it',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: SetProblemStart.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'problem-start.in-future'],
  },
  resolveTicket: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/resolution',
    summary: 'Record the resolution, optionally with a last reply; asks the customer for a rating',
    permission: 'ticket:resolve',
    looksBack: true,
    params: ticketId,
    body: ResolveTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: [
      'ticket.not-found',
      'ticket.merged',
      'ticket.not-open',
      'ticket.no-contact',
      'saved-reply.not-found',
    ],
  },
  snoozeTicket: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/snooze',
    summary:
      'Take a ticket out of the way until a time or the end of an action, at most until the customer writes; it comes back by itself',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: SnoozeTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: [
      'ticket.not-open',
      'ticket.not-found',
      'ticket.merged',
      'ticket.snoozed-already',
      'snooze.past',
      'snooze.too-far',
      'snooze.no-run',
    ],
  },
  wakeTicket: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/snooze',
    summary: 'Bring a snoozed ticket back now',
    permission: 'ticket:write',
    params: ticketId,
    response: Ticket,
    errors: ['ticket.not-snoozed', 'ticket.not-found', 'ticket.merged'],
  },
  reopenTicket: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/reopening',
    summary: 'Reopen by an agent, with the cause; not counted as the customer coming back',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: ReopenTicket.omit({ ticketId: true }),
    response: Ticket.extend({
      /** One's own reply that told of the resolution and had not left yet. */
      takenBack: TakenBack.nullable(),
    }),
    errors: ['ticket.not-resolved', 'ticket.not-found', 'ticket.merged'],
  },
  dismissReopen: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/reopen-dismissal',
    summary: 'Record that a reply was no reopen (merely thanks); the resolution stands again',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: DismissReopen.omit({ ticketId: true }),
    response: Ticket,
    errors: ['resolution.not-broken', 'ticket.not-found', 'ticket.merged'],
  },
  takeAsWork: {
    method: 'POST',
    path: '/api/messages/{messageId}/return',
    summary:
      'Say that a message taken for thanks or a notice is neither: it reopens as when it came, and the same words are not taken for it again',
    permission: 'ticket:write',
    params: JudgeMessage,
    response: Ticket,
    errors: ['message.not-found', 'message.not-judged', 'ticket.not-found', 'ticket.merged'],
  },
  takeAsCourtesy: {
    method: 'POST',
    path: '/api/messages/{messageId}/courtesy',
    summary:
      'Say that a message which brought a ticket back was only thanks or a notice: that is taken back, and the same words are judged so from now on',
    permission: 'ticket:write',
    params: JudgeMessage,
    body: TakeAsCourtesy.omit({ messageId: true }),
    response: Ticket,
    errors: [
      'message.not-found',
      'message.judged',
      'message.changed-nothing',
      'ticket.not-found',
      'ticket.merged',
    ],
  },
  listLearnedPhrases: {
    method: 'GET',
    path: '/api/learned-phrases',
    summary: 'Words that agents have taught to be thanks, a notice, or neither',
    permission: 'ticket:read',
    changedBy: ['phrases'],
    response: z.object({ items: z.array(LearnedPhrase) }),
  },
  forgetPhrase: {
    method: 'DELETE',
    path: '/api/learned-phrases/{phraseId}',
    summary: 'Judge words that were taught by the rules again',
    permission: 'ticket:write',
    params: ForgetPhrase,
    response: Nothing,
    errors: ['phrase.not-found'],
  },
  linkRepeat: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/repeat-of',
    summary:
      'Say that this is the problem of an earlier, resolved ticket: it breaks that resolution',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: LinkRepeat.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'ticket.void', 'repeat.linked', 'repeat.none'],
  },
  voidTicket: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/voiding',
    summary: 'Take spam, duplicates and withdrawn tickets out of every rate',
    permission: 'ticket:write',
    looksBack: true,
    params: ticketId,
    body: VoidTicket.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'ticket.void'],
  },
} as const satisfies RouteTable

/** What a rating link shows; the token is signed and bound to one resolution. */
export const RatingPage = z
  .object({
    ticketNumber: z.int(),
    subject: z.string(),
    resolvedAt: Time,
    resolvedBy: z.string(),
    value: z.enum(['up', 'down']).nullable(),
    comment: z.string().nullable(),
    /** After this the rating can no longer be changed. */
    closesAt: Time,
    isOpen: z.boolean(),
  })
  .meta({ id: 'RatingPage' })
export type RatingPage = z.infer<typeof RatingPage>

export const GiveRating = z.object({
  token: z.string().min(10).max(400),
  value: z.enum(['up', 'down']),
  comment: z.string().trim().max(2_000).optional(),
})

export const ratingRoutes = {
  readRating: {
    method: 'POST',
    path: '/api/rating/reading',
    summary: 'What a rating link is about; protected by the signed token; never votes',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: GiveRating.pick({ token: true }),
    response: RatingPage,
    errors: ['rating.link-invalid'],
  },
  giveRating: {
    method: 'PUT',
    path: '/api/rating',
    summary: 'Thumbs up or down on one resolution; protected by the signed token; changeable',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'the same rating given again is the same' },
    body: GiveRating,
    response: RatingPage,
    errors: ['rating.link-invalid', 'rating.closed'],
  },
} as const satisfies RouteTable
