/** Who may do what. A route names one permission; a role is a set of them. */
export const roles = ['agent', 'engineer', 'lead', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Of every person, and all that is left to who has yet to set up a second factor. */
const owning = ['self:manage'] as const

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
  'connection:read',
  'webhook:read',
  'rule:read',
  'escalation:return',
  'runbook:edit',
  'runbook:publish',
  'action:approve',
  'action:stop',
] as const

const leading = [
  'saved-reply:write',
  'webhook:manage',
  'rule:stop',
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

/**
 * Administrators are managed by administrators only: a lead disables, changes or lets in none. Nor does a lead
 * give out or erase what is known of a customer.
 */
const administering = ['admin:manage', 'privacy:manage'] as const

/** What machines may do with an API key; no person's role includes these. */
const ingesting = ['telemetry:write', 'change:write', 'mail:receive'] as const

/** The AI agents' door; only their keys open it, and it is the only one they open. */
const connecting = ['mcp:call'] as const

export const permissions = [
  ...owning,
  ...seeing,
  ...handling,
  ...engineering,
  ...leading,
  ...administering,
  ...ingesting,
  ...connecting,
] as const
export type Permission = (typeof permissions)[number]

export const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  agent: new Set([...owning, ...seeing, ...handling]),
  engineer: new Set([...owning, ...seeing, ...handling, ...engineering]),
  lead: new Set([...owning, ...seeing, ...handling, ...engineering, ...leading]),
  admin: new Set([...owning, ...seeing, ...handling, ...engineering, ...leading, ...administering]),
  auditor: new Set([
    ...owning,
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

/** What only machines do: no role has it, and whoever manages the team gives it. */
export const machinePermissions: ReadonlySet<Permission> = new Set([...ingesting, ...connecting])

/**
 * People, keys and where webhooks go are managed by a signed-in person only. A key never has these, whatever
 * it was given: it would let in others, or what happens out to them, after whoever made it is out.
 */
export const personPermissions: ReadonlySet<Permission> = new Set([
  ...owning,
  'person:manage',
  'webhook:manage',
  ...administering,
])

/** What a key can be given; the AI agents' door takes keys of its own. */
export const keyPermissions = [
  ...seeing,
  ...handling,
  ...engineering,
  ...leading.filter((each) => each !== 'person:manage' && each !== 'webhook:manage'),
  ...ingesting,
]
export type KeyPermission = (typeof keyPermissions)[number]

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

/** Of a session that has yet to show a second factor. */
export const confinedPermissions: ReadonlySet<Permission> = new Set(owning)
