import type { MetricChart } from '@firstline/contract/accounts'
import { setOwnProperty } from '@firstline/contract/own-property'
import { promqlFor } from '#server/connections/bind-promql.ts'
import type { PrometheusConnection } from '#server/connections/open-prometheus.ts'
import type { Series, SeriesAnswer } from '#server/connections/read-series.ts'
import type { Row } from '#server/connections/row-types.ts'
import { days, hours, later, seconds } from '#server/core/clock.ts'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Source } from './load-sources.ts'
import type { ScopeOn } from './scope.ts'

export type MetricSource = Extract<Source, { kind: 'metric' }>
type Sample = Series['samples'][number]
type Window = { from: Date; to: Date; stepSeconds: number }
/** What was asked, and all that was answered; whose that is has not been looked at yet. */
export type AskedMetric = {
  window: Window
  began: Date | null
  shown: SeriesAnswer
  /** The hour before the problem began and the hour since; null where nobody knows when it did. */
  around: SeriesAnswer | null
}

/** What conditions can read of a metric. */
export const metricFields = [
  'last',
  'last_age_s',
  'is_stale',
  'min',
  'max',
  'mean_before',
  'mean_since',
  'rate_change',
] as const
type MetricRow = Record<(typeof metricFields)[number], number | boolean | null>

const longestWindow = 31 * days
/** A chart has at most so many points, and one more at its beginning. */
const mostPoints = 180
const steps = [15, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 14_400]
const longestStep = 21_600
/** Fewer values than this on either side are no hour to compare. */
const fewestValues = 5

/** @throws QueryRefused, Refusal `outbound.…`, and Error for what is no answer */
export async function askMetric(
  connection: PrometheusConnection,
  source: MetricSource,
  { externalId, problemBegan }: ScopeOn,
  now: Date,
): Promise<AskedMetric> {
  const query = promqlFor(source.promql, externalId)
  const began = problemBegan && problemBegan <= now ? problemBegan : null
  const window = windowOf(began, now, source.beforeMs)
  const ask = (range: Window) => connection.range(query, range, source.timeoutMs)
  const [shown, around] = await Promise.all([
    ask(window),
    began
      ? ask({
          from: later(began, -hours),
          to: new Date(Math.min(later(began, hours).getTime(), now.getTime())),
          stepSeconds: 60,
        })
      : null,
  ])
  return { window, began, shown, around }
}

/** Whose each answered series says it is, as a row that is checked like any other. */
export function labelsOf({ shown, around }: AskedMetric, { accountColumn }: MetricSource): Row[] {
  return [...shown.series, ...(around?.series ?? [])].map(({ labels }) => {
    const row: Row = {}
    const said = labels.get(accountColumn)
    if (said !== undefined) setOwnProperty(row, accountColumn, said)
    return row
  })
}

/**
 * The chart, and the one row that conditions read; no row where the account has no such series.
 * @throws Unavailable `source.unavailable` for more than one series
 */
export function metricOf(
  source: MetricSource,
  { externalId }: ScopeOn,
  { window, began, shown, around }: AskedMetric,
): { rows: Row[]; chart: MetricChart } {
  const samples = onlySeries(source, shown)
  const { to } = window
  const numbers = finite(samples)
  const newest = samples.at(-1)
  const isStale = newest !== undefined && newest.at < to.getTime()
  const row: MetricRow = {
    last: isStale ? null : numberOf(newest),
    last_age_s: newest ? Math.round((to.getTime() - newest.at) / seconds) : null,
    is_stale: isStale,
    min: numbers.length > 0 ? Math.min(...numbers) : null,
    max: numbers.length > 0 ? Math.max(...numbers) : null,
    ...changeOf(around ? onlySeries(source, around) : [], began),
  }
  const owned: Row = { ...row }
  setOwnProperty(owned, source.accountColumn, externalId)
  const chart = {
    unit: source.unit,
    from: window.from.toISOString(),
    to: to.toISOString(),
    stepSeconds: window.stepSeconds,
    problemBegan: began && began >= window.from ? began.toISOString() : null,
    points: samples.map((sample) => ({
      at: new Date(sample.at).toISOString(),
      value: numberOf(sample),
    })),
    lastSaid: newest && numberOf(newest) === null ? String(newest.value) : null,
  }
  return { rows: samples.length > 0 ? [owned] : [], chart }
}

/** Back from now, so that the last value is the one of now. */
function windowOf(began: Date | null, now: Date, beforeMs: number): Window {
  const wished = now.getTime() - (began ?? now).getTime() + beforeMs
  const length = Math.min(wished, longestWindow)
  const stepSeconds = steps.find((step) => step * mostPoints >= length / seconds) ?? longestStep
  const count = Math.ceil(length / seconds / stepSeconds)
  return { from: later(now, -count * stepSeconds * seconds), to: now, stepSeconds }
}

/** A chart of one line: what a query answers more must be added up in it, not here. */
function onlySeries({ title }: MetricSource, { series }: SeriesAnswer): readonly Sample[] {
  if (series.length <= 1) return series[0]?.samples ?? []
  throw new Unavailable(
    'source.unavailable',
    sentence`“${title}” cannot be shown: its query answers ${series.length} series of this account, and a metric is one. It has to add them up, as with sum(…)`,
  )
}

/**
 * The mean of the hour since the problem began against that of the hour before: 0.5 is half more, -1 is
 * nothing any more. null where either hour has too few values, or where there was nothing before.
 */
function changeOf(samples: readonly Sample[], began: Date | null) {
  if (!began) return { mean_before: null, mean_since: null, rate_change: null }
  const start = began.getTime()
  const before = meanOf(samples.filter(({ at }) => at < start))
  const since = meanOf(samples.filter(({ at }) => at >= start))
  const isKnown = before !== null && since !== null && before !== 0
  const change = isKnown ? (since - before) / Math.abs(before) : null
  return { mean_before: before, mean_since: since, rate_change: change }
}

function meanOf(samples: readonly Sample[]): number | null {
  const numbers = finite(samples)
  if (numbers.length < fewestValues) return null
  return numbers.reduce((sum, value) => sum + value / numbers.length, 0)
}

function finite(samples: readonly Sample[]): number[] {
  return samples.map(({ value }) => value).filter(Number.isFinite)
}

/** JSON has no other numbers. */
function numberOf(sample: Sample | undefined): number | null {
  return sample && Number.isFinite(sample.value) ? sample.value : null
}
