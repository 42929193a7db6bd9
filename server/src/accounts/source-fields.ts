import type { SourceFile } from '@firstline/contract/formats/source'
import { ownProperty } from '@firstline/contract/own-property'
import { metricFields } from './read-metric.ts'

const builtinFields: Record<string, readonly string[]> = {
  status: ['degraded', 'stale', 'age_s', 'components'],
  changes: ['count', 'latest', 'items'],
  logs: ['at', 'at_age_s', 'level', 'service', 'message', 'trace_id'],
}

/** Names a field of its rows can have; null where the definition does not tell. */
export function sourceFields({ builtin, promql, sql }: SourceFile): ReadonlySet<string> | null {
  if (builtin !== undefined) return new Set(ownProperty(builtinFields, builtin))
  return promql === undefined ? fieldsOfSql(sql) : new Set(metricFields)
}

/** A column stands in the query by its name, unless the query takes all there are. */
function fieldsOfSql(sql: string | undefined): ReadonlySet<string> | null {
  if (sql === undefined || /\bselect\s+(?:distinct\s+)?\*|[.,]\s*\*/i.test(sql)) return null
  return new Set(sql.match(/[A-Za-z_]\w*/g))
}
