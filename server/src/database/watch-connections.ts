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
      const working = await pidsAtWork(url, waiting)
      unanswered = 0
      for (const one of waiting) if (working.has(one.pid)) one.quietLooks = 0
      close(waiting, 'the server has forgotten them')
    } catch (error) {
      if (isAnswer(error)) unanswered = 0
      else if (++unanswered >= mostUnanswered) close(waiting, messageOf(error))
    } finally {
      isAsking = false
    }
  }

  /** One that was answered in the meantime is not quiet any more. */
  function close(lost: readonly Watched[], why: string): void {
    const dead = lost.filter((one) => one.quietLooks >= quietLooks && all.has(one))
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
  const { bytesRead, bytesWritten } = socketOf(one.client)
  const bytes = bytesRead + bytesWritten
  const isIdle = bytesWritten === one.sentWhenAnswered
  one.quietLooks = isIdle || bytes !== one.bytes ? 0 : one.quietLooks + 1
  one.bytes = bytes
  return one.quietLooks >= quietLooks
}

function sentBy(client: pg.Client): number {
  return socketOf(client).bytesWritten
}

type Counted = { bytesRead: number; bytesWritten: number }

/** A socket, or one with TLS: both count. */
function socketOf({ connection }: pg.Client): Counted {
  return connection.stream as typeof connection.stream & Counted
}

/** What a forgotten one still holds, locks that others wait for among it, is let go. */
const letGo = `
  select pid, is_at_work as "isAtWork",
    case when is_at_work then null else pg_terminate_backend(pid) end
  from (
    select pid, state = 'active' and wait_event is distinct from 'ClientRead' as is_at_work
    from pg_stat_activity where pid = any($1) and usename = current_user
  ) as ours`

async function pidsAtWork(url: string, waiting: readonly Watched[]): Promise<Set<number>> {
  const { client, drop } = await openShortly(url, 'firstline watch')
  try {
    const { rows } = await client.query<{ pid: number; isAtWork: boolean }>(letGo, [
      waiting.map(({ pid }) => pid),
    ])
    return new Set(rows.filter(({ isAtWork }) => isAtWork).map(({ pid }) => pid))
  } finally {
    drop()
  }
}

/** A refusal in words, such as “too many connections”, comes from a server that is at work. */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !error.code?.startsWith('57P')
}
