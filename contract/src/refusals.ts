// What several routes refuse for the same reason, for the `errors` of their rows.

/** A system of the company is read for a ticket's account. */
export const readRefusals = [
  'ticket.not-found',
  'ticket.no-account',
  'source.not-found',
  'source.params-invalid',
  'source.timeout',
  'source.unavailable',
  'source.foreign-row',
  'source.no-account',
] as const

/** The request of an action is made anew from what is read. */
export const requestRefusals = [
  'action.input-invalid',
  'action.value-not-offered',
  'action.request-incomplete',
  'action.request-unfit',
] as const

/** An action may not run now. */
export const guardRefusals = [
  'action.stopped',
  'action.guard-refused',
  'action.locked',
  'action.outcome-unknown',
  'action.cooling-down',
  'action.rate-limited',
  'action.breaker-open',
  'action.needs-approval',
  'action.already-so',
  'ai-agent.too-many-actions',
] as const

/** What a preview showed is about to run, or to be asked for. */
export const confirmRefusals = [
  ...guardRefusals,
  'action.reason-missing',
  'ticket.account-changed',
] as const
