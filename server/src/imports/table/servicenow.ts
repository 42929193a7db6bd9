import type { ColumnRole } from '#server/imports/read/columns.ts'

/**
 * ServiceNow's audit of incidents as CSV: one row for every update.
 *
 * `resolved_at`, `closed_at` and the other closure fields are not read: the export repeats their
 * final value on every row, so that they are no events in time. Rows may be out of order;
 * `sys_mod_count` says the order in which they were made. Exports of values instead of labels
 * write states as numbers.
 */
export const servicenow = {
  columns: {
    case: 'number',
    time: 'sys_updated_at',
    status: 'incident_state',
    team: 'assignment_group',
    person: 'assigned_to',
    type: 'category',
    channel: 'contact_type',
    problem_started_at: 'opened_at',
    sequence: 'sys_mod_count',
    reassignments: 'reassignment_count',
  },
  alternatives: {
    time: ['sys_updated_on'],
    status: ['state'],
    problem_started_at: ['sys_created_on'],
  },
  resolved: ['Resolved', 'Closed', '6', '7'],
  void: ['Canceled', 'Cancelled', '8'],
  nullTexts: ['?', 'NULL'],
} as const satisfies {
  columns: Partial<Record<ColumnRole, string>>
  alternatives: Partial<Record<ColumnRole, readonly string[]>>
  resolved: readonly string[]
  void: readonly string[]
  nullTexts: readonly string[]
}
