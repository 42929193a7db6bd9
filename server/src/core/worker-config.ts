import type { EventName } from '@firstline/contract/events'
import type { PayloadOf, TaskName, TimedTaskName } from '@firstline/contract/tasks'
import type { run } from 'graphile-worker'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { Event, EventOf } from './events.ts'
import type { Logger } from './log.ts'
import type { Desk } from './verb.ts'

/** Work on a payload that a verb or a schedule enqueued; may run twice, so it must not matter. */
export type Tasks = {
  [Name in Exclude<TaskName, 'react'>]: (payload: PayloadOf<Name>) => Promise<void>
}
/** It is given an event of the names it stands under in reactions.ts. */
export type Reaction<Name extends EventName = EventName> = (event: EventOf<Name>) => Promise<void>
/** One of many names: each is enqueued only for events of its own, whatever its type is. */
export type AnyReaction = (event: never) => Promise<void>
/**
 * Reactions that change the desk and call nobody: those to one event, and to what they record
 * themselves, share a transaction.
 */
export type Together = {
  names: ReadonlySet<string>
  reactionsTo: Desk['reactionsTo']
  /** In a transaction: what is said to `hear` is reacted to in it. */
  of(inside: Required<Pick<Desk, 'hear'>> & { db: Transaction<DB> }): {
    each: Record<string, AnyReaction>
    /** Of all events at once, when all else is done; in this order. */
    last: Record<string, (events: readonly Event[]) => Promise<void>>
  }
}
export type Timed = { task: TimedTaskName; /** five fields, UTC */ match: string }

declare global {
  namespace GraphileWorker {
    // the library merges it with its own, which only an interface can do
    // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
    interface Tasks extends Payloads {}
  }
}
type Payloads = { [Name in TaskName]: PayloadOf<Name> }

export type WorkerConfig = {
  url: string
  db: Kysely<DB>
  log: Logger
  /** Of a test: some of them. */
  tasks: Partial<Tasks>
  /** Without them it reacts to nothing. */
  reactions?: Record<string, AnyReaction>
  /** Without it each reaction is done for itself. */
  together?: Together
  schedule: readonly Timed[]
  concurrency?: number
  /** How often it is looked whether the runner still works; its patience is counted in looks. */
  lookEveryMs?: number
  /** For tests: a library that does what it does when its database dies. */
  library?: typeof run
}
