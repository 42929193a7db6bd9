import {
  ActionPreview,
  ActionRun,
  ListActionChoices,
  PreviewAction,
  RunAction,
  UndoAction,
  actionRoutes,
} from '@firstline/contract/actions'
import { ActionApproval, RequestApproval } from '@firstline/contract/approvals'
import { Id } from '@firstline/contract/common'
import { Escalate, Escalation, escalationRoutes } from '@firstline/contract/escalations'
import { NotFound } from '#server/core/errors.ts'
import { ticketId, tool } from './tool.ts'
import type { Counter } from './tool.ts'

const actionRunId = Id.describe('Id of the action run, from run_action')

export const listActions = tool({
  title: 'List actions',
  description:
    "What can be done on the ticket's account, with the JSON Schema of each input, and what is blocked and why.",
  effect: 'sees',
  input: { ticketId },
  output: actionRoutes.listActions.response,
  call: ({ ask }, input) => ask('listActions', input),
})

export const listActionChoices = tool({
  title: "List an input's values",
  description:
    "The values an action's input may have for the ticket's account, read now. Only these are accepted.",
  effect: 'sees',
  input: { ...ListActionChoices.shape, ticketId },
  output: actionRoutes.listActionChoices.response,
  call: ({ ask }, input) => ask('listActionChoices', input),
})

export const previewAction = tool({
  title: 'Preview an action',
  description:
    'What an action would do: fresh reads, guards, the exact request, the way back. Changes nothing. Its token confirms exactly this, once, within five minutes. Where `approval` is not null, a person has to approve: request_approval instead of run_action.',
  effect: 'sees',
  input: { ...PreviewAction.shape, ticketId },
  output: ActionPreview,
  call: ({ ask }, input) => ask('previewAction', input),
})

export const runAction = tool({
  title: 'Run an action',
  description:
    'Confirm a preview and run it. The answer comes once the target has answered; follow it with get_action_run until it is verified, failed or unknown. Never run it again while it is unknown.',
  effect: 'acts',
  input: { ...RunAction.shape, ticketId },
  output: ActionRun,
  call: ({ ask }, input) => ask('runAction', input),
})

export const requestApproval = tool({
  title: 'Ask a person to approve an action',
  description:
    'Put a preview before a person, exactly as it is; nothing is run until they approve. You cannot approve. See what became of it with get_approval.',
  effect: 'notes',
  input: { ...RequestApproval.shape, ticketId },
  output: ActionApproval,
  call: ({ ask }, input) => ask('requestActionApproval', input),
})

export const getApproval = tool({
  title: 'Read a request for approval',
  description:
    'What became of a request: waiting, approved (see its run), refused, expired, stale.',
  effect: 'sees',
  input: { ticketId, approvalId: Id.describe('From request_approval') },
  output: ActionApproval,
  async call({ ask }, { ticketId: ticket, approvalId }) {
    const approval = await ask('getActionApproval', { approvalId })
    if (approval.ticket.id === ticket) return approval
    throw new NotFound('action-approval.not-found', 'There is no such request on this ticket')
  },
})

export const getActionRun = tool({
  title: 'Read an action run',
  description: 'One run: what was read, called and verified, and whether it can be taken back.',
  effect: 'sees',
  input: { ticketId, runId: actionRunId },
  output: ActionRun,
  call: (counter, { ticketId: ticket, runId }) => requireRunOf(counter, ticket, runId),
})

export const undoAction = tool({
  title: 'Take an action back',
  description:
    'Take a verified run back within its window, with all guards of the action that does it.',
  effect: 'acts',
  input: { ticketId, ...UndoAction.shape, runId: actionRunId },
  output: ActionRun,
  async call(counter, { ticketId: ticket, ...input }) {
    await requireRunOf(counter, ticket, input.runId)
    return counter.ask('undoActionRun', input)
  },
})

async function requireRunOf({ ask }: Counter, ticket: string, runId: string) {
  const run = await ask('getActionRun', { runId })
  if (run.ticketId === ticket) return run
  throw new NotFound('action-run.not-found', 'There is no such run on this ticket')
}

export const listTeams = tool({
  title: 'List teams',
  description: 'The teams behind the first line, to escalate to.',
  effect: 'sees',
  input: {},
  output: escalationRoutes.listTeams.response,
  call: ({ ask }) => ask('listTeams', {}),
})

export const escalate = tool({
  title: 'Escalate',
  description:
    "Hand the ticket to a team, with its evidence. The runbook's identifiers must be there; without a runbook, a note of what was found.",
  effect: 'notes',
  input: { ...Escalate.shape, ticketId },
  output: Escalation,
  call: ({ ask }, input) => ask('escalate', input),
})
