import { hours, minutes } from '#server/core/clock.ts'

/** One series as a system keeps it: a value a minute. */
export type KeptSeries = {
  labels: Readonly<Record<string, string>>
  samples: readonly { at: number; value: number }[]
  /** At every moment, in place of samples. */
  always?: number
}

const until = (now: Date, value: (minute: number) => number, endsAgo = 0): KeptSeries['samples'] =>
  Array.from({ length: 8 * 60 + 1 - endsAgo }, (_, n) => ({
    at: now.getTime() - 8 * hours + n * minutes,
    value: value(n - 8 * 60),
  }))

/**
 * Eight hours of two customers, and of series that are nobody's, up to `now`. An hour and a half before it
 * the requests of `a` grow from one a second to three; its errors begin there.
 */
export function metricSamples(now: Date, a: string, b: string): KeptSeries[] {
  const began = -90
  const counter = (before: number, since: number) => (minute: number) =>
    Math.round(
      60 * (before * (Math.min(minute, began) + 480) + since * Math.max(0, minute - began)),
    )
  const requests = (account: string, route: string, code: string) => ({
    __name__: 'http_requests_total',
    account_id: account,
    route,
    code,
  })
  const own = (name: string, account = a) => ({ __name__: name, account_id: account })
  return [
    { labels: requests(a, '/orders', '200'), samples: until(now, counter(0.5, 2)) },
    { labels: requests(a, '/exports', '200'), samples: until(now, counter(0.5, 0.5)) },
    { labels: requests(a, '/orders', '500'), samples: until(now, counter(0, 0.5)) },
    { labels: requests(b, '/orders', '200'), samples: until(now, counter(10, 10)) },
    { labels: requests(b, '/canary', '500'), samples: until(now, counter(7, 7)) },
    {
      labels: { __name__: 'http_requests_total', route: '/canary', code: '500' },
      samples: until(now, counter(100, 100)),
    },
    { labels: own('queue_length'), samples: until(now, (minute) => 40 + (minute % 20)) },
    { labels: own('queue_length', b), samples: until(now, () => 777) },
    { labels: own('gone'), samples: until(now, () => 5, 120) },
    { labels: own('no_number'), samples: until(now, (minute) => (minute > -3 ? Number.NaN : 1)) },
    { labels: own('endless'), samples: until(now, () => Infinity) },
    { labels: own('long_number'), samples: until(now, () => 0.1234567890123456) },
    { labels: own('zero_before'), samples: until(now, (minute) => Number(minute > began)) },
  ]
}

/** As OpenMetrics writes it down, for `promtool`. */
export function openMetrics(all: readonly KeptSeries[]): string {
  const families = Map.groupBy(all, ({ labels }) => labels.__name__!)
  const lines = [...families].flatMap(([name, series]) => [
    `# TYPE ${name.replace(/_total$/, '')} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
    ...series.flatMap(({ labels, samples }) => {
      const { __name__: _, ...rest } = labels
      const said = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      return samples.map(
        ({ at, value }) => `${name}{${said.join(',')}} ${written(value)} ${at / 1_000}`,
      )
    }),
  ])
  return `${lines.join('\n')}\n# EOF\n`
}

/** As the API and OpenMetrics write a double. */
export function written(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value)
  return value > 0 ? '+Inf' : '-Inf'
}
