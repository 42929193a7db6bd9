import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { WithSources } from './accounts/read-source.ts'
import type { WithActions } from './actions/desk.ts'
import type { WithConnectedThings } from './connections/health/connected-things.ts'
import type { DB } from './database/db-types.ts'
import type { Live } from './core/live.ts'
import type { Metrics } from './core/metrics.ts'
import type { Readiness } from './core/readiness.ts'
import type { Desk } from './core/verb.ts'
import type { Room } from './telemetry/room.ts'
import type { WithRules } from './rules/rule-store.ts'
import type { WithMailer } from './outbound/mailer.ts'
import type { WithSecret } from './core/settings.ts'
import type { WithTelemetry, WithTelemetryReader } from './telemetry/store.ts'
import type { WithAuth } from './team/auth.ts'
import type { Demo } from './team/get-setup.ts'

/** Everything verbs, queries, reactions and tasks stand on, built once. */
export type App = Desk &
  WithAuth &
  WithSources &
  WithMailer &
  WithTelemetry &
  WithTelemetryReader &
  WithActions &
  WithRules &
  WithConnectedThings &
  WithSecret & {
    url: string
    pool: pg.Pool
    /** For work that nobody waits for: its statements may take long. */
    jobDb: Kysely<DB>
    jobReadDb: Kysely<DB>
    live: Live
    metrics: Metrics
    readiness: Readiness
    telemetryRoom: Room
    /** Only where the example company runs. */
    demo: Demo | null
    close(): Promise<void>
  }
