import type pg from 'pg'
import { minutes, seconds } from '#server/core/clock.ts'
import { within } from '#server/core/within.ts'
import { onlyRow } from './only-row.ts'

/** What somebody waits for, and what runs by itself: imports, rebuilds, migrations, jobs. */
export type Patience = 'short' | 'long'

export const longestConnectMs = 10 * seconds

/**
 * How long one statement may take, and how long a transaction may hold what it holds without one.
 * The server ends it then; a person is told, a job is tried again.
 */
const limits: Record<Patience, { statementMs: number; idleMs: number }> = {
  short: { statementMs: 30 * seconds, idleMs: 30 * seconds },
  long: { statementMs: 60 * minutes, idleMs: 10 * minutes },
}

type Session = { patience: Patience; isReading?: boolean }

/**
 * Set by statements and not as it connects, as a pooler between would refuse to start with them.
 * A desk's statements are short: to start helpers or compile one costs more than it saves.
 * @returns the server's process
 */
export async function setLimits(
  client: pg.Client,
  { patience, isReading = false }: Session,
): Promise<number> {
  const { statementMs, idleMs } = limits[patience]
  const asked = client.query<{ pid: number }>(
    `select pg_backend_pid() as pid,
      set_config('statement_timeout', $1, false),
      set_config('idle_in_transaction_session_timeout', $2, false),
      set_config('default_transaction_read_only', $3, false),
      set_config('tcp_keepalives_idle', '30', false),
      set_config('tcp_keepalives_interval', '10', false),
      set_config('tcp_keepalives_count', '3', false),
      set_config('max_parallel_workers_per_gather', '0', false),
      set_config('jit', 'off', false)`,
    [String(statementMs), String(idleMs), isReading ? 'on' : 'off'],
  )
  const { rows } = await within(longestConnectMs, asked)
  return onlyRow(rows).pid
}
