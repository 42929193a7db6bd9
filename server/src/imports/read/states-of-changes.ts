import type { FieldRole } from '@firstline/contract/imports'
import { fieldRoles, plain } from './columns.ts'
import type { ColumnRole, Columns } from './columns.ts'
import type { Row } from './rows.ts'

/**
 * A table with a row for each field that changed (field, from, to), as Jira and ServiceNow write
 * their audits. It is read as if it had a column for each role: in every row one of them has the new
 * value, the others none. Rows of fields that tell nothing here are passed over.
 */
export type ChangeLog = {
  field: number
  from: number | undefined
  to: number
  /** Field, in plain spelling → what it tells. */
  tells: ReadonlyMap<string, FieldRole>
}

/** The columns that are read into it, beyond those of the file. */
const addedRoles = [...fieldRoles, 'team_before'] as const satisfies readonly ColumnRole[]

/** @param width of the file itself */
export function columnsOfChanges(width: number): Columns {
  return Object.fromEntries(addedRoles.map((role, index) => [role, width + index]))
}

export function statesOf(rows: readonly Row[], { field, from, to, tells }: ChangeLog): Row[] {
  return rows.flatMap(({ line, fields }) => {
    const role = tells.get(plain(fields[field] ?? ''))
    if (!role) return []
    const before = from === undefined || role !== 'team' ? '' : (fields[from] ?? '')
    const values = fieldRoles.map((one) => (one === role ? (fields[to] ?? '') : ''))
    return [{ line, fields: [...fields, ...values, before] }]
  })
}
