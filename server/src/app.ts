import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Sources } from './accounts/read-source.ts'
import type { ActionStore } from './actions/compile/store.ts'
import type { Mailer } from './channels/mailer.ts'
import type { Config } from './core/config.ts'
import type { DB } from './database/db-types.ts'
import type { Live } from './core/live.ts'
import type { Metrics } from './core/metrics.ts'
import type { Readiness } from './core/readiness.ts'
import type { Desk } from './core/verb.ts'
import type { Room } from './telemetry/room.ts'
import type { TelemetryStore } from './telemetry/store.ts'
import type { Auth } from './team/auth.ts'
import type { Demo } from './team/get-setup.ts'

/** Everything verbs, queries, reactions and tasks stand on, built once. */
export type App = Desk & {
  config: Config
  url: string
  pool: pg.Pool
  /** For work that nobody waits for: its statements may take long. */
  jobDb: Kysely<DB>
  jobReadDb: Kysely<DB>
  auth: Auth
  live: Live
  metrics: Metrics
  readiness: Readiness
  /** The project folder and the connected systems it describes. */
  sources: Sources
  mailer: Mailer
  /** Logs and traces of the connected systems. */
  telemetry: TelemetryStore
  telemetryRoom: Room
  /** The actions of the project folder. */
  actions: ActionStore
  /** Signs rating links and preview tokens; the same on every node. */
  secret: string
  /** Only where the example company runs. */
  demo: Demo | null
  close(): Promise<void>
}
