import type { AnswerFault } from '@firstline/contract/connections'
import { minutes } from '#server/core/clock.ts'

/** What of the project was asked, and by which connection. */
export type Asked = { connection: string; kind: 'source' | 'directory' | 'action'; thing: string }
export type Answered = {
  at: Date
  durationMs: number
  /** null: it was good. */
  fault: AnswerFault | null
}

/** What came of the same thing in the same five minutes. */
export type AnswerCount = Asked & {
  slot: Date
  asked: number
  failed: number
  /** Of each step, and of longer ones. */
  durations: number[]
  last: Answered
  goodAt: Date | null
}

/** Counts in memory: who asks waits for nothing. Somebody takes what was counted, and keeps it. */
export type AnswerCounts = {
  count(asked: Asked, answered: Answered): void
  /** Told of each answer as it is counted. */
  follow(listener: (asked: Asked, answered: Answered) => void): void
  take(): AnswerCount[]
  /** What could not be kept counts with what comes. */
  giveBack(counts: readonly AnswerCount[]): void
}

/** Milliseconds; neighbours are less than twice each other. */
export const durationSteps = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000,
  5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 60_000,
]
export const slotLength = 5 * minutes
/**
 * While the database is away: more than any project names in an hour, and no more than one statement can
 * carry, which has 65,535 values and takes up to 15 for each.
 */
const most = 4_000

export function createAnswerCounts(): AnswerCounts {
  let counts = new Map<string, AnswerCount>()
  const listeners: Parameters<AnswerCounts['follow']>[0][] = []

  function add(count: AnswerCount): void {
    const key = JSON.stringify([count.slot, count.connection, count.kind, count.thing])
    const known = counts.get(key)
    if (known) counts.set(key, sumOf(known, count))
    else if (counts.size < most) counts.set(key, count)
  }

  return {
    count(asked, answered) {
      add(countOf(asked, answered))
      for (const listener of listeners) listener(asked, answered)
    },
    follow: (listener) => void listeners.push(listener),
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
    giveBack: (given) => given.forEach(add),
  }
}

function countOf(asked: Asked, answered: Answered): AnswerCount {
  const { at, durationMs, fault } = answered
  const durations = [...durationSteps, Infinity].map(() => 0)
  const step = durationSteps.findIndex((longest) => durationMs <= longest)
  durations[step === -1 ? durationSteps.length : step] = 1
  return {
    ...asked,
    slot: new Date(Math.floor(at.getTime() / slotLength) * slotLength),
    asked: 1,
    failed: fault ? 1 : 0,
    durations,
    last: answered,
    goodAt: fault ? null : at,
  }
}

function sumOf(one: AnswerCount, other: AnswerCount): AnswerCount {
  return {
    ...one,
    asked: one.asked + other.asked,
    failed: one.failed + other.failed,
    durations: one.durations.map((count, step) => count + (other.durations[step] ?? 0)),
    last: other.last.at >= one.last.at ? other.last : one.last,
    goodAt: laterOf(one.goodAt, other.goodAt),
  }
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other
  return one > other ? one : other
}
