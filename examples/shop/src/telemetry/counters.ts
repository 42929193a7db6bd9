import type { Answer } from '#shop/http/call.ts'

export type Counters = {
  count(name: string, labels: Record<string, string>): void
  /** All of them, in the text format of Prometheus. */
  scraped(): Answer
}

export function createCounters(): Counters {
  const series = new Map<string, number>()
  return {
    count(name, labels) {
      const said = Object.entries(labels).map(
        ([label, value]) => `${label}=${JSON.stringify(value)}`,
      )
      const key = `${name}{${said.join(',')}}`
      series.set(key, (series.get(key) ?? 0) + 1)
    },
    scraped: () => ({
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4' },
      body: [...series].map(([key, value]) => `${key} ${value}\n`).join(''),
    }),
  }
}
