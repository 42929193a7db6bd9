import { Refusal, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Logger } from '#server/core/log.ts'
import { faultOf } from '#server/connections/health/fault-of.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { QueryTimeout } from '#server/connections/database.ts'

/** What was read, as people know it. */
type Asked = { id: string; title: string; timeoutMs: number }

export function timedOut(source: Asked, timeoutMs = source.timeoutMs): Unavailable {
  return new Unavailable(
    'source.timeout',
    sentence`“${source.title}” did not answer within ${timeoutMs / 1000} s`,
  )
}

/** Why goes to the log: an address or a piece of SQL is nothing for the first line's screen. */
export function refusalOf(log: Logger, source: Asked, error: unknown): Unavailable {
  if (error instanceof QueryTimeout || reasonOf(error) === 'outbound.timeout')
    return timedOut(source)
  if (error instanceof Unavailable && reasonOf(error) === 'source.unavailable') return error
  const code = (error as { code?: string }).code
  log.warn({ source: source.id, code, err: messageOf(error) }, 'source cannot be read')
  const said = sentence`“${source.title}” cannot be read now (${kindOf(error)})`
  return Object.assign(new Unavailable('source.unavailable', said), { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  return error instanceof Refusal ? error.reason : undefined
}

function kindOf(error: unknown): string {
  if (error instanceof Refusal) return error.reason
  if (error instanceof QueryRefused) return 'its system refuses the query'
  const { code, detail } = faultOf(error)
  if (code === 'sign-in') return 'its system refuses the sign-in'
  if (code === 'unreachable') return 'its system does not answer'
  if (code === 'query') return `its query fails with ${detail}`
  return 'its answer is not understood'
}
