import { LiveCounts, LiveEvent, LiveTickets } from '@firstline/contract/live'
import { routes } from '@firstline/contract/routes'
import type { TicketSummary } from '@firstline/contract/tickets'

/** `full`: refused, as too many are open already. */
export type LiveState = 'live' | 'reconnecting' | 'full'

export type LiveListener = {
  /** What happened within a moment, together. */
  onEvents: (events: LiveEvent[]) => void
  /** How tickets that have changed stand in lists now. */
  onRows: (rows: TicketSummary[]) => void
  /** So many have changed that lists are better read again. */
  onManyRows: () => void
  /** What routes that count answer now. */
  onCounts: (counts: LiveCounts) => void
  /** Events may have been missed: read everything again. */
  onResync: () => void
  onState: (state: LiveState) => void
  /** The server takes no stream from here: it may be away, or nobody be signed in any more. */
  onRefused: () => void
}

const gatherMs = 150
/** All browsers hear of it at once; not all of them ask at once. */
const apartMs = 250
const reopenMs = 3_000
const reopenFullMs = 30_000

/**
 * The server's events until closed. The browser reconnects by itself and sends the last event id; a
 * stream that was refused altogether is opened anew, and then nothing is known of the time between.
 */
export function connectLive(
  listener: LiveListener,
  open: (url: string) => EventSource = (url) => new EventSource(url),
  isFull: (url: string) => Promise<boolean> = askIfFull,
  random: () => number = Math.random,
): () => void {
  let isClosed = false
  let source: EventSource
  let reopening: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let gathered: LiveEvent[] = []

  function connect(isAgain: boolean) {
    // what was read before this is open may have changed meanwhile: the server says so
    const since = isAgain ? '' : `&readingForMs=${Math.round(performance.now())}`
    source = open(`${routes.streamEvents.path}?rows=true${since}`)
    source.addEventListener('open', () => {
      listener.onState('live')
      if (isAgain) listener.onResync()
      isAgain = false
    })
    source.addEventListener('message', ({ data }) => gather(String(data)))
    source.addEventListener('tickets', ({ data }) => {
      const said = LiveTickets.safeParse(parseJson(String(data)))
      if (!said.success) return listener.onResync()
      if (said.data.tickets) listener.onRows(said.data.tickets)
      else listener.onManyRows()
    })
    source.addEventListener('counts', ({ data }) => {
      const said = LiveCounts.safeParse(parseJson(String(data)))
      if (said.success) listener.onCounts(said.data)
      else listener.onResync()
    })
    source.addEventListener('resync', listener.onResync)
    source.addEventListener('error', () => {
      listener.onState('reconnecting')
      if (source.readyState !== 2 /* CLOSED */) return
      listener.onRefused()
      void reopen()
    })
  }

  async function reopen() {
    const waits = await isFull(routes.streamEvents.path)
    if (isClosed) return
    if (waits) listener.onState('full')
    clearTimeout(reopening)
    reopening = setTimeout(() => connect(true), waits ? reopenFullMs : reopenMs)
  }

  function gather(text: string) {
    const event = LiveEvent.safeParse(parseJson(text))
    if (!event.success) return listener.onResync() // a newer server may say more than we understand
    gathered.push(event.data)
    gathering ??= setTimeout(
      () => {
        const events = gathered
        gathered = []
        gathering = undefined
        listener.onEvents(events)
      },
      gatherMs + random() * apartMs,
    )
  }

  connect(false)
  return () => {
    isClosed = true
    clearTimeout(reopening)
    clearTimeout(gathering)
    source.close()
  }
}

/** An EventSource does not say why it was refused. */
async function askIfFull(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    const isRefused = answer.status === 429 || answer.status === 503
    const text = isRefused ? await answer.text() : ''
    if (!isRefused) await answer.body?.cancel()
    return /"live\.(?:too-many|full)"/.test(text)
  } catch {
    return false // the server is away altogether
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
