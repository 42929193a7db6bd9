import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { appendEvents, insertEvents } from './events.ts'
import type { HeardEvent, NewEvent } from './events.ts'
import { addJobs, enqueue, rowsOf } from './jobs.ts'
import type { NewJob } from './jobs.ts'
import { planKept } from '#server/database/keep-plan.ts'

/** The reaction that a job is enqueued for only where somebody outside is told of the event (view event_audience). */
export const tellAudience = 'tell_audience'

type Recorder = {
  clock: Clock
  reactionsTo(name: EventName): readonly string[]
  hear?(events: readonly HeardEvent[]): void
}
type Recorded = { events: readonly NewEvent[]; jobs?: readonly NewJob[] }

const fewEvents = 5

/**
 * Events, their reactions and further jobs, all by one statement: every verb ends with it, often
 * while others wait for what its transaction holds.
 */
export async function recordEvents(
  tx: Transaction<DB>,
  actor: Actor,
  { clock, reactionsTo, hear }: Recorder,
  { events, jobs = [] }: Recorded,
  /** One more change, made by the same statement. */
  kept?: RawBuilder<unknown>,
): Promise<void> {
  const now = clock.now()
  if (hear) {
    hear(await appendEvents(tx, actor, now, events))
    await enqueue(tx, jobs)
    return void (await kept?.execute(tx))
  }
  const names = [...new Set(events.map(({ name }) => name))]
  const reactions = names
    .map((event) => ({ event, reactions: reactionsTo(event) }))
    .filter((reacting) => reacting.reactions.length > 0)
  const isAlone = reactions.length + jobs.length === 0 && !kept
  if (isAlone) return void (await appendEvents(tx, actor, now, events))
  const all = sql`${reactionJobs(reactions)} union all ${rowsOf(jobs)}`
  const written = sql`with written as (${insertEvents(tx, actor, now, events)})`
  const also = kept ? sql`, kept as (${kept})` : sql``
  // few have one of a few lengths; what is kept beside them, one of many texts
  const plan = kept || events.length > fewEvents ? sql`` : planKept
  await sql`${written}${also} ${addJobs(all)} ${plan}`.execute(tx)
}

/** One of each event, unless all that reacts is an audience that is not there. */
function reactionJobs(reactions: readonly { event: string; reactions: readonly string[] }[]) {
  return sql`
    select 'react' as task, json_build_object('event', written.id::text, 'reactions', wanted) as payload,
      concat_ws(':', 'react', written.id) as key,
      null::timestamptz as run_at, null::int as max_attempts, null::text as queue
    from written join jsonb_to_recordset(${JSON.stringify(reactions)}::jsonb)
      as reacting(event text, reactions jsonb) on event = written.name
    cross join lateral (
      select case when exists (select from event_audience where event_name = written.name)
        then reactions else reactions - ${tellAudience}::text end as wanted) as asked
    where wanted <> '[]'`
}
