/** Rooms without a product noun, which would fit any desk: they know each other as little as the desk. */
export const libraries: readonly string[] = ['database', 'conditions', 'text-model', 'outbound']

/** The files of core that a library may lean on. */
export const ground = [
  'errors',
  'sentence',
  'clock',
  'log',
  'within',
  'sockets',
  'spelling',
  'set-path',
  'config',
  'process-pool',
  'refuse-in-transaction',
  'answer-in-process',
]

/** The law's order: a domain calls, and reads tables of, only those before it. */
export const domains = [
  'database',
  'conditions',
  'text-model',
  'outbound',
  'core',
  'project',
  'connections',
  'audit',
  'team',
  'accounts',
  'telemetry',
  'changes',
  'tickets',
  'channels',
  'actions',
  'runbooks',
  'escalations',
  'learning',
  'workspace',
  'scorecard',
  'imports',
  'backup',
  'schemas',
  'mcp',
] as const
export type Domain = (typeof domains)[number]

/** Rooms of the big domains: a room calls those before it. What stands beside them is for all, and short. */
export const rooms: Partial<Record<Domain, readonly string[]>> = {
  actions: ['compile', 'call', 'limits', 'preview', 'run', 'approvals'],
  runbooks: ['format', 'causes', 'lint', 'match', 'publish', 'run', 'replies', 'lessons'],
  scorecard: ['statistics', 'sums', 'facts', 'read', 'share', 'opportunities'],
  imports: ['read', 'table', 'vendors', 'history', 'record', 'jobs'],
}

/** Each table has one owner, who alone writes it; those after it in the order may read it. */
export const tablesOf: Record<Domain, readonly string[]> = {
  database: ['migration'],
  conditions: [],
  'text-model': [],
  outbound: [],
  core: ['event', 'request_key', 'setting', 'worker_life'],
  project: [],
  connections: [],
  // a view: who did something, and where, by name
  audit: ['event_names', 'record_check', 'record_reading', 'seal', 'seal_epoch'],
  team: [
    'ai_agent',
    'api_key',
    'auth.account',
    'auth.rateLimit',
    'auth.session',
    'auth.twoFactor',
    'auth.user',
    'auth.verification',
    'key_network',
    'passkey',
    'passkey_challenge',
    'password_link',
    'person',
    'sign_in_attempt',
  ],
  // the view names a ticket's account, and nothing else of the ticket
  accounts: ['account', 'account_of_ticket', 'account_opening', 'account_view', 'contact'],
  telemetry: ['telemetry_log', 'telemetry_span'],
  changes: ['deploy', 'incident', 'status_change', 'status_check', 'status_component'],
  tickets: [
    'incident_answer',
    'incident_update',
    'learned_phrase',
    'message',
    'rating',
    'resolution',
    'saved_reply',
    'tag',
    'ticket',
    'ticket_search',
    'ticket_search_stale',
  ],
  channels: ['inbound_mail', 'mailbox'],
  actions: ['action_approval', 'action_run', 'action_stop'],
  runbooks: ['match_model', 'runbook', 'runbook_run', 'runbook_version', 'runbook_working_copy'],
  escalations: ['escalation'],
  learning: ['lesson_learned', 'win'],
  workspace: [],
  scorecard: [
    'history_set_aside',
    'opportunity_decision',
    'resolution_fact',
    'scorecard_basis',
    'scorecard_count',
    'scorecard_duration',
    'scorecard_group',
    'scorecard_live',
    'scorecard_mail',
    'scorecard_reader',
    'ticket_fact',
  ],
  imports: ['import_job', 'import_run', 'import_upload'],
  backup: [],
  schemas: [],
  mcp: [],
}
