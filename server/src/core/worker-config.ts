import type { run } from 'graphile-worker'
import type { Kysely } from 'kysely'
import type { DB } from './db-types.ts'
import type { Event } from './events.ts'
import type { Logger } from './log.ts'

/** Work on a payload that a verb or a schedule enqueued; may run twice, so it must not matter. */
export type Task = (payload: never) => Promise<void>
export type Reaction = (event: Event) => Promise<void>
export type Timed = { task: string; /** five fields, UTC */ match: string }

export type WorkerConfig = {
  url: string
  db: Kysely<DB>
  log: Logger
  tasks: Record<string, Task>
  reactions: Record<string, Reaction>
  schedule: readonly Timed[]
  concurrency?: number
  /** How often it is looked whether the runner still works; its patience is counted in looks. */
  lookEveryMs?: number
  /** For tests: a library that does what it does when its database dies. */
  library?: typeof run
}
