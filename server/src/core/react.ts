import { isEventName, readData } from '@firstline/contract/events'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import type { PayloadOf } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { isLocked } from '#server/database/is-overtaken.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageOf } from './errors.ts'
import { eventColumns } from './events.ts'
import type { Event, HeardEvent } from './events.ts'
import { inTransaction } from './in-transaction.ts'
import { enqueue } from './jobs.ts'
import type { AnyReaction, Together, WorkerConfig } from './worker-config.ts'

type Reacting = Pick<WorkerConfig, 'db' | 'log' | 'together'> &
  Required<Pick<WorkerConfig, 'reactions'>>

/**
 * The reactions to an event by one job: those that only change the desk in one transaction, with the
 * reactions to what they record; then those that call out, each for itself. Jobs that come while others
 * are under way share a transaction. One that fails gets a job of its own, tried again in its own time,
 * and holds no other.
 */
export function reactionsByOneJob(config: Reacting) {
  const { together } = config
  const reactTogether = together && reactInGroups(config.db, together)
  return async ({
    event,
    reaction,
    reactions = reaction ? [reaction] : [],
  }: PayloadOf<'react'>): Promise<void> => {
    const [only] = reactions
    if (reactions.length === 1 && only) return reactAlone(config, event, only)
    const inside = reactions.filter((name) => together?.names.has(name))
    const outside = reactions.filter((name) => !inside.includes(name))
    const read =
      reactTogether && inside.length > 0
        ? await orEachAlone(config, event, inside, () => reactTogether(event, inside))
        : undefined
    for (const name of outside) {
      await orEachAlone(config, event, [name], () => reactAlone(config, event, name, read))
    }
  }
}

/** Where they fail each is done by a job of its own; a database that is away fails them all. */
async function orEachAlone<Result>(
  { db, log }: Reacting,
  event: string,
  names: readonly string[],
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (isDatabaseGone(error)) throw error
    log.warn({ event, reactions: names, err: messageOf(error) }, 'reactions are tried one by one')
    const jobs = names.map((name) => reactJob(event, [name], name))
    await inTransaction(db, (tx) => enqueue(tx, jobs))
    return undefined
  }
}

function reactJob(event: string, reactions: string[], ...key: string[]) {
  return {
    task: 'react',
    payload: { event, reactions },
    key: ['react', event, ...key].join(':'),
  } as const
}

async function reactAlone(
  { db, reactions }: Reacting,
  id: string,
  name: string,
  read?: Event,
): Promise<void> {
  const reaction = ownProperty(reactions, name)
  if (!reaction) throw new Error(`No reaction is named ${name}`)
  for (const event of read ? [read] : await readEvents(db, [id])) await react(reaction, event)
}

const mostGroups = 2
const mostInGroup = 16
/** Of a group for a lock that one of it needs. */
const longestWaitMs = 1_000

type Waiting = { event: string; names: readonly string[]; done: PromiseWithResolvers<Event> }

/**
 * What comes while groups are under way waits for the first to end, and is the next: what all tickets have
 * in common (the commit, the sums) is then written once for all of them. Nothing waits for others to come.
 * @returns of each call the event, which nobody changes any more
 */
function reactInGroups(db: Kysely<DB>, together: Together) {
  const waiting: Waiting[] = []
  let underWay = 0

  async function work(): Promise<void> {
    if (underWay === mostGroups) return
    underWay++
    while (waiting.length > 0) await reactAsGroup(db, together, nextGroup(waiting))
    underWay--
  }

  return (event: string, names: readonly string[]): Promise<Event> => {
    const done = Promise.withResolvers<Event>()
    waiting.push({ event, names, done })
    void work()
    return done.promise
  }
}

/** Of two jobs for one event one waits for the next group, and finds it done. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  const group = new Map<string, Waiting>()
  for (const one of waiting) {
    if (group.size < mostInGroup) group.set(one.event, one)
  }
  const taken = new Set(group.values())
  waiting.splice(0, waiting.length, ...waiting.filter((one) => !taken.has(one)))
  return [...taken]
}

/**
 * Where they fail together each is done in a transaction of its own, and where one waits for a lock it goes
 * on waiting alone: the next group is not held by that. Never rejects.
 */
async function reactAsGroup(
  db: Kysely<DB>,
  together: Together,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const read = await reactInside(db, together, group, longestWaitMs)
    for (const { event, done } of group) done.resolve(present(read.get(event)))
  } catch (error) {
    const isFinal = isDatabaseGone(error) || (group.length === 1 && !isLocked(error))
    for (const one of group) {
      if (isFinal) one.done.reject(error)
      else one.done.resolve(reactByItself(db, together, one))
    }
  }
}

/** Waits for locks as long as any job. */
async function reactByItself(db: Kysely<DB>, together: Together, one: Waiting): Promise<Event> {
  return present((await reactInside(db, together, [one], null)).get(one.event))
}

/** All of them or none, with what they lead to. @returns the events by their numbers */
async function reactInside(
  db: Kysely<DB>,
  together: Together,
  group: readonly Waiting[],
  waitMs: number | null,
): Promise<Map<string, Event>> {
  return inTransaction(db, async (tx) => {
    await commitUnawaited(tx, waitMs)
    const heard: HeardEvent[] = []
    const { each, last } = together.of({ db: tx, hear: (events) => void heard.push(...events) })
    const late = new Map<string, Event[]>()
    const read = new Map<string, Event>()
    let wanted = new Map(group.map(({ event, names }) => [event, names]))
    while (wanted.size > 0) {
      for (const event of await readEvents(tx, [...wanted.keys()])) {
        read.set(event.id, event)
        for (const name of wanted.get(event.id) ?? []) {
          const reaction = ownProperty(each, name)
          if (reaction) await react(reaction, event)
          else late.set(name, [...(late.get(name) ?? []), event])
        }
      }
      wanted = await wantedBy(heard.splice(0), tx, together)
    }
    for (const [name, work] of Object.entries(last)) {
      const events = late.get(name)
      if (events) await work(events)
    }
    return read
  })
}

/**
 * Its commit does not wait for the disk, and so what many such transactions count up is held for less
 * long. One that a crash of the server loses is done again: the job ends by a later commit, which
 * waits, and so does whatever tells somebody outside.
 * @see https://www.postgresql.org/docs/current/wal-async-commit.html
 * @param waitMs for a lock, at most; null: as long as it takes
 */
async function commitUnawaited(tx: Transaction<DB>, waitMs: number | null): Promise<void> {
  const lockTimeout =
    waitMs === null ? sql`` : sql`, set_config('lock_timeout', ${String(waitMs)}, true)`
  await sql`select set_config('synchronous_commit', 'off', true)${lockTimeout}`.execute(tx)
}

/**
 * What the events want that were recorded meanwhile. What calls out is enqueued: it may not be
 * forgotten between the commit and its effect.
 */
async function wantedBy(
  heard: readonly HeardEvent[],
  tx: Transaction<DB>,
  { names, reactionsTo }: Together,
): Promise<Map<string, readonly string[]>> {
  const reacting = heard.map(({ id, name }) => ({ id, all: reactionsTo(name) }))
  const outside = reacting.map(({ id, all }) =>
    reactJob(
      id,
      all.filter((one) => !names.has(one)),
    ),
  )
  await enqueue(
    tx,
    outside.filter(({ payload }) => payload.reactions.length > 0),
  )
  const inside = reacting.map(({ id, all }) => [id, all.filter((one) => names.has(one))] as const)
  return new Map(inside.filter(([, wanted]) => wanted.length > 0))
}

function react(reaction: AnyReaction, event: Event): Promise<void> {
  // it stands under the event's name in reactions.ts
  return reaction(event as never)
}

/** @throws for a name, or data, that no version of the product knows; then the job fails, and says so */
async function readEvents(db: Kysely<DB>, ids: readonly string[]): Promise<Event[]> {
  const rows = await db
    .selectFrom('event')
    .select(eventColumns)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  if (rows.length < ids.length) throw new Error(`No event has the number ${ids.join(' or ')}`)
  return rows.map(({ name, data, ...row }) => {
    if (!isEventName(name)) throw new Error(`No event is named ${name}`)
    return { ...row, name, data: readData(name, data) } as Event
  })
}
