import type { Clock } from '#server/core/clock.ts'

export type FakeClock = Clock & {
  set(at: string | Date): void
  advance(milliseconds: number): void
}

/** Time that moves only when a test says so. */
export function fakeClock(start: string): FakeClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: (at) => void (now = new Date(at)),
    advance: (milliseconds) => void (now = new Date(now.getTime() + milliseconds)),
  }
}
