import { z } from 'zod'
import { BesideWriteKind } from './beside-kinds.ts'
import { Line } from './common.ts'
import type { List } from './lists.ts'
import { ownProperty } from './own-property.ts'
import type { Permission } from './permissions.ts'
import { PassedOnBecause } from './self-service.ts'
import { providerRefusals } from './sign-in.ts'
import { written } from './written.ts'

/**
 * The catalogue of events: everything the record may say. Whoever records, reacts, shows or imports
 * one takes its name and data from here; docs/events.md is made of it.
 */
type CatalogueRow = {
  /** As it is written today. */
  data: z.ZodObject
  /** As it may stand in the record, which is never changed: earlier versions and other desks' histories. */
  read?: z.ZodObject
  /** In its ticket: a line, a line only shown when asked for, or shown by its message; null: has none. */
  timeline: 'line' | 'small' | 'small_by_system' | 'message' | null
  /** Beside the page of its own ticket. */
  changes: readonly List[]
  /** Who is told of it as it happens, and sees it in its ticket; the record itself is `audit:read`. */
  seenBy: Permission
  /** Whether a webhook may carry it out of the desk, with the fields of `data` that webhook-payloads.ts lets out. */
  isPublic: boolean
}

const Text = z.string()
const TextOrNull = z.string().nullable()
/** Somebody's words, or a name of a person or customer: goes out only to an endpoint that asks for words. */
const Words = written(z.string())
const WordsOrNull = written(z.string().nullable())
const Priority = z.enum(['urgent', 'high', 'normal', 'low'])
const Judged = z.enum(['courtesy', 'absence'])
const Anything = z.record(z.string(), z.unknown())

const ticketLists = ['tickets', 'ticket_counts', 'escalations'] as const
const messageLists = ['tickets', 'ticket_counts'] as const
const runbookLists = [
  'runbooks',
  'runbook_runs',
  'opportunities',
  'escalation_loop',
  'lessons',
  'runbook_health',
  'impact',
] as const
const runLists = ['runbooks', 'runbook_runs', 'opportunities', 'runbook_health', 'impact'] as const
const matchLists = ['tickets', 'runbook_runs', 'runbook_health'] as const
const actionLists = ['action_runs', 'approvals', 'actions'] as const
const escalationLists = [
  'escalations',
  'tickets',
  'opportunities',
  'escalation_loop',
  'lessons',
  'runbook_health',
] as const
const historyLists = [
  'scorecard',
  'impact',
  'tickets',
  'ticket',
  'ticket_counts',
  'imports',
] as const

const inTicket = { timeline: 'line', seenBy: 'ticket:read' } as const
const ofTicket = { ...inTicket, changes: ticketLists, isPublic: true } as const
/** The other ticket is another one then, too. */
const ofJoining = { ...inTicket, changes: [...ticketLists, 'ticket'], isPublic: true } as const
const ofMessage = { ...inTicket, changes: messageLists, isPublic: true } as const
const ofRunbook = {
  timeline: null,
  changes: runbookLists,
  seenBy: 'runbook:read',
  isPublic: false,
} as const
const ofRun = { ...inTicket, changes: runLists, isPublic: false } as const
const ofMatch = { ...inTicket, changes: matchLists, isPublic: false } as const
const ofAction = { ...inTicket, changes: actionLists, isPublic: true } as const
const ofPerson = {
  timeline: null,
  changes: ['people', 'me'],
  seenBy: 'person:read',
  isPublic: false,
} as const
const ofReader = {
  timeline: null,
  changes: ['people', 'me', 'scorecard_readers'],
  seenBy: 'person:read',
  isPublic: false,
} as const
const ofApiKey = {
  timeline: null,
  changes: ['api_keys'],
  seenBy: 'person:manage',
  isPublic: false,
} as const
const ofAiAgent = {
  timeline: null,
  changes: ['ai_agents'],
  seenBy: 'person:manage',
  isPublic: false,
} as const
const ofRecord = {
  timeline: null,
  changes: ['record_state'],
  seenBy: 'audit:read',
  isPublic: false,
} as const
const ofImport = {
  timeline: null,
  changes: historyLists,
  seenBy: 'scorecard:read',
  isPublic: false,
} as const
const ofMail = { ...inTicket, changes: ['mails'], isPublic: false } as const
const ofPortal = { timeline: null, changes: [], seenBy: 'audit:read', isPublic: false } as const
const ofMailbox = {
  timeline: null,
  changes: ['mailboxes'],
  seenBy: 'ticket:read',
  isPublic: false,
} as const
const ofSavedReply = {
  timeline: null,
  changes: ['saved_replies'],
  seenBy: 'ticket:read',
  isPublic: false,
} as const
const ofStatus = {
  timeline: null,
  changes: ['changes'],
  seenBy: 'change:read',
  isPublic: true,
} as const
const ofIncident = { ...ofStatus, changes: ['changes', 'incidents'] } as const
const ofNotification = {
  timeline: null,
  changes: ['notifications'],
  seenBy: 'ticket:read',
  isPublic: false,
} as const
/** Of no ticket, as far as the record goes: to look on is no work on it, and counts as none. */
const ofWatching = {
  timeline: null,
  changes: ['watchers'],
  seenBy: 'ticket:read',
  isPublic: false,
} as const
const ofWebhook = {
  timeline: null,
  changes: ['webhooks'],
  seenBy: 'webhook:read',
  isPublic: false,
} as const
const ofBeside = {
  ...inTicket,
  changes: ['beside', 'tickets', 'ticket'],
  isPublic: false,
} as const
const ofOutsideDesk = {
  timeline: null,
  changes: ['beside'],
  seenBy: 'ticket:read',
  isPublic: false,
} as const
const ofRule = {
  timeline: null,
  changes: ['rules'],
  seenBy: 'rule:read',
  isPublic: false,
} as const
const ofSetup = {
  timeline: null,
  changes: ['setup'],
  seenBy: 'admin:manage',
  isPublic: false,
} as const
const ofPrivacy = {
  timeline: null,
  changes: ['erasures'],
  seenBy: 'privacy:manage',
  isPublic: false,
} as const
const ofWin = { ...inTicket, changes: ['wins'], isPublic: false } as const

const watched = z.object({ escalation: Text, ticket: Text, people: z.array(Text) })
const savedReply = { saved_reply: Text, title: Text }
const savedWords = z.object({ ...savedReply, folder: Text, text: Text })
const endpoint = z.object({
  webhook: Text,
  /** Where to, without the path, which may be a secret. */
  origin: Text,
  events: z.array(Text),
  is_with_words: z.boolean(),
})
const action = { action: Text, version: z.int(), title: Text }
/** Of a chain: which of its steps, counted from 1. */
const stepOf = { step: z.int(), of: z.int(), stepTitle: Text }
const called = {
  run: Text,
  ...action,
  attempts: z.int(),
  error: written(z.object({ reason: TextOrNull, detail: TextOrNull })),
  status: z.int().nullable(),
}
/** The first version kept the whole answer instead of its status. */
const calledEarlier = z.object({ ...called, status: z.int().nullish() })
const update = { id: Text, update: Text, title: Text }
const approval = { approval: Text, ...action }
const decided = z.object({ ...approval, reason: Words.optional() })
const run = { run: Text, runbook: Text, version: z.int() }
const attempt = { attempt: Text, runbook: Text, version: z.int() }
const aiAgentLimits = {
  tools: z.array(Text).nullish(),
  lines: z.array(Line).nullish(),
  types: z.array(Text).nullish(),
  waitsForPerson: z.boolean().optional(),
  callsPerMinute: z.int().optional(),
  actionsPerHour: z.int().optional(),
}
const person = { person: Text }
const handedOver = { name: Text, owner: Text, was: TextOrNull, isWoken: z.boolean() }
/** Who answers for it was told. */
const ending = { name: Text, owner: TextOrNull, days: z.int(), endsAt: Text }
const newNetwork = { name: Text, network: Text, address: Text, requestId: Text }
const passkey = z.object({ ...person, passkey: Text, called: Text })
const link = z.object({ ...person, purpose: z.enum(['first', 'reset']) })
const signIn = z.object({
  ...person,
  method: z.enum(['password', 'code', 'backup_code', 'passkey', 'provider']).optional(),
  /** Of a sign-in by an identity provider: which one; and of one that was refused, why. */
  provider: Text.optional(),
  refusal: z.enum(providerRefusals).optional(),
})
const identity = z.object({ ...person, issuer: Text, subject: Text })

export const events = {
  'ticket.received': {
    ...ofTicket,
    timeline: 'small',
    data: z.object({
      message: Text,
      channel: Text,
      line: Line,
      type: TextOrNull,
      problem_started_at: TextOrNull,
    }),
    read: z.object({
      message: Text.optional(),
      channel: Text.nullish(),
      product: Text.nullish(),
      line: Line.nullish(),
      type: Text.nullish(),
      problem_started_at: Text.nullish(),
    }),
  },
  'ticket.assigned': {
    ...ofTicket,
    data: z.object({ person: TextOrNull, name: WordsOrNull, previous: TextOrNull }),
  },
  'ticket.type_changed': {
    ...ofTicket,
    timeline: 'small_by_system',
    data: z.object({ type: Text, previous: TextOrNull }),
    read: z.object({ type: TextOrNull, previous: Text.nullish() }),
  },
  'ticket.line_changed': {
    ...ofTicket,
    data: z.object({ escalation: Text, line: Line, previous: Line }),
    read: z.object({
      line: Line,
      team: Text.nullish(),
      escalation: Text.optional(),
      previous: Line.optional(),
    }),
  },
  'ticket.escalated': {
    ...ofTicket,
    data: z.object({
      escalation: Text,
      line: Line,
      team: Text,
      because: Words,
      runbook: TextOrNull,
      runbook_version: z.int().nullable(),
      cause: TextOrNull,
    }),
    read: z.object({
      escalation: Text.optional(),
      line: Line.optional(),
      team: Text.nullish(),
      because: Text.optional(),
      runbook: Text.nullish(),
      runbook_version: z.int().nullish(),
      cause: Text.nullish(),
    }),
  },
  'ticket.waiting': {
    ...ofTicket,
    timeline: 'small',
    data: z.object({ message: Text }),
    read: z.object({ message: Text.optional() }),
  },
  /** How soon it is to be taken up; no figure knows of it. */
  'ticket.priority_changed': {
    ...ofTicket,
    data: z.object({ priority: Priority, previous: Priority }),
  },
  /** By the names they had then. */
  'ticket.tagged': {
    ...inTicket,
    changes: ['tickets', 'tags'],
    isPublic: true,
    data: z.object({ added: z.array(Text), removed: z.array(Text) }),
  },
  'ticket.snoozed': { ...ofTicket, data: z.object({ until: TextOrNull, run: TextOrNull }) },
  /** It came back: its time had come, the customer wrote, the run ended, or somebody took it back. */
  'ticket.woken': {
    ...ofTicket,
    data: z.object({ because: z.enum(['time', 'reply', 'run', 'person']) }),
  },
  'ticket.answered': { ...ofTicket, timeline: 'small', data: z.object({ message: Text }) },
  'ticket.problem_started': {
    ...ofTicket,
    changes: [...ticketLists, 'customer_systems'],
    data: z.object({ at: Text, previous: TextOrNull }),
    read: z.object({ at: TextOrNull, previous: Text.nullish() }),
  },
  'ticket.resolved': {
    ...ofTicket,
    data: z.object({
      resolution: Text,
      line: Line,
      type: TextOrNull,
      by: TextOrNull,
      runbook: TextOrNull,
      runbook_version: TextOrNull,
      action_runs: z.array(Text),
    }),
    read: z.object({
      resolution: Text,
      line: Line.nullish(),
      type: Text.nullish(),
      by: Text.nullish(),
      runbook: Text.nullish(),
      runbook_version: Text.nullish(),
      action_runs: z.array(Text).optional(),
    }),
  },
  'ticket.reopened': {
    ...ofTicket,
    data: z.object({
      by: z.enum(['customer', 'agent']),
      cause: Words,
      resolution: TextOrNull,
      /** Within the window of that resolution. */
      is_broken: z.boolean(),
      message: Text.optional(),
    }),
    read: z.object({
      by: z.enum(['customer', 'agent']),
      cause: Text.optional(),
      resolution: Text.nullish(),
      is_broken: z.boolean().optional(),
      message: Text.optional(),
    }),
  },
  'ticket.reopen_dismissed': {
    ...ofTicket,
    data: z.object({ resolution: Text, reason: Words }),
    read: z.object({ resolution: Text, reason: Text.optional() }),
  },
  /** Of the new ticket; breaks a resolution of the ticket named by `of`. */
  'ticket.repeat_linked': {
    ...ofTicket,
    data: z.object({ of: Text, number: z.int(), resolution: Text }),
    read: z.object({ of: Text, number: z.int().optional(), resolution: TextOrNull }),
  },
  'ticket.voided': {
    ...ofTicket,
    data: z.object({ reason: Text }),
    read: z.object({ reason: Text.optional() }),
  },
  /** Its messages go on at the other one. */
  'ticket.joined': { ...ofJoining, data: z.object({ to: Text, number: z.int() }) },
  'ticket.parted': { ...ofJoining, data: z.object({ from: Text, number: z.int() }) },
  'message.joined': {
    ...ofJoining,
    data: z.object({ from: Text, number: z.int(), message: TextOrNull }),
  },
  'message.parted': {
    ...ofJoining,
    data: z.object({ to: Text, number: z.int(), message: TextOrNull }),
  },

  /** An agent has said that it is part of an incident, or is not after all. */
  'ticket.incident_linked': {
    ...ofTicket,
    changes: [...ticketLists, 'incidents'],
    data: z.object({ incident: Text, title: Text }),
  },
  'ticket.incident_unlinked': {
    ...ofTicket,
    changes: [...ticketLists, 'incidents'],
    data: z.object({ incident: Text, title: Text }),
  },

  /** Of an update of its incident; `why` as in the preview. */
  'ticket.update_refused': {
    ...ofTicket,
    changes: [...ticketLists, 'incidents'],
    data: z.object({ incident: Text, update: Text, why: Text }),
  },

  'message.received': {
    ...ofMessage,
    timeline: 'message',
    data: z.object({ message: Text, judged: Judged.optional() }),
  },
  /** `judged`: what it is taken for now; null: it is to be read. */
  'message.judged': {
    ...ofMessage,
    data: z.object({ message: Text, judged: Judged.nullable() }),
  },
  'message.replied': {
    ...ofMessage,
    timeline: 'message',
    data: z.object({ message: Text }),
  },
  /** Before its mail left: it was said to nobody, and counts nowhere. */
  'message.taken_back': {
    ...ofMessage,
    timeline: 'small',
    data: z.object({ message: Text, /** That it told of. */ resolution: TextOrNull }),
  },
  'message.retried': { ...ofMessage, timeline: 'small', data: z.object({ message: Text }) },
  'message.sent': { ...ofMessage, timeline: 'message', data: z.object({ message: Text }) },
  'message.delayed': { ...ofMessage, data: z.object({ message: Text, error: Words }) },
  /** By another server that had taken it, and still tries. */
  'message.delayed_there': { ...ofMessage, data: z.object({ message: Text, error: Words }) },
  /** By another server that had taken it, for a reason that may pass. */
  'message.given_up': { ...ofMessage, data: z.object({ message: Text, error: Words }) },
  'message.failed': { ...ofMessage, data: z.object({ message: Text, error: Words }) },
  'note.added': {
    ...inTicket,
    timeline: 'message',
    changes: ['tickets'],
    isPublic: true,
    data: z.object({
      message: Text,
      /** Who is named in it. */ mentions: z.array(Text).optional(),
    }),
  },
  /** With its words: each version stands in the record. */
  'saved_reply.created': { ...ofSavedReply, data: savedWords },
  'saved_reply.changed': { ...ofSavedReply, data: savedWords },
  'saved_reply.archived': { ...ofSavedReply, data: z.object(savedReply) },
  'saved_reply.restored': { ...ofSavedReply, data: z.object(savedReply) },
  'phrase.taught': {
    ...inTicket,
    timeline: 'small',
    changes: ['phrases'],
    isPublic: false,
    data: z.object({ phrase: Text, meaning: Text, message: Text }),
  },
  'phrase.forgotten': {
    timeline: null,
    changes: ['phrases'],
    seenBy: 'ticket:read',
    isPublic: false,
    data: z.object({ phrase: Text }),
  },
  'rating.requested': {
    ...inTicket,
    timeline: 'small',
    changes: ['tickets'],
    isPublic: true,
    data: z.object({ resolution: Text }),
  },
  'rating.given': {
    ...inTicket,
    changes: ['tickets'],
    isPublic: true,
    data: z.object({ resolution: Text, value: z.enum(['up', 'down']), previous: TextOrNull }),
    read: z.object({
      resolution: Text,
      value: z.enum(['up', 'down']),
      previous: Text.nullish(),
    }),
  },

  'mail.received': { ...ofMail, data: z.object({ mail: Text, size_bytes: z.int() }) },
  'mail.ignored': { ...ofMail, data: z.object({ mail: Text, reason: Text }) },
  'mail.held': { ...ofMail, data: z.object({ mail: Text, reason: Text }) },
  'mail.failed': { ...ofMail, data: z.object({ mail: Text, reason: Text }) },
  'mail.released': { ...ofMail, data: z.object({ mail: Text }) },
  'mail.checked': { ...ofMail, data: z.object({ mail: Text }) },
  'mailbox.connected': { ...ofMailbox, data: z.object({ mailbox: Text }) },
  'mailbox.failing': { ...ofMailbox, data: z.object({ mailbox: Text, fault: Text }) },

  /** A contact signs in to the portal by a link that was mailed to them. */
  'portal.link_mailed': { ...ofPortal, data: z.object({ contact: Text }) },
  'portal.signed_in': { ...ofPortal, data: z.object({ contact: Text }) },
  'portal.signed_out': { ...ofPortal, data: z.object({ contact: Text }) },

  /** A contact looks for the cause themselves, by a runbook that is opened to customers. */
  'self_service.started': { ...ofPortal, data: z.object(attempt) },
  'self_service.checked': { ...ofPortal, data: z.object({ ...attempt, cause: TextOrNull }) },
  'self_service.solved': { ...ofPortal, data: z.object({ ...attempt, cause: Text }) },
  /** What they were shown, word for word, stands in its ticket. */
  'self_service.passed_on': {
    ...inTicket,
    changes: ['runbook_runs'],
    isPublic: false,
    data: z.object({
      ...attempt,
      run: Text,
      title: Text,
      cause: TextOrNull,
      because: PassedOnBecause,
      shown: WordsOrNull,
    }),
  },

  'account.assigned': {
    ...ofMessage,
    changes: [...messageLists, 'customer_systems'],
    data: z.object({
      account: Text,
      external_id: Text,
      name: Words,
      previous: TextOrNull,
      /** Later mail of the same sender is this account's too. */
      is_for_good: z.boolean(),
    }),
    read: z.object({
      account: Text,
      external_id: Text,
      name: Text,
      previous: TextOrNull,
      is_for_good: z.boolean().optional(),
    }),
  },
  'account.viewed': {
    ...inTicket,
    timeline: 'small',
    changes: [],
    isPublic: false,
    data: z.object({}),
  },
  'account.unmasked': {
    ...inTicket,
    changes: [],
    isPublic: false,
    data: z.object({ source: Text, reason: Text }),
  },
  'account.opened': {
    timeline: null,
    changes: [],
    seenBy: 'audit:read',
    isPublic: false,
    data: z.object({ opening: Text, reason: Text }),
  },
  /** Without an account: the directory knew none by what was asked for, which is not kept. */
  'account.tried': {
    timeline: null,
    changes: [],
    seenBy: 'audit:read',
    isPublic: false,
    data: z.object({ trial: Text, source: Text, reason: Text }),
  },
  /** Counts only: the foreign rows themselves are written nowhere. */
  'security.foreign_row': {
    ...inTicket,
    changes: [],
    isPublic: false,
    data: z.object({ source: Text, rows: z.int(), foreign: z.int() }),
  },

  /** In the desk where the ticket lives something happened that changes nothing here. */
  'beside.followed': {
    ...ofBeside,
    timeline: 'small',
    data: z.object({ desk: Text, status: Text }),
  },
  /** It is not there any more. */
  'beside.gone': { ...ofBeside, data: z.object({ desk: Text }) },
  /** What happened here stands there now. */
  'beside.told': {
    ...ofBeside,
    timeline: 'small',
    data: z.object({ desk: Text, kind: BesideWriteKind, write: Text }),
  },
  /** Somebody had changed it there: nothing was written over. */
  'beside.conflict': {
    ...ofBeside,
    data: z.object({ desk: Text, kind: BesideWriteKind, write: Text, why: Words }),
  },
  'beside.refused': {
    ...ofBeside,
    data: z.object({ desk: Text, kind: BesideWriteKind, write: Text, why: Words }),
  },
  'beside.connected': { ...ofOutsideDesk, data: z.object({ desk: Text }) },
  'beside.failing': { ...ofOutsideDesk, data: z.object({ desk: Text, fault: Text }) },

  'deploy.recorded': {
    ...ofStatus,
    data: z.object({ id: Text, service: Text, version: Text, environment: Text }),
  },
  /** Of a deploy that is known: it failed after all, or went live after all. */
  'deploy.outcome_changed': {
    ...ofStatus,
    data: z.object({ id: Text, service: Text, version: Text, environment: Text, outcome: Text }),
  },
  'flag.changed': {
    ...ofStatus,
    data: z.object({ id: Text, flag: Text, service: Text, version: Text, environment: Text }),
  },
  'config.changed': {
    ...ofStatus,
    data: z.object({ id: Text, setting: Text, service: Text, version: Text, environment: Text }),
  },
  'incident.opened': { ...ofIncident, data: z.object({ id: Text, title: Text }) },
  'incident.updated': { ...ofIncident, data: z.object({ id: Text, title: Text }) },
  'incident.ended': { ...ofIncident, data: z.object({ id: Text, title: Text }) },
  'incident.update_written': {
    ...ofIncident,
    data: z.object({ ...update, tickets: z.int(), outcome: Text }),
  },
  /** All replies are written, and their mails are held for a moment. */
  'incident.update_sent': {
    ...ofIncident,
    data: z.object({ ...update, written: z.int(), refused: z.int() }),
  },
  'incident.update_taken_back': {
    ...ofIncident,
    data: z.object({ ...update, taken_back: z.int(), left: z.int() }),
  },
  'status.changed': {
    ...ofStatus,
    data: z.object({ component: Text, from: TextOrNull, to: Text }),
  },
  /** Another title, note or set of components; no state changed. */
  'status.noted': { ...ofStatus, data: z.object({ components: z.int() }) },

  /** The intent, before anything is called. */
  'action.intended': {
    ...ofAction,
    isPublic: false,
    data: z.object({
      run: Text,
      ...action,
      definition: z.unknown(),
      input: z.unknown(),
      reason: TextOrNull,
      request: z.unknown(),
      undoes: Text.optional(),
      runbookRun: Text.optional(),
      approval: Text.optional(),
    }),
  },
  'action.accepted': {
    ...ofAction,
    data: z.object({ run: Text, ...action, attempts: z.int(), status: z.int().nullable() }),
    read: z.object({ run: Text, ...action, attempts: z.int(), status: z.int().nullish() }),
  },
  'action.verified': {
    ...ofAction,
    changes: [...actionLists, 'customer_systems'],
    data: z.object({ run: Text, ...action, reading: z.unknown() }),
  },
  'action.failed': { ...ofAction, data: z.object(called), read: calledEarlier },
  /** It may or may not have happened. */
  'action.unknown': { ...ofAction, data: z.object(called), read: calledEarlier },
  'action.undone': { ...ofAction, data: z.object({ run: Text, ...action, by: Text }) },
  /** Of a chain: the next step, before anything of it is called. */
  'action.step_intended': {
    ...ofAction,
    isPublic: false,
    data: z.object({ run: Text, ...action, ...stepOf, request: z.unknown() }),
  },
  'action.step_verified': {
    ...ofAction,
    changes: [...actionLists, 'customer_systems'],
    data: z.object({ run: Text, ...action, ...stepOf, reading: z.unknown() }),
  },
  /** The chain goes no further: what was done is being taken back, where there is a way. */
  'action.step_failed': {
    ...ofAction,
    data: z.object({ run: Text, ...action, ...stepOf, error: z.unknown() }),
  },
  'action.step_undone': {
    ...ofAction,
    changes: [...actionLists, 'customer_systems'],
    data: z.object({ run: Text, ...action, ...stepOf, by: Text }),
  },
  'action.step_not_undone': {
    ...ofAction,
    data: z.object({ run: Text, ...action, ...stepOf, error: z.unknown() }),
  },
  'action.approval_requested': {
    ...ofAction,
    data: z.object({
      ...approval,
      definition: z.unknown(),
      input: z.unknown(),
      reason: Words,
      role: Text,
      expiresAt: Text,
      undoes: Text.optional(),
    }),
  },
  'action.approval_approved': { ...ofAction, data: decided },
  'action.approval_refused': { ...ofAction, data: decided },
  'action.approval_withdrawn': { ...ofAction, data: decided },
  'action.approval_expired': { ...ofAction, data: decided },
  'action.approval_stale': { ...ofAction, data: decided },
  /** `action` null: all of them. */
  'action.stopped': {
    ...ofAction,
    timeline: null,
    seenBy: 'action:read',
    data: z.object({ action: TextOrNull, reason: Words }),
  },
  'action.resumed': {
    ...ofAction,
    timeline: null,
    seenBy: 'action:read',
    data: z.object({ action: TextOrNull, reason: Words }),
  },

  'runbook.drafted': {
    ...ofRunbook,
    data: z.object({
      runbook: Text,
      version: z.int(),
      origin: Text,
      base_version: z.int().nullable(),
      escalation: TextOrNull,
      /** The older version this draft is made of. */
      restored: z.int().optional(),
    }),
  },
  'runbook.published': {
    ...ofRunbook,
    isPublic: true,
    data: z.object({
      runbook: Text,
      version: z.int(),
      previous: z.int().nullable(),
      origin: Text,
      note: WordsOrNull,
      escalation: TextOrNull,
    }),
    read: z.object({
      runbook: Text,
      version: z.int(),
      previous: z.int().nullish(),
      origin: Text.optional(),
      note: Text.nullish(),
      escalation: Text.nullish(),
    }),
  },
  'runbook.retired': {
    ...ofRunbook,
    isPublic: true,
    data: z.object({ runbook: Text, version: z.int(), reason: Words }),
  },
  'runbook.verified': { ...ofRunbook, data: z.object({ runbook: Text, version: z.int() }) },
  'runbook.editing_kept': {
    ...ofRunbook,
    data: z.object({ runbook: Text, base_version: z.int() }),
  },
  'runbook.editing_ended': { ...ofRunbook, data: z.object({ runbook: Text }) },
  'runbook.matching_learned': {
    ...ofRunbook,
    data: z.object({ confirmations: z.int(), labels: z.int() }),
  },
  'runbook.matched': {
    ...ofMatch,
    timeline: 'small',
    data: z.object({
      runbook: Text,
      version: z.int(),
      score: z.number(),
      symptom: TextOrNull,
    }),
  },
  'runbook.match_refused': { ...ofMatch, data: z.object({ runbook: Text }) },
  'runbook.started': { ...ofRun, data: z.object(run) },
  'runbook.pick_chosen': {
    ...ofRun,
    timeline: 'small',
    data: z.object({ ...run, pick: Text, value: Text }),
  },
  'runbook.checks_repeated': {
    ...ofRun,
    timeline: 'small',
    data: z.object({ ...run, checks: z.array(Text).readonly() }),
  },
  /** The values that were read stay with the run, where masks and retention apply. */
  'runbook.check_answered': {
    ...ofRun,
    timeline: 'small',
    data: z.object({
      ...run,
      check: Text,
      state: Text,
      duration_ms: z.number().nullable(),
      answer: z.union([z.boolean(), Text]).optional(),
    }),
  },
  'runbook.cause_found': { ...ofRun, isPublic: true, data: z.object({ ...run, cause: Text }) },
  'runbook.unclassified': {
    ...ofRun,
    isPublic: true,
    data: z.object({ ...run, matched: z.array(Text).readonly() }),
  },
  'runbook.taken_over': { ...ofRun, data: z.object({ ...run, from: TextOrNull }) },
  'runbook.abandoned': { ...ofRun, data: z.object({ ...run, reason: Text }) },

  'escalation.assigned': {
    ...inTicket,
    changes: escalationLists,
    isPublic: true,
    data: z.object({ escalation: Text, person: TextOrNull, name: WordsOrNull }),
  },
  'escalation.returned': {
    ...inTicket,
    changes: escalationLists,
    isPublic: true,
    data: z.object({
      escalation: Text,
      /** Whom the lesson is for; null where an AI agent escalated. */
      agent: TextOrNull,
      type: TextOrNull,
      would_have_helped: z.enum(['access', 'action', 'runbook', 'defect']),
      minutes_spent: z.int(),
      draft_runbook: TextOrNull,
      draft_version: z.int().nullable(),
    }),
  },
  'escalation.closed': {
    ...inTicket,
    changes: escalationLists,
    isPublic: true,
    data: z.object({
      escalation: Text,
      how: z.enum(['published', 'waived']),
      runbook: TextOrNull,
      version: z.int().nullable(),
      reason: WordsOrNull,
    }),
  },
  'lesson.learned': {
    ...inTicket,
    changes: ['lessons'],
    isPublic: false,
    data: z.object({ escalation: Text, is_learned: z.boolean() }),
  },
  'win.proposed': { ...ofWin, data: z.object({ resolution: Text, type: Text }) },
  'win.named': { ...ofWin, data: z.object({ resolution: Text, name: Text }) },
  'win.declined': { ...ofWin, data: z.object({ resolution: Text, reason: Text }) },
  'win.told': {
    ...ofWin,
    data: z.object({ resolution: Text, is_sent: z.boolean(), error: TextOrNull }),
  },
  'ticket.watched': { ...ofWatching, data: z.object({ ticket: Text, people: z.array(Text) }) },
  'ticket.unwatched': { ...ofWatching, data: z.object({ ticket: Text, people: z.array(Text) }) },
  'escalation.watched': { ...ofWatching, data: watched },
  'escalation.unwatched': { ...ofWatching, data: watched },
  /** Whose inbox has something new, of which event. */
  'notification.raised': {
    ...ofNotification,
    data: z.object({ ticket: Text, event: Text, people: z.array(Text) }),
  },
  'notification.read': {
    ...ofNotification,
    data: z.object({ count: z.int(), is_read: z.boolean() }),
  },
  'notification.kind_set': {
    ...ofNotification,
    data: z.object({ kind: Text, is_on: z.boolean() }),
  },
  'opportunity.decided': {
    timeline: null,
    changes: ['opportunities'],
    seenBy: 'scorecard:read',
    isPublic: false,
    data: z.object({
      opportunity: Text,
      state: z.enum(['started', 'dismissed', 'open']),
      link: Text.nullish(),
      reason: Text.nullish(),
      thing_kind: Text.nullish(),
      thing_id: Text.nullish(),
    }),
  },

  'person.invited': {
    ...ofPerson,
    data: z.object({ ...person, role: Text, line: Line.nullable() }),
  },
  'person.role_changed': {
    ...ofPerson,
    data: z.object({
      ...person,
      role: Text,
      line: Line.nullable(),
      was: z.object({ role: Text, line: TextOrNull }),
      /** The groups of this identity provider say so. */
      provider: Text.optional(),
    }),
  },
  'person.disabled': {
    ...ofPerson,
    data: z.object({ ...person, keys: z.array(Text), ai_agents: z.array(Text) }),
    read: z.object({
      ...person,
      keys: z.array(Text).optional(),
      ai_agents: z.array(Text).optional(),
    }),
  },
  'person.enabled': { ...ofPerson, data: z.object(person) },
  /** Came in by an identity provider, whose groups say with which role; nobody had invited them. */
  'person.joined': {
    ...ofPerson,
    data: z.object({ ...person, role: Text, line: Line.nullable(), provider: Text }),
  },
  /** From now on the provider alone lets them in: password, second factor and sessions are gone. */
  'person.identity_bound': {
    ...ofPerson,
    data: z.object({ ...identity.shape, provider: Text, by: z.enum(['email', 'joining']) }),
  },
  'person.identity_released': { ...ofPerson, data: identity },
  'person.password_link_asked': { ...ofPerson, data: link },
  'person.password_link_shown': { ...ofPerson, data: link },
  'person.password_link_mailed': { ...ofPerson, data: link },
  'person.password_set': {
    ...ofPerson,
    data: z.object({ ...link.shape, sessions: z.int() }),
  },
  'person.password_changed': { ...ofPerson, data: z.object({ ...person, sessions: z.int() }) },
  'person.session_ended': { ...ofPerson, data: z.object({ ...person, sessions: z.int() }) },
  'person.second_factor_reset': { ...ofPerson, data: z.object(person) },
  'person.passkey_added': { ...ofPerson, data: passkey },
  'person.passkey_removed': { ...ofPerson, data: passkey },
  'person.signed_in': { ...ofPerson, data: signIn },
  'person.sign_in_failed': { ...ofPerson, data: signIn },
  'person.signed_out': { ...ofPerson, data: signIn },
  'person.codes_set': { ...ofPerson, data: signIn },
  'person.codes_removed': { ...ofPerson, data: signIn },
  'person.backup_codes_made': { ...ofPerson, data: signIn },
  'person.scorecard_started': { ...ofReader, data: z.object(person) },
  'person.scorecard_stopped': { ...ofReader, data: z.object(person) },
  'person.scorecard_mailed': { ...ofReader, data: z.object({ ...person, week: Text }) },

  'api_key.created': {
    ...ofApiKey,
    data: z.object({
      key: Text,
      name: Text,
      permissions: z.array(Text),
      expiresInDays: z.int(),
    }),
    read: z.object({
      key: Text,
      name: Text,
      permissions: z.array(Text),
      expiresInDays: z.int().optional(),
    }),
  },
  'api_key.revoked': { ...ofApiKey, data: z.object({ key: Text, name: Text }) },
  'api_key.handed_over': { ...ofApiKey, data: z.object({ key: Text, ...handedOver }) },
  'api_key.ending': { ...ofApiKey, data: z.object({ key: Text, ...ending }) },
  'api_key.used_from_new_network': { ...ofApiKey, data: z.object({ key: Text, ...newNetwork }) },
  'ai_agent.created': {
    ...ofAiAgent,
    data: z.object({
      ai_agent: Text,
      name: Text,
      ...aiAgentLimits,
      expiresInDays: z.int(),
    }),
    read: z.object({
      ai_agent: Text,
      name: Text,
      ...aiAgentLimits,
      expiresInDays: z.int().optional(),
    }),
  },
  'ai_agent.changed': {
    ...ofAiAgent,
    data: z.object({ ai_agent: Text, name: Text, ...aiAgentLimits }),
  },
  'ai_agent.revoked': { ...ofAiAgent, data: z.object({ ai_agent: Text, name: Text }) },
  'ai_agent.handed_over': { ...ofAiAgent, data: z.object({ ai_agent: Text, ...handedOver }) },
  'ai_agent.ending': { ...ofAiAgent, data: z.object({ ai_agent: Text, ...ending }) },
  'ai_agent.used_from_new_network': {
    ...ofAiAgent,
    data: z.object({ ai_agent: Text, ...newNetwork }),
  },

  'audit.read': {
    ...ofRecord,
    data: z.object({
      personId: Text.optional(),
      accountId: Text.optional(),
      kind: Text.optional(),
      from: Text.optional(),
      to: Text.optional(),
    }),
  },
  'audit.exported': { ...ofRecord, data: z.object({ filter: Anything, format: Text }) },
  'audit.verification_asked': { ...ofRecord, data: z.object({ check: Text }) },
  'audit.verified': {
    ...ofRecord,
    data: z.object({
      check: Text,
      isAsSealed: z.boolean(),
      events: z.int(),
      fault: z.unknown(),
    }),
  },
  /** The desk was set back to a backup of then: what came after it is not in this record. */
  'audit.restored': {
    ...ofRecord,
    data: z.object({
      taken_at: Text,
      program: Text,
      mails: z.int(),
      runs: z.int(),
      approvals: z.int(),
    }),
  },

  /** All that is known of them, for them; who asked for it takes it once. */
  'contact.export_asked': {
    ...ofPrivacy,
    /** `export` null: by the command line. */
    data: z.object({ contact: Text, export: TextOrNull, reason: Words }),
  },
  'contact.exported': { ...ofPrivacy, data: z.object({ contact: Text, export: TextOrNull }) },
  'contact.erasure_asked': {
    ...ofPrivacy,
    data: z.object({ contact: Text, erasure: Text, reason: Words }),
  },
  'contact.erasure_approved': { ...ofPrivacy, data: z.object({ contact: Text, erasure: Text }) },
  'contact.erasure_refused': {
    ...ofPrivacy,
    data: z.object({ contact: Text, erasure: Text, reason: Words }),
  },
  /** Nothing here says who they were. */
  'contact.erased': {
    ...ofPrivacy,
    changes: ['erasures', 'tickets', 'ticket', 'mails'],
    data: z.object({
      contact: Text,
      erasure: Text,
      tickets: z.int(),
      messages: z.int(),
      mails: z.int(),
    }),
  },

  /** Words or mails that were older than they are kept. */
  'retention.applied': {
    ...ofPrivacy,
    changes: ['erasures', 'tickets', 'mails'],
    data: z.object({ kind: z.enum(['mails', 'messages']), days: z.int(), count: z.int() }),
  },

  'history.uploaded': { ...ofImport, data: z.object({ upload: Text, bytes: z.int() }) },
  'history.asked': { ...ofImport, data: z.object({ import: Text, origin: Text }) },
  'history.stopped': { ...ofImport, data: z.object({ import: Text, origin: Text }) },
  'history.resumed': { ...ofImport, data: z.object({ import: Text, origin: Text }) },
  'history.imported': {
    ...ofImport,
    data: z.object({ origin: Text, sha256: Text, cases: z.number(), events: z.number() }),
  },
  'history.set_aside': { ...ofImport, data: z.object({ origin: Text, reason: Text }) },
  'history.taken_back': { ...ofImport, data: z.object({ origin: Text }) },

  /** What it did to a ticket, and what it left as it was; each change has its own entry beside this. */
  'rule.acted': {
    ...inTicket,
    changes: ['rules', 'tickets'],
    isPublic: false,
    data: z.object({
      rule: Text,
      title: Text,
      /** The event it acted on. */
      event: Text,
      did: z.array(Text),
      left: z.array(Text),
    }),
  },
  /** For those outside: a rule that says so has acted on this ticket. */
  'rule.told': {
    timeline: null,
    changes: [],
    seenBy: 'ticket:read',
    isPublic: true,
    data: z.object({ rule: Text, title: Text }),
  },
  /** `rule` null: all of them. limit, loop: by itself. */
  'rule.stopped': {
    ...ofRule,
    data: z.object({
      rule: TextOrNull,
      because: z.enum(['person', 'limit', 'loop']),
      reason: Words,
    }),
  },
  'rule.resumed': { ...ofRule, data: z.object({ rule: TextOrNull, reason: Words }) },

  'webhook.created': { ...ofWebhook, data: endpoint },
  'webhook.changed': { ...ofWebhook, data: endpoint },
  'webhook.secret_rotated': { ...ofWebhook, data: z.object({ webhook: Text, old_until: Text }) },
  'webhook.enabled': { ...ofWebhook, data: z.object({ webhook: Text }) },
  /** gone: it answered 410; failing: nothing arrived for five days. */
  'webhook.disabled': {
    ...ofWebhook,
    data: z.object({ webhook: Text, because: z.enum(['person', 'gone', 'failing']) }),
  },
  'webhook.deleted': { ...ofWebhook, data: z.object({ webhook: Text }) },
  /** A new desk does without this step, or takes it up after all. */
  'setup.step_skipped': { ...ofSetup, data: z.object({ step: Text }) },
  'setup.step_resumed': { ...ofSetup, data: z.object({ step: Text }) },
  'setup.mail_tested': { ...ofSetup, data: z.object({ is_taken: z.boolean() }) },
  'setup.sample_created': { ...ofSetup, data: z.object({ sample: Text }) },
  'setup.sample_removed': { ...ofSetup, data: z.object({ sample: Text }) },
  'webhook.tested': { ...ofWebhook, data: z.object({ webhook: Text, delivery: Text }) },
  'webhook.resent': {
    ...ofWebhook,
    data: z.object({ webhook: Text, count: z.int(), /** Of one. */ delivery: Text.optional() }),
  },
} as const satisfies Record<`${string}.${string}`, CatalogueRow>

type Catalogue = typeof events
/** `ticket.resolved`: the thing, then what happened to it, in the past tense. */
export type EventName = keyof Catalogue
/** What a webhook may carry. */
export type PublicEventName = {
  [Name in EventName]: Catalogue[Name]['isPublic'] extends true ? Name : never
}[EventName]
export type EventKind = EventName extends `${infer Kind}.${string}` ? Kind : never

/** What may be written. */
export type NewDataOf<Name extends EventName> = z.input<Catalogue[Name]['data']>

type ReadOf<Row> = Row extends { read: infer Read extends z.ZodType }
  ? z.output<Read>
  : Row extends { data: infer Data extends z.ZodType }
    ? z.output<Data>
    : never
/** What may be read, in rows of every version and of other desks' histories. */
export type DataOf<Name extends EventName> = ReadOf<Catalogue[Name]>

export const eventNames = Object.keys(events) as EventName[]
export const publicEventNames = eventNames.filter(isPublicEvent)
/** What an entry of the record is about: the first word of its event's name. */
export const eventKinds = [...new Set(eventNames.map(kindOfEvent))].toSorted() as [
  EventKind,
  ...EventKind[],
]

export function kindOfEvent(name: EventName): EventKind {
  return name.slice(0, name.indexOf('.')) as EventKind
}

/** A name that comes from the record or another node may be of another version. */
export function catalogueRowOf(name: string): CatalogueRow | undefined {
  return ownProperty<CatalogueRow>(events, name)
}

export function isPublicEvent(name: string): name is PublicEventName {
  return catalogueRowOf(name)?.isPublic === true
}

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}

/** @throws ZodError where the record says what no version of this event says */
export function readData<Name extends EventName>(name: Name, data: unknown): DataOf<Name> {
  const row: CatalogueRow = events[name]
  return (row.read ?? row.data).parse(data) as DataOf<Name>
}

export type KnownEvent = { [Name in EventName]: { name: Name; data: DataOf<Name> } }[EventName]

/** @returns null for what this version does not understand: it is of a newer one, or written by hand */
export function knownEvent({ name, data }: { name: string; data: unknown }): KnownEvent | null {
  if (!isEventName(name)) return null
  const { read, data: written }: CatalogueRow = events[name]
  const parsed = (read ?? written).safeParse(data)
  return parsed.success ? ({ name, data: parsed.data } as KnownEvent) : null
}
