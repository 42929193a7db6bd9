import { rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'

/** When an account's exports are counted: Unix time, in seconds. */
export type Moments = { start: number; end: number; step: number }
export type Sample = { at: number; count: number }

/** Which exports count for which metric. */
const countedExports = {
  acme_exports_total: { when: 'created_at', which: 'true' },
  acme_exports_failed_total: { when: 'finished_at', which: "status = 'failed'" },
} as const

export type MetricName = keyof typeof countedExports

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(countedExports, name)
}

/** How many of an account's exports there were in the seconds before each moment. */
export function countExports(
  database: Database,
  account: string,
  metric: { name: MetricName; seconds: number },
  { start, end, step }: Moments,
): Promise<Sample[]> {
  const { when, which } = countedExports[metric.name]
  return rows<Sample>(
    database,
    `select at::float8 as at,
       (select count(*)::int from export_job
        where account_id = account.id and ${which}
          and ${when} > to_timestamp(at - $5) and ${when} <= to_timestamp(at)) as count
     from account, generate_series($2::numeric, $3::numeric, $4::numeric) as at
     where account.id = $1
     order by at`,
    [account, start, end, step, metric.seconds],
  )
}
