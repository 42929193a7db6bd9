import type pg from 'pg'
import type { Config } from './core/config.ts'
import { createDatabase, createPool } from './core/database.ts'
import { systemClock } from './core/clock.ts'
import { createLive } from './core/live.ts'
import type { Live } from './core/live.ts'
import { createLog } from './core/log.ts'
import type { Desk } from './core/verb.ts'
import { reactionsTo } from './reactions.ts'
import { createAuth } from './team/auth.ts'
import type { Auth } from './team/auth.ts'
import type { Demo } from './team/setup.ts'

/** Everything verbs, queries and reactions stand on, built once. */
export type App = Desk & {
  config: Config
  name: string
  url: string
  pool: pg.Pool
  auth: Auth
  live: Live
  demo: Demo | null
}
