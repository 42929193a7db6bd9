/** Who may do what. A route names one permission; a role is a set of them. */
export const roles = ['agent', 'engineer', 'lead', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

const seeing = [
  'ticket:read',
  'account:read',
  'telemetry:read',
  'change:read',
  'action:read',
  'runbook:read',
  'escalation:read',
  'scorecard:read',
  'learning:read',
  'person:read',
  'event:stream',
] as const

const handling = [
  'ticket:write',
  'ticket:resolve',
  'account:unmask',
  'action:run',
  'runbook:run',
  'escalation:open',
] as const

const engineering = [
  'escalation:return',
  'runbook:edit',
  'runbook:publish',
  'action:approve',
  'action:stop',
] as const

const leading = [
  'win:decide',
  'opportunity:decide',
  'person:manage',
  'metrics:read',
  'scorecard:coach',
  'scorecard:share',
  'account:open',
  'audit:read',
  'history:import',
] as const

/** What machines may do with an API key; no person's role includes these. */
const ingesting = ['telemetry:write', 'change:write', 'mail:receive'] as const

/** The AI agents' door; only their keys open it, and it is the only one they open. */
const connecting = ['mcp:call'] as const

export const permissions = [
  ...seeing,
  ...handling,
  ...engineering,
  ...leading,
  ...ingesting,
  ...connecting,
] as const
export type Permission = (typeof permissions)[number]

export const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  agent: new Set([...seeing, ...handling]),
  engineer: new Set([...seeing, ...handling, ...engineering]),
  lead: new Set([...seeing, ...handling, ...engineering, ...leading]),
  admin: new Set([...seeing, ...handling, ...engineering, ...leading]),
  auditor: new Set([
    'ticket:read',
    'action:read',
    'runbook:read',
    'escalation:read',
    'scorecard:read',
    'person:read',
    'audit:read',
    'event:stream',
  ]),
}

/**
 * What an AI agent may do at most: see, know, act within the guards, hand over. It answers no
 * customer, resolves nothing, sees nothing unmasked, and approves nothing.
 */
export const aiAgentPermissions: ReadonlySet<Permission> = new Set([
  ...connecting,
  'ticket:read',
  'account:read',
  'telemetry:read',
  'change:read',
  'action:read',
  'runbook:read',
  'escalation:read',
  'action:run',
  'runbook:run',
  'escalation:open',
])
