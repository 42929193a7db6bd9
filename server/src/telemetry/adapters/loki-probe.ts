import { nanosOf } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import { everyLine, logqlFor } from './logql.ts'

/** The lines of the last hour of an account that nobody has: the search is run, and finds none. */
export const probeLoki: Probe = async (connections, id, { logs }, timeoutMs) => {
  const isUsed = logs?.kind === 'loki' && logs.connection === id
  const query = isUsed ? logqlFor(logs, nobody, everyLine) : '{firstline="check"}'
  const now = nanosOf(new Date())
  const range = { from: now - 3_600_000_000_000n, to: now, limit: 1 }
  const lines = await connections.loki(id).newest(query, range, timeoutMs)
  return `${lines.length} lines of “${nobody}”`
}
