/**
 * What pages show, by the noun people use. A route row says of which of them it shows something
 * (`changedBy`), an event which of them it changes: what is on a page is then read again.
 */
export const lists = [
  /** What stands on the page of the one ticket an event is about. */
  'ticket',
  'tickets',
  'ticket_counts',
  'tags',
  'saved_replies',
  'mails',
  'mailboxes',
  'phrases',
  /** Read from the customer's own systems: too dear to read again for every event; they show an age. */
  'customer_systems',
  'changes',
  'incidents',
  'action_runs',
  'approvals',
  'actions',
  'runbooks',
  'runbook_runs',
  'escalations',
  'escalation_loop',
  'lessons',
  'wins',
  'notifications',
  'watchers',
  'webhooks',
  'beside',
  'rules',
  'scorecard',
  'scorecard_readers',
  'opportunities',
  'runbook_health',
  'impact',
  'imports',
  'people',
  'me',
  'api_keys',
  'ai_agents',
  'record_state',
  'erasures',
  'setup',
] as const
export type List = (typeof lists)[number]
