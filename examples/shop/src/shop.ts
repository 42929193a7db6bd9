import type { Pool } from 'pg'
import type { Counters } from '#shop/telemetry/counters.ts'
import type { Log } from '#shop/telemetry/log.ts'

/** What every part of the shop works with, built once by `start-shop.ts`. */
export type Shop = {
  pool: Pool
  log: Log
  counters: Counters
  /** Tells the worker that a job waits. */
  wake(): void
}
