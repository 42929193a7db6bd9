import pg from 'pg'
import { seconds } from '#server/core/clock.ts'
import type { Logger } from '#server/core/log.ts'
import { createSockets } from '#server/core/sockets.ts'
import { within } from '#server/core/within.ts'

/** Something changed about people, their sessions or keys. */
const standingChannel = 'firstline_standing'

/** It only listens: that nobody speaks any more is noticed by asking. */
const patience = { beatEveryMs: 5 * seconds, longestAnswerMs: 4 * seconds }

/** A connection of its own that listens, and listens again after the database went away. */
export function listen(
  url: string,
  log: Logger,
  on: { wake(): void; missed(): void; standing(): void },
  { beatEveryMs, longestAnswerMs } = patience,
) {
  let client: pg.Client | null = null
  let isStopped = false
  let retry: NodeJS.Timeout | undefined
  let beat: NodeJS.Timeout | undefined

  async function connect(isAgain: boolean): Promise<void> {
    const sockets = createSockets()
    const next = new pg.Client({
      connectionString: url,
      application_name: 'firstline live',
      connectionTimeoutMillis: longestAnswerMs,
      stream: sockets.open,
    })
    client = next
    const ask = (question: string) => within(longestAnswerMs, next.query(question))
    next.on('notification', ({ channel }) =>
      channel === standingChannel ? on.standing() : on.wake(),
    )
    next.on('error', (error) => log.warn({ err: error.message }, 'live connection lost'))
    next.on('end', again)
    try {
      await next.connect()
      await ask(`listen firstline_event; listen ${standingChannel}`)
      askOften(ask, sockets.closeAll)
      if (isAgain) {
        on.missed()
        on.standing()
      }
      on.wake()
    } catch {
      sockets.closeAll()
      again()
    }
  }

  function askOften(ask: (question: string) => Promise<unknown>, drop: () => void): void {
    if (isStopped) return
    beat = setTimeout(() => {
      ask('select 1').then(() => askOften(ask, drop), drop)
    }, beatEveryMs)
  }

  function again(): void {
    if (isStopped) return
    clearTimeout(retry)
    clearTimeout(beat)
    retry = setTimeout(() => void connect(true), 500)
  }

  void connect(false)
  return {
    async stop() {
      isStopped = true
      clearTimeout(retry)
      clearTimeout(beat)
      await client?.end()
    },
  }
}
