import { useSyncExternalStore } from 'react'

type Ticker = {
  now: number
  subscribe: (listener: () => void) => () => void
}

const tickers = new Map<number, Ticker>()

/** The time in ms, re-read every `everyMs`; all readers of one interval share one timer. */
export function useNow(everyMs: number): number {
  const ticker = tickers.get(everyMs) ?? startTicker(everyMs)
  return useSyncExternalStore(ticker.subscribe, () => ticker.now)
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
