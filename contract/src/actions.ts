import { z } from 'zod'
import { ActorRef, Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { AccountRef } from './tickets.ts'
import { confirmRefusals, guardRefusals, readRefusals, requestRefusals } from './refusals.ts'
import { Sentence } from './sentence.ts'

export const ActionRef = z
  .object({ id: z.string(), title: z.string(), version: z.int() })
  .meta({ id: 'ActionRef' })
export type ActionRef = z.infer<typeof ActionRef>

/** An input whose value is picked from what a source answers for this account, never typed. */
export const ActionPick = z.object({
  field: z.string(),
  title: z.string(),
  source: z.string(),
  column: z.string(),
})
export type ActionPick = z.infer<typeof ActionPick>

export const ActionUndo = z.union([
  z.object({ action: z.string(), title: z.string(), withinSeconds: z.int() }),
  z.object({ none: z.string() }),
])
export type ActionUndo = z.infer<typeof ActionUndo>

/** An action as it can be offered on a ticket. */
export const AvailableAction = ActionRef.extend({
  /** `safe` runs after one confirmation; `two_person` needs an approver. */
  tier: z.enum(['safe', 'two_person']),
  /** JSON Schema (2020-12) of the input. */
  input: z.record(z.string(), z.unknown()),
  picks: z.array(ActionPick),
  needsReason: z.boolean(),
  undo: ActionUndo,
  /** Why it cannot be run on this account now, whatever the input; null if it can. */
  blocked: z
    .object({
      reason: z.string(),
      say: z.string(),
      said: Sentence.optional(),
      runId: Id.nullable(),
    })
    .nullable(),
}).meta({ id: 'AvailableAction' })
export type AvailableAction = z.infer<typeof AvailableAction>

/** A value that may be picked, with the (masked) row it comes from. */
export const ActionChoice = z.object({
  value: z.union([z.string(), z.number()]),
  row: z.record(z.string(), z.unknown()),
})
export type ActionChoice = z.infer<typeof ActionChoice>

export const ActionRead = z.object({
  /** As the conditions call it. */
  name: z.string(),
  source: z.string(),
  title: z.string(),
  /** Masked as in the account picture; null: there is no such record. */
  row: z.record(z.string(), z.unknown()).nullable(),
  fetchedAt: Time,
  durationMs: z.number(),
})
export type ActionRead = z.infer<typeof ActionRead>

/** One thing that decides whether the action may run, in the order they are asked. */
export const ActionGuard = z.object({
  id: z.string(),
  kind: z.enum(['guard', 'limit', 'approval']),
  isPassed: z.boolean(),
  say: z.string(),
  /** The same for other languages; what the action's file says is said as it stands there. */
  said: Sentence.optional(),
  /** What the action's file says of it where it holds. */
  holds: z.string().optional(),
  cel: z.string().nullable(),
})
export type ActionGuard = z.infer<typeof ActionGuard>

/**
 * The exact request, without its secrets. Of a database: `method` is `SQL`, `url` the connection,
 * `body` the statement and its values.
 */
export const ActionRequest = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown().nullable(),
})
export type ActionRequest = z.infer<typeof ActionRequest>

/** What the target answered; long answers are cut. A database answers without a `status`. */
export const TargetAnswer = z.object({ status: z.int().nullable(), body: z.unknown().nullable() })
export type TargetAnswer = z.infer<typeof TargetAnswer>

/** One step of a chain, as it will be sent: what depends on an earlier one is said in its place. */
export const ActionPreviewStep = z.object({
  id: z.string(),
  title: z.string(),
  request: ActionRequest,
  /** Of what earlier steps bring about, what it sends; empty: this is exactly what is sent. */
  dependsOn: z.array(z.string()),
  verify: z.object({ source: z.string(), cel: z.string(), withinSeconds: z.int() }),
  undo: ActionUndo,
})
export type ActionPreviewStep = z.infer<typeof ActionPreviewStep>

export const ActionPreview = z
  .object({
    action: ActionRef.extend({ tier: z.enum(['safe', 'two_person']) }),
    account: AccountRef,
    input: z.record(z.string(), z.unknown()),
    /** What will happen, in words, one sentence each. */
    sentences: z.array(z.string()),
    /** The same, each for who reads it in another language. */
    said: z.array(Sentence).optional(),
    /** Of a chain, its first step's. */
    request: ActionRequest,
    /** Of a chain, in order; the whole of it is confirmed. */
    steps: z.array(ActionPreviewStep).optional(),
    reads: z.array(ActionRead),
    guards: z.array(ActionGuard),
    verify: z.object({ source: z.string(), cel: z.string(), withinSeconds: z.int() }),
    undo: ActionUndo,
    /** What the target says it would do, when the action asks it; `error` when it did not say. */
    dryRun: z
      .object({
        answer: TargetAnswer.nullable(),
        isAccepted: z.boolean(),
        error: z.string().nullable(),
      })
      .nullable(),
    needsReason: z.boolean(),
    /** Whether all that decides lets it be run; an approval may still be needed. */
    isRunnable: z.boolean(),
    /** Who has to approve it before it runs: ask with the token. Null: nobody. */
    approval: z
      .object({ role: z.enum(['engineer', 'lead', 'admin']), ttlSeconds: z.int() })
      .nullable(),
    /** Confirms exactly this preview, by this person, until `expiresAt`; null if not runnable. */
    token: z.string().nullable(),
    expiresAt: Time.nullable(),
  })
  .meta({ id: 'ActionPreview' })
export type ActionPreview = z.infer<typeof ActionPreview>

/**
 * intended: on record, being called · verifying: accepted, being checked in the system itself ·
 * unknown: it may or may not have happened; nobody may run it again before it is verified anew.
 */
export const ActionRunState = z.enum(['intended', 'verifying', 'verified', 'failed', 'unknown'])
export type ActionRunState = z.infer<typeof ActionRunState>

/** undone: taken back by a run of its own · waiting: nothing of it was sent. */
export const ActionStepState = z.enum(['waiting', ...ActionRunState.options, 'undone'])
export type ActionStepState = z.infer<typeof ActionStepState>

const ActionError = z.object({
  reason: z.string(),
  detail: z.string(),
  said: Sentence.optional(),
})

/** What became of one step of a chain. */
export const ActionRunStep = z.object({
  id: z.string(),
  title: z.string(),
  state: ActionStepState,
  request: ActionRequest.nullable(),
  intendedAt: Time.nullable(),
  calledAt: Time.nullable(),
  finishedAt: Time.nullable(),
  attempts: z.int(),
  answer: TargetAnswer.nullable(),
  error: ActionError.nullable(),
  verification: z.object({
    cel: z.string(),
    at: Time.nullable(),
    isTrue: z.boolean().nullable(),
    detail: z.string().nullable(),
    said: Sentence.optional(),
  }),
  undo: ActionUndo,
  /** The run that took it back. */
  undoneBy: Id.nullable(),
  /** Why it could not be taken back. */
  undoError: ActionError.nullable(),
})
export type ActionRunStep = z.infer<typeof ActionRunStep>

export const ActionRun = z
  .object({
    id: Id,
    ticketId: Id,
    account: AccountRef,
    action: ActionRef,
    state: ActionRunState,
    input: z.record(z.string(), z.unknown()),
    reason: z.string(),
    by: ActorRef,
    runbookRunId: Id.nullable(),
    request: ActionRequest,
    reads: z.array(ActionRead),
    intendedAt: Time,
    /** When the target had answered, or could not. */
    calledAt: Time.nullable(),
    finishedAt: Time.nullable(),
    attempts: z.int(),
    answer: TargetAnswer.nullable(),
    /** Why it failed or is unknown; `reason` is stable. */
    error: ActionError.nullable(),
    verification: z.object({
      cel: z.string(),
      until: Time.nullable(),
      /** The last reading. */
      at: Time.nullable(),
      isTrue: z.boolean().nullable(),
      detail: z.string().nullable(),
      said: Sentence.optional(),
    }),
    /** The way back, while there is one. */
    undo: z
      .object({
        action: z.string(),
        title: z.string(),
        until: Time.nullable(),
        isOpen: z.boolean(),
        runId: Id.nullable(),
      })
      .nullable(),
    /** Of a chain, in order; what is said above is of the step it has come to. */
    steps: z.array(ActionRunStep).optional(),
    /** A step of the chain failed: those before it are being taken back, or were not all. */
    isGoingBack: z.boolean().optional(),
    /** The run this one takes back. */
    undoes: Id.nullable(),
    /** Of a chain, which of its steps, counted from 1. */
    undoesStep: z.int().optional(),
    /** The second person's word, where it needed one. */
    approval: z.object({ id: Id, by: ActorRef, at: Time }).nullable(),
  })
  .meta({ id: 'ActionRun' })
export type ActionRun = z.infer<typeof ActionRun>

const ticketId = z.object({ ticketId: Id })
const runId = z.object({ runId: Id })
const Reason = z.string().trim().max(500)

export const ListActionChoices = ticketId.extend({
  action: z.string().min(1).max(120),
  field: z.string().min(1).max(120),
})
export const PreviewAction = ticketId.extend({
  action: z.string().min(1).max(120),
  input: z.record(z.string().max(120), z.unknown()).default({}),
})
export const RunAction = ticketId.extend({
  /** Of the preview; one token, one run. */
  token: z.string().min(10).max(20_000),
  reason: Reason.default(''),
  runbookRunId: Id.optional(),
})
export const UndoAction = runId.extend({ reason: Reason.default('') })
export const VerifyAction = runId

export const actionRoutes = {
  listActions: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/actions',
    summary: "What can be done on the ticket's account, and what is blocked and why",
    permission: 'action:read',
    changedBy: ['ticket', 'actions'],
    params: ticketId,
    response: z.object({ items: z.array(AvailableAction) }),
    errors: ['ticket.not-found', 'ticket.no-account'],
  },
  listActionChoices: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/actions/{action}/choices/{field}',
    summary: "The values an action's input may have for the ticket's account, read now",
    permission: 'action:run',
    changedBy: ['customer_systems'],
    params: ListActionChoices,
    response: z.object({ items: z.array(ActionChoice), fetchedAt: Time, isTruncated: z.boolean() }),
    errors: ['action.not-found', 'action.no-choices', ...readRefusals],
  },
  previewAction: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/action-previews',
    summary:
      'What an action would do: fresh reads, guards, the exact request, a dry run; changes nothing',
    permission: 'action:run',
    repeated: { is: 'anew', because: 'it changes nothing' },
    params: ticketId,
    body: PreviewAction.omit({ ticketId: true }),
    response: ActionPreview,
    errors: ['action.not-found', ...readRefusals, ...requestRefusals, ...guardRefusals],
  },
  runAction: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/action-runs',
    summary: 'Confirm a preview and run it; answers once the target has, verification goes on',
    permission: 'action:run',
    repeated: { is: 'anew', because: 'the token of a preview runs once, and answers with its run' },
    params: ticketId,
    body: RunAction.omit({ ticketId: true }),
    response: ActionRun,
    errors: [
      'ticket.merged',
      'action.not-found',
      'action.preview-invalid',
      'action.preview-foreign',
      'action.preview-stale',
      'run.not-found',
      'action-approval.stale',
      ...readRefusals,
      ...requestRefusals,
      ...confirmRefusals,
    ],
  },
  listActionRuns: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/action-runs',
    summary: 'The runs on a ticket, newest first',
    permission: 'action:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: z.object({ items: z.array(ActionRun) }),
    errors: ['ticket.not-found'],
  },
  getActionRun: {
    method: 'GET',
    path: '/api/action-runs/{runId}',
    summary: 'One run: what was read, decided, called and verified',
    permission: 'action:read',
    changedBy: ['action_runs'],
    params: runId,
    response: ActionRun,
    errors: ['action-run.not-found'],
  },
  undoActionRun: {
    method: 'POST',
    path: '/api/action-runs/{runId}/undo',
    summary:
      'Take a run back within its window, by the action declared for it, with all its guards',
    permission: 'action:run',
    repeated: { is: 'anew', because: 'a run is taken back once' },
    params: runId,
    body: UndoAction.omit({ runId: true }),
    response: ActionRun,
    errors: [
      'ticket.merged',
      'action-run.not-found',
      'action-run.no-undo',
      'action-run.undo-closed',
      'action-run.not-verified',
      'action-run.undone',
      'action-approval.stale',
      'action.preview-stale',
      'run.not-found',
      ...readRefusals,
      ...requestRefusals,
      ...confirmRefusals,
    ],
  },
  verifyActionRun: {
    method: 'POST',
    path: '/api/action-runs/{runId}/verification',
    summary: 'Read again whether an unknown run has happened; settles it as verified or failed',
    permission: 'action:run',
    repeated: { is: 'anew', because: 'it reads again whether it has happened' },
    params: runId,
    response: ActionRun,
    errors: [
      'action-run.not-found',
      'action-run.not-unknown',
      'action-run.too-early',
      'action-run.unreadable',
      'action.request-incomplete',
      'ticket.account-changed',
      ...readRefusals,
    ],
  },
} as const satisfies RouteTable
