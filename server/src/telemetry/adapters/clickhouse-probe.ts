import type { Probe } from '../probe.ts'
import { logsProbe } from './clickhouse-logs.ts'
import { tracesProbe } from './clickhouse-traces.ts'

/** What the project says is read there is planned: no row is read. */
export const probeClickhouse: Probe = async (connections, id, { logs, traces }, timeoutMs) => {
  const tables = [
    ...(logs?.kind === 'clickhouse' && logs.connection === id ? [logsProbe(logs)] : []),
    ...(traces?.kind === 'clickhouse' && traces.connection === id ? [tracesProbe(traces)] : []),
  ]
  const clickhouse = connections.clickhouse(id)
  for (const sql of ['select 1', ...tables])
    await clickhouse.query(sql, {}, { timeoutMs, maxRows: 1 })
  return `${tables.length} tables`
}
