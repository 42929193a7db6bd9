import type { Pool } from 'pg'
import type { Config } from '#acme/config.ts'
import type { Telemetry } from '#acme/telemetry/telemetry.ts'

/** What every part of the company works with, built once by `main.ts`. */
export type Acme = {
  config: Config
  pool: Pool
  telemetry: Telemetry
  /** This process, as the holder of leases. */
  workerId: string
  /** Where it really listens; known once it does. */
  address: { http: string; smtpPort: number }
  /** Tells the worker that there may be something to do. */
  nudge(): void
}
