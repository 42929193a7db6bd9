import type { HttpDefinition, PrometheusDefinition } from './connection-form.ts'
import { openHttp } from './open-http.ts'
import type { Means } from './open-http.ts'
import { readSeries } from './read-series.ts'
import type { SeriesAnswer } from './read-series.ts'
import type { Signature } from './sign-call.ts'

/** Values from `from` to `to`, both with, one each `stepSeconds`. */
type Range = { from: Date; to: Date; stepSeconds: number }

/** Asks by the HTTP API, version 1; a query only reads. */
export type PrometheusConnection = {
  range(query: string, range: Range, timeoutMs: number): Promise<SeriesAnswer>
  instant(query: string, timeoutMs: number): Promise<SeriesAnswer>
}

export function openPrometheus(declared: PrometheusDefinition, means: Means): PrometheusConnection {
  const connection = openHttp(asHttp(declared), means)
  const signatures = signaturesFor(declared)

  async function ask(name: string, values: Record<string, string>, timeoutMs: number) {
    const timeout = `${Math.ceil(timeoutMs / 1_000)}s`
    const path = `/api/v1/${name}?${new URLSearchParams({ ...values, timeout })}`
    return readSeries(await connection.call({ path, signatures, timeoutMs }))
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

function asHttp(declared: PrometheusDefinition): HttpDefinition {
  const { base_url, oauth, tls, headers, tenant } = declared
  return {
    kind: 'http',
    base_url,
    ...(oauth ? { oauth } : {}),
    ...(tls ? { tls } : {}),
    headers: { ...headers, ...(tenant ? { 'x-scope-orgid': tenant } : {}) },
  }
}

function signaturesFor({ oauth, credential, auth }: PrometheusDefinition): Signature[] {
  const header = { place: 'header', name: 'authorization' } as const
  if (oauth) {
    const { token_url: tokenUrl, scopes = [] } = oauth
    return [{ ...header, prefix: 'Bearer ', secret: { tokenUrl, scopes } }]
  }
  if (!credential) return []
  const { scheme = 'bearer', in: place, name } = auth ?? {}
  if (scheme === 'key' && place && name) return [{ place, name, prefix: '', secret: credential }]
  return [{ ...header, prefix: scheme === 'basic' ? 'Basic ' : 'Bearer ', secret: credential }]
}
