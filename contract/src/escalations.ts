import { z } from 'zod'
import { ActorRef, Id, Line, PageQuery, PersonRef, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'
import { RunbookContent, RunbookId, RunbookProblem } from './runbooks.ts'
import { AccountRef } from './tickets.ts'

/**
 * open: an engineer is on it; draft: returned, and its runbook draft waits for publication;
 * returned: returned without a draft; closed: a version was published, or the reason not to is written.
 */
export const EscalationState = z.enum(['open', 'returned', 'draft', 'closed'])
export type EscalationState = z.infer<typeof EscalationState>

/** What would have let the first line resolve it; defect: only a change of the product. */
export const WouldHaveHelped = z.enum(['access', 'action', 'runbook', 'defect'])
export type WouldHaveHelped = z.infer<typeof WouldHaveHelped>

export const EscalationReturn = z.object({
  at: Time,
  by: PersonRef,
  was: z.string(),
  fix: z.string(),
  wouldHaveHelped: WouldHaveHelped,
  detail: z.string(),
  minutesSpent: z.int(),
})
export type EscalationReturn = z.infer<typeof EscalationReturn>

export const Escalation = z
  .object({
    id: Id,
    state: EscalationState,
    ticket: z.object({
      id: Id,
      number: z.int(),
      subject: z.string(),
      type: z.string().nullable(),
    }),
    account: AccountRef.nullable(),
    /** The team. */
    to: z.string(),
    because: z.string(),
    identifiers: z.array(z.object({ name: z.string(), value: z.string() })),
    note: z.string(),
    escalatedAt: Time,
    escalatedBy: ActorRef,
    assignee: PersonRef.nullable(),
    runbook: z
      .object({ id: z.string(), title: z.string(), version: z.int(), cause: z.string().nullable() })
      .nullable(),
    returned: EscalationReturn.nullable(),
    /** The runbook version made from what came back. */
    draft: z.object({ runbook: z.string(), title: z.string(), version: z.int() }).nullable(),
    closed: z
      .object({
        at: Time,
        by: ActorRef,
        how: z.enum(['published', 'waived']),
        /** The published version, or null. */
        version: z.int().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Escalation' })
export type Escalation = z.infer<typeof Escalation>

/** Frozen when escalated, masks kept. A part that could not be read says so. */
export const Evidence = z
  .object({
    at: Time,
    problemStartedAt: Time.nullable(),
    account: z.object({ externalId: z.string(), name: z.string() }).nullable(),
    conversation: z.object({
      customerMessages: z.int(),
      replies: z.int(),
      notes: z.int(),
      firstMessage: z.string().nullable(),
    }),
    checks: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        /** Which source it reads; records of before do not say, and a question has none. */
        source: z.string().nullable().optional(),
        state: z.string(),
        value: z.unknown(),
        ageSeconds: z.number().nullable(),
        error: z.string().nullable(),
      }),
    ),
    actionRuns: z.array(
      z.object({
        id: z.string(),
        action: z.string(),
        title: z.string(),
        outcome: z.string(),
        at: Time,
      }),
    ),
    logs: z.object({
      items: z.array(z.record(z.string(), z.unknown())),
      error: z.string().nullable(),
    }),
    changes: z.object({
      items: z.array(z.record(z.string(), z.unknown())),
      error: z.string().nullable(),
    }),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

export const EscalationDetail = Escalation.extend({ evidence: Evidence }).meta({
  id: 'EscalationDetail',
})
export type EscalationDetail = z.infer<typeof EscalationDetail>

const ticketId = z.object({ ticketId: Id })
const escalationId = z.object({ id: Id })
const Words = z.string().trim().min(3).max(4_000)

export const Escalate = ticketId.extend({
  to: z.string().trim().min(1).max(120),
  because: Words,
  identifiers: z
    .record(z.string().min(1).max(120), z.string().trim().max(500))
    .refine((all) => Object.keys(all).length <= 50, 'At most 50 identifiers')
    .default({}),
  /** Needed when no runbook says what to hand over. */
  note: z.string().trim().max(10_000).default(''),
  /** The run it comes from; without it the last one that was followed on this ticket. */
  runbookRunId: Id.optional(),
})
export const ListEscalations = PageQuery.extend({ state: EscalationState.optional() })
export const ReturnEscalation = escalationId.extend({
  was: Words,
  fix: Words,
  wouldHaveHelped: WouldHaveHelped,
  /** Which access, action or runbook; for a defect, what it is. */
  detail: z.string().trim().max(4_000).default(''),
  /** What a customer is told the next time, in words for them; without any the cause keeps its own. */
  say: z.string().trim().max(4_000).default(''),
  minutesSpent: z.int().min(0).max(10_000),
})
export const AssignEscalation = escalationId.extend({ personId: Id.nullable() })
export const WaiveEscalation = escalationId.extend({ reason: z.string().trim().min(10).max(2_000) })
export const PreviewDraft = ReturnEscalation.partial({ minutesSpent: true })

export const escalationRoutes = {
  escalate: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/escalation',
    summary: "Hand a ticket to a team with its evidence; the runbook's identifiers must be there",
    permission: 'escalation:open',
    looksBack: true,
    params: ticketId,
    body: Escalate.omit({ ticketId: true }),
    response: EscalationDetail,
    errors: [
      'ticket.not-found',
      'ticket.merged',
      'ticket.not-open',
      'escalation.already-open',
      'escalation.identifiers-missing',
      'escalation.note-missing',
      'run.not-found',
      'ticket.no-account',
    ],
  },
  listTeams: {
    method: 'GET',
    path: '/api/teams',
    summary: 'The teams behind the first line, to escalate to',
    permission: 'escalation:read',
    response: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), line: Line })),
    }),
  },
  listEscalations: {
    method: 'GET',
    path: '/api/escalations',
    summary: 'Escalations of a state (all without one), newest first',
    permission: 'escalation:read',
    changedBy: ['escalations'],
    query: ListEscalations,
    errors: ['cursor.invalid'],
    response: pageOf(Escalation).extend({
      /** Of each state, up to 1,000. */
      counts: z.record(EscalationState, z.int()),
    }),
  },
  getEscalation: {
    method: 'GET',
    path: '/api/escalations/{id}',
    summary: 'One escalation with its evidence',
    permission: 'escalation:read',
    changedBy: ['escalations'],
    params: escalationId,
    response: EscalationDetail,
    errors: ['escalation.not-found'],
  },
  assignEscalation: {
    method: 'PUT',
    path: '/api/escalations/{id}/assignee',
    summary: 'Take an escalation, give it to a person, or to nobody',
    permission: 'escalation:return',
    params: escalationId,
    body: AssignEscalation.omit({ id: true }),
    response: EscalationDetail,
    errors: ['escalation.not-found', 'escalation.not-open', 'person.not-found'],
  },
  previewEscalationDraft: {
    method: 'POST',
    path: '/api/escalations/{id}/draft-preview',
    summary: 'The runbook draft these words would make; changes nothing',
    permission: 'escalation:return',
    repeated: { is: 'anew', because: 'it changes nothing' },
    params: escalationId,
    body: PreviewDraft.omit({ id: true }),
    response: z.object({
      runbook: RunbookId,
      isNew: z.boolean(),
      /** The cause that is added or changed. */
      cause: z.string(),
      source: z.string(),
      /** The text it changes; null of a new runbook. */
      before: z.string().nullable(),
      content: RunbookContent.nullable(),
      problems: z.array(RunbookProblem),
    }),
    errors: [
      'escalation.not-found',
      'runbook.too-large',
      'runbook.busy',
      'run.not-found',
      'ticket.not-found',
    ],
  },
  returnEscalation: {
    method: 'POST',
    path: '/api/escalations/{id}/return',
    summary: 'Give it back with what it was and how it was fixed; a runbook draft is made from it',
    permission: 'escalation:return',
    params: escalationId,
    body: ReturnEscalation.omit({ id: true }),
    response: EscalationDetail,
    errors: [
      'escalation.not-found',
      'escalation.not-open',
      'runbook.too-large',
      'runbook.busy',
      'run.not-found',
      'ticket.not-found',
    ],
  },
  waiveEscalation: {
    method: 'POST',
    path: '/api/escalations/{id}/waiver',
    summary: 'Close the loop without a runbook change, and write down why',
    permission: 'escalation:return',
    params: escalationId,
    body: WaiveEscalation.omit({ id: true }),
    response: EscalationDetail,
    errors: ['escalation.not-found', 'escalation.not-returned'],
  },
} as const satisfies RouteTable
