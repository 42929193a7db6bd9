import type { RedisFile, SourceFile } from '@firstline/contract/formats/source'
import { ownProperty } from '@firstline/contract/own-property'
import { metricFields } from './read-metric.ts'

const builtinFields: Record<string, readonly string[]> = {
  status: ['degraded', 'stale', 'age_s', 'components'],
  changes: ['count', 'latest', 'items'],
  logs: ['at', 'at_age_s', 'level', 'service', 'message', 'trace_id'],
}

/** Names a field of its rows can have; null where the definition does not tell. */
export function sourceFields({
  builtin,
  promql,
  redis,
  sql,
}: SourceFile): ReadonlySet<string> | null {
  if (builtin !== undefined) return new Set(ownProperty(builtinFields, builtin))
  if (redis !== undefined) return fieldsOfKey(redis)
  return promql === undefined ? fieldsOfSql(sql) : new Set(metricFields)
}

/** What a hash or an object of JSON has, no file tells. */
function fieldsOfKey({ read, json }: RedisFile): ReadonlySet<string> | null {
  if (read === 'expiry') return new Set(['expires_in_s'])
  if (read === 'hash' || json) return null
  return new Set(read === 'sorted_set' ? ['value', 'score'] : ['value'])
}

/** A column stands in the query by its name, unless the query takes all there are. */
function fieldsOfSql(sql: string | undefined): ReadonlySet<string> | null {
  if (sql === undefined || /\bselect\s+(?:distinct\s+)?\*|[.,]\s*\*/i.test(sql)) return null
  return new Set(sql.match(/[A-Za-z_]\w*/g))
}
