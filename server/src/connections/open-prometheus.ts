import type { SystemDefinition } from './connection-form.ts'
import type { Means } from './open-http.ts'
import { openSystem } from './open-system.ts'
import { readSeries } from './read-series.ts'
import type { SeriesAnswer } from './read-series.ts'

/** Values from `from` to `to`, both with, one each `stepSeconds`. */
type Range = { from: Date; to: Date; stepSeconds: number }

/** Asks by the HTTP API, version 1; a query only reads. */
export type PrometheusConnection = {
  range(query: string, range: Range, timeoutMs: number): Promise<SeriesAnswer>
  instant(query: string, timeoutMs: number): Promise<SeriesAnswer>
}

export function openPrometheus(declared: SystemDefinition, means: Means): PrometheusConnection {
  const system = openSystem(declared, means)

  async function ask(name: string, values: Record<string, string>, timeoutMs: number) {
    const timeout = `${Math.ceil(timeoutMs / 1_000)}s`
    const path = `/api/v1/${name}?${new URLSearchParams({ ...values, timeout })}`
    return readSeries(await system.get(path, { timeoutMs }))
  }

  return {
    range: (query, { from, to, stepSeconds }, timeoutMs) =>
      ask(
        'query_range',
        { query, start: unixOf(from), end: unixOf(to), step: String(stepSeconds) },
        timeoutMs,
      ),
    instant: (query, timeoutMs) => ask('query', { query }, timeoutMs),
  }
}

function unixOf(at: Date): string {
  return String(at.getTime() / 1_000)
}
