import type { LiveEvent } from '@firstline/contract/live'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { minutes, seconds } from './clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageOf } from './errors.ts'
import { readHorizon } from './event-horizon.ts'
import { headerOf } from './header-of.ts'
import { createRowPush, isCounted } from './live-rows.ts'
import type { RowReader, Teller } from './live-rows.ts'
import { listen } from '#server/database/listen.ts'
import type { Logger } from './log.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** Position in commit order: transaction id, then event id. Ids alone are given before commit. */
type Position = { xid: string; id: string }
type Row = LiveEvent & Position
type Subscriber = {
  position: Position
  send(rows: readonly Row[]): void
  resync(): void
  /** What the rows of tickets are told to; null where nobody asked for them, or not yet can be told. */
  rowReader(): RowReader | null
  /** Ends it, unless whoever opened it may still watch; while nobody can say, it is told nothing. */
  check(): Promise<void>
  isCleared: boolean
}

const batch = 500
/** Who missed more reads all again. */
const mostMissed = 1_000
/** Of a bigint in PostgreSQL. */
const largestId = 2n ** 63n - 1n
const heartbeat = 15 * seconds
/** What was asked for may be under way for so long before the stream that was asked for with it is opened. */
const longestUnderWay = 30 * seconds
/** Who does not read what is written begins anew with what was missed: nothing is kept for them in memory. */
const mostUnreadBytes = 1024 * 1024
/** Streams end now and then, so that a session that ended does not go on watching. */
const longestStream = 10 * minutes

type Watcher = {
  /** Asked anew whenever something changed about people, sessions or keys. */
  mayWatch(): Promise<boolean>
  maySee(eventName: string): boolean
  /** Whose lists are told the rows of tickets that change; without it nothing but names is told. */
  rowsFor?: { personId: string | null } | undefined
}

export type Live = {
  /** @param readingForMs for how long whoever opens it has been reading what is shown */
  stream(
    request: FastifyRequest,
    reply: FastifyReply,
    watcher: Watcher,
    readingForMs?: number,
  ): Promise<void>
  stop(): Promise<void>
}

/**
 * What happens, to every open browser, across nodes: LISTEN wakes one reader a process, which reads
 * the record in commit order below the oldest running transaction of this database, so that no late
 * commit is missed.
 */
export async function createLive(
  db: Kysely<DB>,
  url: string,
  log: Logger,
  {
    now = () => performance.now(),
    teller = tellsNothing,
  }: { now?: () => number; teller?: Teller } = {},
): Promise<Live> {
  const subscribers = new Set<Subscriber>()
  const olderRecord = await endOfOlderRecord(db)
  let position = await positionNow(db)
  /** Before this was begun anything may have happened. */
  let lastHappened = now()
  let isReading = false
  let isWoken = false
  let isStopped = false
  const rowReaders = () => [...subscribers].flatMap((subscriber) => subscriber.rowReader() ?? [])
  const push = createRowPush(teller, rowReaders, log)

  async function wake(): Promise<void> {
    isWoken = true
    if (isReading || isStopped) return
    isReading = true
    try {
      while (isWoken) {
        isWoken = false
        const rows = await readAfter(db, { position, olderRecord })
        if (rows.length > 0) lastHappened = now()
        position = rows.at(-1) ?? position
        if (rows.length > 0) for (const subscriber of subscribers) tell(subscriber, rows)
        push.changed(rows)
        if (rows.length === batch) isWoken = true
      }
    } catch (error) {
      if (!isStopped) {
        log.warn({ err: messageOf(error) }, 'live updates could not be read; trying again')
      }
    } finally {
      isReading = false
    }
  }

  /** One that cannot be told is let go, and comes again; it holds up nobody else. */
  function tell(subscriber: Subscriber, rows: readonly Row[]): void {
    try {
      subscriber.send(rows)
    } catch (error) {
      subscribers.delete(subscriber)
      log.warn({ err: messageOf(error) }, 'a live stream could not be written')
    }
  }

  const checkAll = oneAtATime(async () => {
    for (const subscriber of subscribers) await subscriber.check()
  })

  // an older transaction may still have been running when the notification came
  const sweep = setInterval(() => {
    if (subscribers.size > 0) void wake()
    if ([...subscribers].some((subscriber) => !subscriber.isCleared)) void checkAll()
  }, 500)
  const listener = listen(url, log, {
    wake: () => void wake(),
    missed: () => {
      for (const subscriber of subscribers) subscriber.resync()
    },
    standing: () => void checkAll(),
  })

  return {
    stream(request, reply, watcher, readingForMs) {
      const isBehind =
        readingForMs !== undefined && now() - lastHappened < readingForMs + longestUnderWay
      const at = () => position
      const context = { db, subscribers, olderRecord, at, watcher, isBehind, teller }
      return openStream(request, reply, context)
    },
    async stop() {
      isStopped = true // a reading under way meets connections that are gone
      clearInterval(sweep)
      push.stop()
      await listener.stop()
    },
  }
}

const tellsNothing: Teller = {
  isTold: () => false,
  tooMany: null,
  readRows: async () => null,
  counts: {},
}

/** All that is below the horizon has happened; what comes is above it. */
async function positionNow(db: Kysely<DB>): Promise<Position> {
  return { xid: String(BigInt(await readHorizon(db)) - 1n), id: String(largestId) }
}

/**
 * A dump restored into a younger server brings events whose transactions that server has yet to
 * number. The last of them ends the older record: nothing up to there is news, whatever its number.
 * @returns 0 in a record that is this server's own
 */
async function endOfOlderRecord(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(id), 0)::text as id from (
      select id from event where xid >= pg_snapshot_xmax(pg_current_snapshot())
      order by event.xid desc, event.id desc limit 10000) as yet_to_come
  `.execute(db)
  return onlyRow(rows).id
}

type Reading = { position: Position; olderRecord: string }

async function readAfter(
  db: Kysely<DB>,
  { position, olderRecord }: Reading,
  limit = batch,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select xid::text as xid, id::text as id, name, ticket_id as "ticketId",
      account_id as "accountId", actor_id as "actorId"
    from live_events_after(${position.xid}::text::xid8, ${position.id}::text::bigint,
      ${olderRecord}::text::bigint, ${limit}::integer) as event
    order by event.xid, event.id
  `.execute(db)
  return rows
}

type Following = Pick<LiveEvent, 'rowFollows' | 'countsFollow'>

type StreamContext = {
  db: Kysely<DB>
  subscribers: Set<Subscriber>
  olderRecord: string
  at(): Position
  watcher: Watcher
  /** What it shows was read before, and something has happened since. */
  isBehind: boolean
  teller: Teller
}

async function openStream(request: FastifyRequest, reply: FastifyReply, context: StreamContext) {
  const { resumed, isLost } = whereLeftOff(request.headers, context)
  const out = reply.raw
  reply.hijack()
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    if (out.writableLength > mostUnreadBytes) out.destroy()
    else out.write(text)
  }
  const { rowsFor } = context.watcher
  const rowReader: RowReader | null = rowsFor
    ? { personId: rowsFor.personId, counts: new Map(), write, resync: () => subscriber.resync() }
    : null
  const { teller } = context
  const whatFollows = (row: Row): Following => ({
    ...(teller.isTold(row) && { rowFollows: true }),
    ...(Object.values(teller.counts).some((own) => isCounted(own, row)) && { countsFollow: true }),
  })
  const nothingFollows = (): Following => ({})
  const tell = (rows: readonly Row[], following: (row: Row) => Following) => {
    const news = rows.filter((row) => isAfter(row, subscriber.position))
    subscriber.position = news.at(-1) ?? subscriber.position
    const seen = news.filter(({ name }) => context.watcher.maySee(name))
    if (seen.length > 0) write(seen.map((row) => formatEvent(row, following(row))).join(''))
  }
  const waiting: Row[] = []
  let isCaughtUp = false
  const subscriber: Subscriber = {
    position: resumed ?? context.at(),
    isCleared: false,
    send(rows) {
      if (!isCaughtUp) return void waiting.push(...rows)
      if (!this.isCleared) return // reads all again once it is known who watches
      tell(rows, rowReader ? whatFollows : nothingFollows)
    },
    rowReader: () => (isCaughtUp && subscriber.isCleared ? rowReader : null),
    resync: () => write('event: resync\ndata: {}\n\n'),
    async check() {
      // null: the database is away, and nobody can say
      const mayWatch = await context.watcher.mayWatch().catch(() => null)
      if (mayWatch === false) {
        context.subscribers.delete(subscriber)
        out.end()
      } else {
        if (mayWatch && !subscriber.isCleared && isCaughtUp) subscriber.resync()
        subscriber.isCleared = mayWatch === true
      }
    },
  }
  context.subscribers.add(subscriber)
  // also who is told nothing before the stream ends goes on from here
  out.write(`retry: 1000\nid: ${subscriber.position.xid}.${subscriber.position.id}\n\n`)
  const beat = setInterval(() => write(': still here\n\n'), heartbeat)
  const end = setTimeout(() => {
    context.subscribers.delete(subscriber)
    out.end()
  }, longestStream)
  out.on('error', () => out.destroy()) // who reads is gone: its 'close' tidies up
  request.raw.on('close', () => {
    context.subscribers.delete(subscriber)
    clearInterval(beat)
    clearTimeout(end)
  })
  // what changed while this was being opened told nobody here
  await subscriber.check()
  const { db, olderRecord } = context
  const missed = resumed
    ? await readAfter(db, { position: resumed, olderRecord }, mostMissed).catch(() => null)
    : []
  if (!missed) return void out.end() // the database went away just now: the browser comes again
  isCaughtUp = true
  const isUnsure = isLost || (context.isBehind && !resumed)
  if (isUnsure || missed.length === mostMissed) subscriber.resync()
  if (!subscriber.isCleared) return
  tell(missed, nothingFollows)
  tell(waiting, nothingFollows) // but for those of them that were missed as well
}

/**
 * A place this record never gave, or has not come to (as after a restored backup), is lost: whoever
 * waited there for what comes next would wait for ever.
 */
function whereLeftOff(
  headers: FastifyRequest['headers'],
  { at, olderRecord }: Pick<StreamContext, 'at' | 'olderRecord'>,
) {
  const header = headerOf(headers, 'last-event-id')
  if (header === undefined) return { resumed: null, isLost: false }
  const asked = parsePosition(header)
  const isLost =
    asked === null ||
    isAfter(asked, at()) ||
    BigInt(asked.id) > largestId ||
    BigInt(asked.id) <= BigInt(olderRecord)
  return { resumed: isLost ? null : asked, isLost }
}

function formatEvent({ xid, id, ...event }: Row, following: Following): string {
  const said: LiveEvent = { ...event, ...following }
  return `id: ${xid}.${id}\ndata: ${JSON.stringify(said)}\n\n`
}

function parsePosition(header: string): Position | null {
  const [, xid, id] = /^(\d{1,20})\.(\d{1,19})$/.exec(header) ?? []
  return xid !== undefined && id !== undefined ? { xid, id } : null
}

function isAfter(a: Position, b: Position): boolean {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)]
  return ax === bx ? BigInt(a.id) > BigInt(b.id) : ax > bx
}

/** Whoever calls while it runs has it run once more. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let isRunning = false
  let isWanted = false
  return async () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    try {
      while (isWanted) {
        isWanted = false
        await work()
      }
    } finally {
      isRunning = false
    }
  }
}
