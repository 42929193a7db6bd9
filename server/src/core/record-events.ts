import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { appendEvents, insertEvents } from './events.ts'
import type { NewEvent } from './events.ts'
import { addJobs, rowsOf } from './jobs.ts'
import type { NewJob } from './jobs.ts'

type Recorder = { clock: Clock; reactionsTo(name: EventName): readonly string[] }
type Recorded = { events: readonly NewEvent[]; jobs?: readonly NewJob[] }

/**
 * Events, their reactions and further jobs, all by one statement: every verb ends with it, often
 * while others wait for what its transaction holds.
 */
export async function recordEvents(
  tx: Transaction<DB>,
  actor: Actor,
  { clock, reactionsTo }: Recorder,
  { events, jobs = [] }: Recorded,
  /** One more change, made by the same statement. */
  kept?: RawBuilder<unknown>,
): Promise<void> {
  const names = [...new Set(events.map(({ name }) => name))]
  const reactions = names.flatMap((event) =>
    reactionsTo(event).map((reaction) => ({ event, reaction })),
  )
  const now = clock.now()
  const isAlone = reactions.length + jobs.length === 0 && !kept
  if (isAlone) return void (await appendEvents(tx, actor, now, events))
  const all = sql`${reactionJobs(reactions)} union all ${rowsOf(jobs)}`
  const written = sql`with written as (${insertEvents(tx, actor, now, events)})`
  const also = kept ? sql`, kept as (${kept})` : sql``
  await sql`${written}${also} ${addJobs(all)}`.execute(tx)
}

function reactionJobs(reactions: readonly { event: string; reaction: string }[]) {
  return sql`
    select 'react' as task, json_build_object('event', written.id::text, 'reaction', reaction) as payload,
      concat_ws(':', 'react', written.id, reaction) as key,
      null::timestamptz as run_at, null::int as max_attempts
    from written join jsonb_to_recordset(${JSON.stringify(reactions)}::jsonb)
      as reacting(event text, reaction text) on event = written.name`
}
