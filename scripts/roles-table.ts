import {
  aiAgentPermissions,
  keyPermissions,
  permissions,
  permissionsOf,
  roles,
} from '../contract/src/permissions.ts'
import type { Permission } from '../contract/src/permissions.ts'
import { withGenerated } from './with-generated.ts'

/** In words, for who decides whom to give which role: another permission has to be explained here. */
const meaning: Record<Permission, string> = {
  'ticket:read': 'See tickets and their conversation',
  'account:read': "See a ticket's account",
  'telemetry:read': "See the account's logs and traces",
  'change:read': 'See deploys, flags, settings and status',
  'action:read': 'See actions, runs and what waits for approval',
  'runbook:read': 'See runbooks',
  'escalation:read': 'See escalations and their evidence',
  'scorecard:read': 'See the scorecard',
  'learning:read': 'See lessons and wins',
  'person:read': 'See who is in the team',
  'event:stream': 'Be told what happens, as it happens',
  'ticket:write': 'Write, assign, note, reopen',
  'ticket:resolve': 'Resolve a ticket',
  'account:unmask': 'Look behind a mask, with a reason',
  'action:run': 'Preview and run actions',
  'runbook:run': 'Follow a runbook',
  'escalation:open': 'Escalate',
  'escalation:return': 'Take and return escalations',
  'runbook:edit': 'Write runbooks, and try them',
  'runbook:publish': 'Publish runbooks',
  'connection:read': 'See connections, how they answer, and what the project says of them',
  'webhook:read': 'See webhooks and what they were told',
  'rule:read': 'See what rules do, and try them',
  'action:approve': 'Be the second person',
  'action:stop': 'Stop an action, or all, and let them go on',
  'saved-reply:write': 'Write and archive saved replies',
  'win:decide': 'Tell or decline a win',
  'opportunity:decide': 'Decide what is built next',
  'webhook:manage': 'Say where webhooks go, and of what',
  'rule:stop': 'Switch rules off, and on again',
  'person:manage': 'Manage people, keys and AI agents',
  'metrics:read': "Read the desk's own metrics",
  'scorecard:coach': "See one person's integrity signals",
  'scorecard:share': 'Say who gets the weekly mail',
  'account:open': 'Open an account without a ticket, with a reason',
  'audit:read': 'Read and export the record',
  'history:import': 'Import histories, and set them aside',
  'admin:manage': 'Manage administrators',
  'privacy:manage': 'Export and erase what is known of a customer',
  'self:manage': 'One’s own sign-in: password, second factor, sessions',
  'telemetry:write': 'Send logs and traces',
  'change:write': 'Report deploys, flags and settings',
  'mail:receive': 'Hand in mail',
  'mcp:call': "Come in by the AI agents' door",
}

/** The page with its table as the contract has it today. */
export function withRolesTable(page: string): string {
  return withGenerated(page, 'who may what', rolesTable())
}

function rolesTable(): string {
  const heads = [...roles, 'API key', 'AI agent']
  const given = new Set<Permission>(keyPermissions)
  const rows = permissions.map((permission) => [
    `\`${permission}\``,
    meaning[permission],
    ...roles.map((role) => sign(permissionsOf[role].has(permission))),
    given.has(permission) ? '○' : '',
    sign(aiAgentPermissions.has(permission)),
  ])
  return [['Permission', '', ...heads], heads.concat('', '').map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function sign(isSo: boolean): string {
  return isSo ? '●' : ''
}
