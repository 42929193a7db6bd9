import type { SystemDefinition } from './connection-form.ts'
import type { Means } from './open-http.ts'
import { openSystem } from './open-system.ts'
import { readLines } from './read-lines.ts'
import type { LogLine } from './read-lines.ts'

/** From `from`, and before `to`: nanoseconds since 1970. */
export type LineRange = { from: bigint; to: bigint; limit: number }

/** Asks by the HTTP API, version 1; a query only reads. */
export type LokiConnection = {
  /** The newest lines of the range, the newest first. */
  newest(query: string, range: LineRange, timeoutMs: number): Promise<LogLine[]>
  /** The oldest lines of the range, the oldest first. */
  oldest(query: string, range: LineRange, timeoutMs: number): Promise<LogLine[]>
}

/** Two hundred lines of Loki's own largest size would be 50 MB; nobody reads that on a ticket. */
const maxBytes = 16 * 1024 * 1024

export function openLoki(declared: SystemDefinition, means: Means): LokiConnection {
  const system = openSystem(declared, means)
  const ask = async (
    direction: 'backward' | 'forward',
    query: string,
    { from, to, limit }: LineRange,
    timeoutMs: number,
  ) => {
    const range = { start: String(from), end: String(to), limit: String(limit), direction }
    const path = `/loki/api/v1/query_range?${new URLSearchParams({ query, ...range })}`
    return readLines(await system.get(path, { timeoutMs, maxBytes }))
  }
  return {
    async newest(...asked) {
      const lines = await ask('backward', ...asked)
      return lines.toSorted((a, b) => Number(b.at - a.at))
    },
    async oldest(...asked) {
      const lines = await ask('forward', ...asked)
      return lines.toSorted((a, b) => Number(a.at - b.at))
    },
  }
}
