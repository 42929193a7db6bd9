import type { LogLevel } from '@firstline/contract/telemetry'

/** The least severity number of OpenTelemetry of each level. */
export const severityOf: Readonly<Record<LogLevel, number>> = {
  trace: 1,
  debug: 5,
  info: 9,
  warn: 13,
  error: 17,
  fatal: 21,
}

/** What levels are called by those who write logs; numbers are those of pino and bunyan. */
const written: Readonly<Record<LogLevel, readonly string[]>> = {
  trace: ['trace', 'verbose', '10'],
  debug: ['debug', 'dbug', '20'],
  info: ['info', 'information', 'informational', 'notice', '30'],
  warn: ['warn', 'warning', '40'],
  error: ['error', 'err', 'eror', '50'],
  fatal: ['fatal', 'critical', 'crit', 'panic', 'alert', 'emerg', 'emergency', '60'],
}

const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
const severities = new Map(
  levels.flatMap((level) => written[level].map((name) => [name, severityOf[level]] as const)),
)

/** 0 where it says no level that is known. */
export function severityNamed(name: string | undefined): number {
  return severities.get(name?.toLowerCase() ?? '') ?? 0
}

/** How a level and the graver ones are written. */
export function namesFrom(level: LogLevel): string[] {
  return levels.slice(levels.indexOf(level)).flatMap((each) => written[each])
}
