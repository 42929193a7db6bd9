import { useSyncExternalStore } from 'react'

type Ticker = {
  now: number
  subscribe: (listener: () => void) => () => void
}

const tickers = new Map<number, Ticker>()

/** The time in ms, re-read every `everyMs`; all readers of one interval share one timer. */
export function useNow(everyMs: number): number {
  return useReadOfNow(everyMs, (now) => now)
}

/** What `read` makes of the time: whoever shows "2 hours" is drawn again when it is 3, not each second. */
export function useReadOfNow<Read extends string | number | boolean>(
  everyMs: number,
  read: (now: number) => Read,
): Read {
  const ticker = tickers.get(everyMs) ?? startTicker(everyMs)
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now))
}

function startTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined

  function tick() {
    ticker.now = Date.now()
    for (const listener of listeners) listener()
  }

  const ticker: Ticker = {
    now: Date.now(),
    subscribe(listener) {
      ticker.now = Date.now() // it may have stood still while nobody read it
      listeners.add(listener)
      timer ??= setInterval(tick, everyMs)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
  tickers.set(everyMs, ticker)
  return ticker
}
