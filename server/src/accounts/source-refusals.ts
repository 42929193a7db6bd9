import { Refusal, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Logger } from '#server/core/log.ts'
import type { Source } from './load-sources.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { QueryTimeout } from '#server/connections/database.ts'

export function timedOut(source: Source, timeoutMs = source.timeoutMs): Unavailable {
  return new Unavailable(
    'source.timeout',
    sentence`“${source.title}” did not answer within ${timeoutMs / 1000} s`,
  )
}

/** Why goes to the log: an address or a piece of SQL is nothing for the first line's screen. */
export function refusalOf(log: Logger, source: Source, error: unknown): Unavailable {
  if (error instanceof QueryTimeout || reasonOf(error) === 'outbound.timeout')
    return timedOut(source)
  if (error instanceof Unavailable && reasonOf(error) === 'source.unavailable') return error
  const code = (error as { code?: string }).code
  log.warn({ source: source.id, code, err: messageOf(error) }, 'source cannot be read')
  return new Unavailable(
    'source.unavailable',
    sentence`“${source.title}” cannot be read now (${kindOf(error)})`,
  )
}

function reasonOf(error: unknown): string | undefined {
  return error instanceof Refusal ? error.reason : undefined
}

function kindOf(error: unknown): string {
  if (error instanceof Refusal) return error.reason
  if (error instanceof QueryRefused) return 'its system refuses the query'
  const { code = '', sqlState } = error as { code?: string; sqlState?: string }
  if (sqlState?.startsWith('28')) return 'its system refuses the sign-in'
  if (sqlState) return `its query fails with ${code}`
  if (/^(?:08|57P)|^E[A-Z]+$/.test(code)) return 'its system does not answer'
  if (code.startsWith('28')) return 'its system refuses the sign-in'
  if (/^[0-9A-Z]{5}$/.test(code)) return `its query fails with SQLSTATE ${code}`
  return 'its answer is not understood'
}
