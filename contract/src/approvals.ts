import { z } from 'zod'
import { ActionGuard, ActionPreviewStep, ActionRead, ActionRef, ActionRequest } from './actions.ts'
import { ActorRef, Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { AccountRef } from './tickets.ts'
import { confirmRefusals, readRefusals, requestRefusals } from './refusals.ts'
import { Sentence } from './sentence.ts'

/**
 * waiting: nothing is done yet · approved: it was run, see its run · stale: what was to be approved
 * has changed meanwhile, ask again · the others: it will not be run.
 */
export const ActionApprovalState = z.enum([
  'waiting',
  'approved',
  'refused',
  'withdrawn',
  'expired',
  'stale',
])
export type ActionApprovalState = z.infer<typeof ActionApprovalState>

/** The least role that may approve; those above it may too. */
export const ApproverRole = z.enum(['engineer', 'lead', 'admin'])
export type ApproverRole = z.infer<typeof ApproverRole>

/** A run that waits for a second person, exactly as it was asked for: nobody can change it. */
export const ActionApproval = z
  .object({
    id: Id,
    state: ActionApprovalState,
    ticket: z.object({ id: Id, number: z.int(), subject: z.string() }),
    account: AccountRef,
    action: ActionRef.extend({ tier: z.enum(['safe', 'two_person']) }),
    role: ApproverRole,
    input: z.record(z.string(), z.unknown()),
    reason: z.string(),
    /** Who asks. */
    by: ActorRef,
    runbookRunId: Id.nullable(),
    /** The run it would take back. */
    undoes: Id.nullable(),
    /** What would happen, in words. */
    sentences: z.array(z.string()),
    /** The same, each for who reads it in another language. */
    said: z.array(Sentence).optional(),
    request: ActionRequest,
    steps: z.array(ActionPreviewStep).optional(),
    /** As they were when it was asked for; approving reads all of it again. */
    reads: z.array(ActionRead),
    guards: z.array(ActionGuard),
    requestedAt: Time,
    expiresAt: Time,
    /** `by` null: nobody, its time was over. */
    decision: z.object({ by: ActorRef.nullable(), at: Time, reason: z.string() }).nullable(),
    /** The run it became. */
    runId: Id.nullable(),
    /** Why the one who asks may not approve it; null: may. */
    hindrance: z
      .object({ reason: z.string(), say: z.string(), said: Sentence.optional() })
      .nullable(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'ActionApproval' })
export type ActionApproval = z.infer<typeof ActionApproval>

/** Why nobody may run it now. */
export const ActionStop = z
  .object({ by: ActorRef, at: Time, reason: z.string() })
  .meta({ id: 'ActionStop' })
export type ActionStop = z.infer<typeof ActionStop>

/** An action of the project, and whether it may be run at all. */
export const ActionControl = ActionRef.extend({
  tier: z.enum(['safe', 'two_person']),
  /** `when` null: always. */
  approval: z.object({ when: z.string().nullable(), role: ApproverRole }).nullable(),
  /** Of the last 30 days. */
  runs: z.object({ all: z.int(), verified: z.int(), failed: z.int(), unknown: z.int() }),
  stop: ActionStop.nullable(),
}).meta({ id: 'ActionControl' })
export type ActionControl = z.infer<typeof ActionControl>

const Reason = z.string().trim().max(500)
const NeededReason = z.string().trim().min(3).max(500)
const ticketId = z.object({ ticketId: Id })
const runId = z.object({ runId: Id })
const approvalId = z.object({ approvalId: Id })
const approvals = z.object({ items: z.array(ActionApproval) })

export const RequestApproval = ticketId.extend({
  /** Of the preview; one token, one request. */
  token: z.string().min(10).max(20_000),
  reason: Reason.default(''),
  runbookRunId: Id.optional(),
})
export const RequestUndoApproval = runId.extend({ reason: Reason.default('') })
export const ListApprovals = z.object({
  /** `waiting` of the whole desk, oldest first, or those `decided`, newest first. */
  state: z.enum(['waiting', 'decided']).default('waiting'),
})
export const ApproveAction = approvalId.extend({ reason: Reason.default('') })
export const RefuseApproval = approvalId.extend({ reason: NeededReason })
/** `action` null: all of them. */
const actionOrAll = z.string().min(1).max(120).nullable()
export const StopAction = z.object({ action: actionOrAll, reason: NeededReason })
export const ResumeAction = z.object({ action: actionOrAll, reason: NeededReason })

const decisionErrors = [
  'action-approval.not-found',
  'action-approval.not-waiting',
  'action-approval.expired',
  'action-approval.own',
  'action-approval.asker-unknown',
  'action-approval.way-in',
  'action-approval.role-missing',
] as const

export const approvalRoutes = {
  requestActionApproval: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/action-approvals',
    summary: 'Ask a second person to approve exactly what a preview showed; nothing is run yet',
    permission: 'action:run',
    params: ticketId,
    body: RequestApproval.omit({ ticketId: true }),
    response: ActionApproval,
    errors: [
      'action.approval-not-needed',
      'action.preview-invalid',
      'action.preview-foreign',
      'action.preview-stale',
      'action-approval.stale',
      ...readRefusals,
      ...requestRefusals,
      ...confirmRefusals,
    ],
  },
  requestUndoApproval: {
    method: 'POST',
    path: '/api/action-runs/{runId}/undo-approvals',
    summary: 'Ask a second person to approve taking a run back, where that needs it',
    permission: 'action:run',
    params: runId,
    body: RequestUndoApproval.omit({ runId: true }),
    response: ActionApproval,
    errors: [
      'action-run.not-found',
      'action.approval-not-needed',
      'action-run.undo-closed',
      'action-run.no-undo',
      'action-run.not-verified',
      'action-approval.stale',
      'action.preview-stale',
      ...readRefusals,
      ...requestRefusals,
      ...confirmRefusals,
    ],
  },
  listActionApprovals: {
    method: 'GET',
    path: '/api/action-approvals',
    summary: 'What waits for a second person on the whole desk, or what was decided',
    permission: 'action:read',
    changedBy: ['approvals'],
    query: ListApprovals,
    response: approvals,
  },
  listTicketApprovals: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/action-approvals',
    summary: 'What was asked to be approved on a ticket, newest first',
    permission: 'action:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: approvals,
    errors: ['ticket.not-found'],
  },
  getActionApproval: {
    method: 'GET',
    path: '/api/action-approvals/{approvalId}',
    summary: 'One request for approval and what became of it',
    permission: 'action:read',
    changedBy: ['approvals'],
    params: approvalId,
    response: ActionApproval,
    errors: ['action-approval.not-found'],
  },
  approveAction: {
    method: 'POST',
    path: '/api/action-approvals/{approvalId}/approval',
    summary: 'Approve the frozen request and run it, with fresh reads and all guards once more',
    permission: 'action:approve',
    repeated: { is: 'anew', because: 'a request is decided once' },
    params: approvalId,
    body: ApproveAction.omit({ approvalId: true }),
    response: ActionApproval,
    errors: [
      'ticket.merged',
      'action-approval.stale',
      'action-approval.requester-gone',
      'action.preview-stale',
      'run.not-found',
      'action-run.no-undo',
      'action-run.not-verified',
      'action-run.undo-closed',
      'action-run.not-found',
      'action-run.undone',
      ...decisionErrors,
      ...readRefusals,
      ...requestRefusals,
      ...confirmRefusals,
    ],
  },
  refuseActionApproval: {
    method: 'POST',
    path: '/api/action-approvals/{approvalId}/refusal',
    summary: 'Refuse it, with a reason',
    permission: 'action:approve',
    params: approvalId,
    body: RefuseApproval.omit({ approvalId: true }),
    response: ActionApproval,
    errors: decisionErrors,
  },
  withdrawActionApproval: {
    method: 'POST',
    path: '/api/action-approvals/{approvalId}/withdrawal',
    summary: 'Take one’s own request back',
    permission: 'action:run',
    params: approvalId,
    response: ActionApproval,
    errors: ['action-approval.not-found', 'action-approval.not-waiting', 'action-approval.foreign'],
  },
  listActionControls: {
    method: 'GET',
    path: '/api/actions',
    summary: 'Every action of the project, how it fared, and whether it is stopped',
    permission: 'action:read',
    changedBy: ['actions'],
    response: z.object({ items: z.array(ActionControl), stop: ActionStop.nullable() }),
  },
  stopAction: {
    method: 'POST',
    path: '/api/action-stops',
    summary: 'Stop one action, or all, on every node at once; what is running is not cut off',
    permission: 'action:stop',
    body: StopAction,
    response: z.object({ stop: ActionStop }),
    errors: ['action.not-found', 'action.stopped-already'],
  },
  resumeAction: {
    method: 'POST',
    path: '/api/action-resumptions',
    summary: 'Let one action, or all, be run again',
    permission: 'action:stop',
    body: ResumeAction,
    response: z.object({ resumed: z.literal(true) }),
    errors: ['action.not-stopped'],
  },
} as const satisfies RouteTable
