import { isEventName, readData } from '@firstline/contract/events'
import { ownProperty } from '@firstline/contract/own-property'
import type { PayloadOf } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { isDatabaseGone } from '#server/database/database-gone.ts'
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
 * reactions to what they record; then those that call out, each for itself. One that fails gets a job
 * of its own, tried again in its own time, and holds no other.
 */
export function reactionsByOneJob(config: Reacting) {
  return async ({
    event,
    reaction,
    reactions = reaction ? [reaction] : [],
  }: PayloadOf<'react'>): Promise<void> => {
    const [only] = reactions
    if (reactions.length === 1 && only) return reactAlone(config, event, only)
    const inside = reactions.filter((name) => config.together?.names.has(name))
    const outside = reactions.filter((name) => !inside.includes(name))
    const { together } = config
    const read =
      together && inside.length > 0
        ? await orEachAlone(config, event, inside, () =>
            reactInside(config.db, together, event, inside),
          )
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

/** All of them or none, with what they lead to. @returns the event, which nobody changes any more */
async function reactInside(
  db: Kysely<DB>,
  together: Together,
  id: string,
  names: readonly string[],
): Promise<Event | undefined> {
  return inTransaction(db, async (tx) => {
    await commitUnawaited(tx)
    const heard: HeardEvent[] = []
    const { each, last } = together.of({ db: tx, hear: (events) => void heard.push(...events) })
    const late = new Map<string, Event[]>()
    let wanted = new Map([[id, names]])
    let first: Event | undefined
    while (wanted.size > 0) {
      for (const event of await readEvents(tx, [...wanted.keys()])) {
        first ??= event
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
    return first
  })
}

/**
 * Its commit does not wait for the disk, and so what many such transactions count up is held for less
 * long. One that a crash of the server loses is done again: the job ends by a later commit, which
 * waits, and so does whatever tells somebody outside.
 * @see https://www.postgresql.org/docs/current/wal-async-commit.html
 */
async function commitUnawaited(tx: Transaction<DB>): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx)
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
