import { ownProperty } from '@firstline/contract/own-property'
import type { Problem } from '@firstline/contract/problem'

/** By reason, else by status: what an AI agent should do after a refusal. */
const next: Record<string, string> = {
  'ticket.no-account': 'Leave the ticket to a person: only a person says whose it is.',
  'ticket.out-of-reach': 'Work on tickets from search_tickets only.',
  'ticket.not-found': 'Find the id with search_tickets.',
  'permission.missing': 'This is not given to you; leave it to a person.',
  'tool.not-given': 'Do without it, or leave the ticket to a person.',
  'runbook.not-published': 'Choose one from match_runbooks, or escalate.',
  'run.changed-meanwhile': 'Read the run again and look at what changed before you go on.',
  'action.needs-approval': 'Ask a person with request_approval and the token of the preview.',
  'action.preview-stale': 'Preview again: what was shown is not so any more.',
  'action.preview-invalid': 'Preview again and use its token unchanged.',
  'action.value-not-offered': 'Take a value from list_action_choices.',
  'action.not-found': 'Take an action from list_actions.',
  'action.outcome-unknown':
    'Do not try again. A person has to verify the earlier run; escalate if it is urgent.',
  'action.stopped': 'Somebody stopped it; leave it to a person or escalate.',
  'action.guard-refused':
    'It is not the right action for this state; follow a runbook or escalate.',
  'ai-agent.too-many-actions': 'Leave further actions to a person.',
}

const nextByStatus: Record<number, string> = {
  400: 'Correct the arguments and call again.',
  404: 'Check the id.',
  409: 'Read the ticket again and decide anew.',
  429: 'Wait as long as it says, then call again.',
  500: 'Do not repeat it; leave the ticket to a person.',
  503: 'Try again later, or escalate.',
}

/** A refusal in words: what, why, what is wrong with the arguments, what to do next. */
export function explainRefusal(problem: Problem): string {
  const { title, reason, detail, errors, status, retryAfterSeconds } = problem
  const faults = errors?.map(({ path, message }) => `- ${path}: ${message}`) ?? []
  return [
    `${title} (${reason})`,
    ...(detail ? [detail] : []),
    ...faults,
    ...(retryAfterSeconds ? [`Retry after ${Math.ceil(retryAfterSeconds)} s.`] : []),
    `Next: ${ownProperty(next, reason) ?? nextByStatus[status] ?? 'Leave it to a person.'}`,
  ].join('\n')
}
