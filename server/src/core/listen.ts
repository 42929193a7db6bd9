import pg from 'pg'
import type { Logger } from './log.ts'

/** Something changed about people, their sessions or keys. */
const standingChannel = 'firstline_standing'

/** A connection of its own that listens, and listens again after the database went away. */
export function listen(
  url: string,
  log: Logger,
  on: { wake(): void; missed(): void; standing(): void },
) {
  let client: pg.Client | null = null
  let isStopped = false
  let retry: NodeJS.Timeout | undefined

  async function connect(isAgain: boolean): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'firstline live' })
    client = next
    next.on('notification', ({ channel }) =>
      channel === standingChannel ? on.standing() : on.wake(),
    )
    next.on('error', (error) => log.warn({ err: error.message }, 'live connection lost'))
    next.on('end', again)
    try {
      await next.connect()
      await next.query(`listen firstline_event; listen ${standingChannel}`)
      if (isAgain) {
        on.missed()
        on.standing()
      }
      on.wake()
    } catch {
      void next.end().catch(() => log.debug('live connection was not open'))
      again()
    }
  }

  function again(): void {
    if (isStopped) return
    clearTimeout(retry)
    retry = setTimeout(() => void connect(true), 500)
  }

  void connect(false)
  return {
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
