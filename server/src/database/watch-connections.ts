import pg from 'pg'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { openShortly } from './short-connection.ts'

type Watching = {
  /** From now on, until it ends. @param pid of the server's process, as the server says */
  add(client: pg.Client, pid: number): void
}
type Watched = {
  client: pg.Client
  pid: number
  /** Bytes that were sent when all that had been asked was answered. */
  sentWhenAnswered: number
  bytes: number
  quietLooks: number
}

/** A look every second: who waits without a byte for five is asked about. */
const quietLooks = 5
/** A server that does not answer either, so often in a row, answers nobody. */
const mostUnanswered = 2

/**
 * A connection whose other end has forgotten it (a server that lost its power, a router that was
 * restarted) says nothing for ever: whoever waits for an answer on it would wait for ever too. The
 * server is asked, over a new one, whether it still works on what was asked. If it does not, or does
 * not answer at all, the connection is closed, who waits gets an error, and what the server still
 * holds for it is let go. A statement may take as long as it takes.
 */
export function watchConnections(url: string, log: Logger, lookEveryMs = seconds): Watching {
  const all = new Set<Watched>()
  let timer: NodeJS.Timeout | undefined
  let isAsking = false
  let unanswered = 0

  function look(): void {
    const waiting = [...all].filter((one) => isQuiet(one))
    if (waiting.length === 0) unanswered = 0
    else if (!isAsking) void askAbout(waiting)
  }

  async function askAbout(waiting: readonly Watched[]): Promise<void> {
    isAsking = true
    try {
      await closeForgotten(waiting)
      unanswered = 0
    } catch (error) {
      if (isAnswer(error)) unanswered = 0
      else if (++unanswered >= mostUnanswered) close(stillQuiet(waiting), messageOf(error))
    } finally {
      isAsking = false
    }
  }

  async function closeForgotten(waiting: readonly Watched[]): Promise<void> {
    const { client, drop } = await openShortly(url, 'firstline watch')
    try {
      const { rows } = await client.query<{ pid: number }>(remembered, [pidsOf(waiting)])
      const known = new Set(rows.map(({ pid }) => pid))
      for (const one of waiting) if (known.has(one.pid)) one.quietLooks = 0
      const forgotten = stillQuiet(waiting)
      close(forgotten, 'the server has forgotten them')
      if (forgotten.length > 0) await client.query(letGo, [pidsOf(forgotten)])
    } finally {
      drop()
    }
  }

  function stillQuiet(waiting: readonly Watched[]): Watched[] {
    return waiting.filter(
      (one) => one.quietLooks >= quietLooks && one.bytes === bytesOf(one) && all.has(one),
    )
  }

  function close(dead: readonly Watched[], why: string): void {
    if (dead.length > 0) log.warn({ connections: dead.length, why }, 'connections are dead; closed')
    for (const { client } of dead) client.connection.stream.destroy()
  }

  return {
    add(client, pid) {
      const one: Watched = {
        client,
        pid,
        sentWhenAnswered: sentBy(client),
        bytes: 0,
        quietLooks: 0,
      }
      all.add(one)
      client.on('drain', () => (one.sentWhenAnswered = sentBy(client)))
      client.once('end', () => {
        all.delete(one)
        if (all.size > 0) return
        clearInterval(timer)
        timer = undefined
      })
      timer ??= setInterval(look, lookEveryMs).unref()
    },
  }
}

/** Nothing has come or gone for some looks, and not all that was asked is answered. */
function isQuiet(one: Watched): boolean {
  const bytes = bytesOf(one)
  const isIdle = sentBy(one.client) === one.sentWhenAnswered
  one.quietLooks = isIdle || bytes !== one.bytes ? 0 : one.quietLooks + 1
  one.bytes = bytes
  return one.quietLooks >= quietLooks
}

function bytesOf({ client }: Watched): number {
  const { bytesRead, bytesWritten } = socketOf(client)
  return bytesRead + bytesWritten
}

function sentBy(client: pg.Client): number {
  return socketOf(client).bytesWritten
}

type Counted = { bytesRead: number; bytesWritten: number }

/** A socket, or one with TLS: both count. */
function socketOf({ connection }: pg.Client): Counted {
  return connection.stream as typeof connection.stream & Counted
}

const pidsOf = (connections: readonly Watched[]) => connections.map(({ pid }) => pid)

/** Works on what was asked; or has just answered, which may still be under way to us. */
const remembered = `
  select pid from pg_stat_activity
  where pid = any($1) and usename = current_user
    and (state = 'active' and wait_event is distinct from 'ClientRead'
      or state_change > clock_timestamp() - interval '2 seconds')`

/** What a forgotten one still holds, locks that others wait for among it, is let go. */
const letGo = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where pid = any($1) and usename = current_user`

/** A refusal in words, such as “too many connections”, comes from a server that is at work. */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !error.code?.startsWith('57P')
}
