import { setTimeout as wait } from 'node:timers/promises'
import { seconds } from './clock.ts'

/** For what may never settle. @throws when it takes longer, or is stopped before */
export async function within<T>(
  ms: number,
  promise: Promise<T>,
  stopping?: AbortSignal,
): Promise<T> {
  const settled = new AbortController()
  const signal = stopping ? AbortSignal.any([settled.signal, stopping]) : settled.signal
  const late = wait(ms, undefined, { signal }).then(() => {
    throw new NoAnswer(ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    settled.abort()
  }
}

export class NoAnswer extends Error {
  constructor(ms: number) {
    super(`no answer in ${ms / seconds} seconds`)
  }
}
