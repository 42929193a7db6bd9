const minuteMs = 60_000

/** ISO time that long before. */
export function before(
  now: Date,
  span: { days?: number; minutes?: number; seconds?: number },
): string {
  const milliseconds =
    (span.days ?? 0) * 1440 * minuteMs + (span.minutes ?? 0) * minuteMs + (span.seconds ?? 0) * 1000
  return new Date(now.getTime() - milliseconds).toISOString()
}

export const after = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1000).toISOString()
