import { z } from 'zod'
import { parseDuration } from '#server/project/duration.ts'
import type { BuiltinSource } from '#server/accounts/read-source.ts'
import { LogLevel } from '@firstline/contract/telemetry'
import { later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import { Invalid } from '#server/core/errors.ts'
import { logRecordOf } from './queries.ts'
import type { LogReader } from './store.ts'

const Params = z.strictObject({
  window: z
    .string()
    .regex(/^[1-9]\d{0,3}[smh]$/)
    .default('1h'),
  level: LogLevel.optional(),
  service: z.string().optional(),
  q: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
})

/** `builtin: logs`: one row a log record, newest first, each with its age. */
export function logsSource({
  telemetry,
  clock,
}: {
  telemetry: LogReader
  clock: Clock
}): BuiltinSource {
  return async (scope, params) => {
    const parsed = Params.safeParse(params)
    if (!parsed.success) throw new Invalid('source.params-invalid', z.prettifyError(parsed.error))
    const { window, level, service, q, limit } = parsed.data
    const to = clock.now()
    const found = await telemetry.searchLogs(scope, {
      from: later(to, -parseDuration(window)),
      to,
      words: q?.split(/\s+/).filter(Boolean) ?? [],
      level: level ?? null,
      service: service ?? null,
      limit,
      cursor: null,
    })
    const rows = found.items.map(logRecordOf).map((log) => ({
      at: log.at,
      at_age_s: Math.floor((to.getTime() - new Date(log.at).getTime()) / 1_000),
      level: log.level,
      service: log.service,
      message: log.message,
      trace_id: log.traceId,
    }))
    return { rows, isSingle: false, isTruncated: found.next !== null }
  }
}
