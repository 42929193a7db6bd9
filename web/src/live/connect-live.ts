import { LiveEvent } from '@firstline/contract/live'
import { routes } from '@firstline/contract/routes'

export type LiveState = 'live' | 'reconnecting'

export interface LiveListener {
  /** What happened within a moment, together. */
  onEvents: (events: LiveEvent[]) => void
  /** Events may have been missed: read everything again. */
  onResync: () => void
  onState: (state: LiveState) => void
  /** The server takes no stream from here: it may be away, or nobody be signed in any more. */
  onRefused: () => void
}

const gatherMs = 150
const reopenMs = 3_000

/**
 * The server's events until closed. The browser reconnects by itself and sends the last event id; a
 * stream that was refused altogether is opened anew, and then nothing is known of the time between.
 */
export function connectLive(
  listener: LiveListener,
  open: (url: string) => EventSource = (url) => new EventSource(url),
): () => void {
  let source: EventSource
  let reopening: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let gathered: LiveEvent[] = []

  function connect(isAgain: boolean) {
    source = open(routes.streamEvents.path)
    source.addEventListener('open', () => {
      listener.onState('live')
      if (isAgain) listener.onResync()
      isAgain = false
    })
    source.addEventListener('message', ({ data }) => gather(String(data)))
    source.addEventListener('resync', listener.onResync)
    source.addEventListener('error', () => {
      listener.onState('reconnecting')
      if (source.readyState !== 2 /* CLOSED */) return
      listener.onRefused()
      clearTimeout(reopening)
      reopening = setTimeout(() => connect(true), reopenMs)
    })
  }

  function gather(text: string) {
    const event = LiveEvent.safeParse(parseJson(text))
    if (!event.success) return listener.onResync() // a newer server may say more than we understand
    gathered.push(event.data)
    gathering ??= setTimeout(() => {
      const events = gathered
      gathered = []
      gathering = undefined
      listener.onEvents(events)
    }, gatherMs)
  }

  connect(false)
  return () => {
    clearTimeout(reopening)
    clearTimeout(gathering)
    source.close()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
