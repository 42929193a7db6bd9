import type { AnswerFaultCode } from '@firstline/contract/connections'
import type { Sentence } from '@firstline/contract/sentence'
import { Refusal, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Logger } from '#server/core/log.ts'
import { faultOf } from '#server/connections/health/fault-of.ts'
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
  const said = sentence`“${source.title}” cannot be read now (${whyOf(error)})`
  return Object.assign(new Unavailable('source.unavailable', said), { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  return error instanceof Refusal ? error.reason : undefined
}

/** What the first line can say of it to whoever connects the systems; no word of the other side. */
function whyOf(error: unknown): Sentence {
  const { code, detail } = faultOf(error)
  if (detail !== null && code === 'query') return sentence`its query fails with ${detail}`
  if (detail !== null && code === 'status') return sentence`its system answers ${detail}`
  if (detail !== null && code === 'secret') {
    return detail.startsWith('vault:')
      ? sentence`${detail} cannot be had from Vault`
      : sentence`${detail} is not set`
  }
  return why[code]
}

const why: Record<AnswerFaultCode, Sentence> = {
  timeout: sentence`its system did not answer in time`,
  unreachable: sentence`its system does not answer`,
  'sign-in': sentence`its system refuses the sign-in`,
  secret: sentence`what it signs in with is not set`,
  certificate: sentence`its certificate cannot be used`,
  token: sentence`its sign-in server gives no token`,
  query: sentence`its system refuses the query`,
  status: sentence`its system answers with an error`,
  fence: sentence`the call would have gone where none may go`,
  'too-large': sentence`its answer is too large`,
  'not-understood': sentence`its answer is not understood`,
  'no-account': sentence`its rows do not say whose they are`,
  'foreign-row': sentence`its answer was refused`,
  refused: sentence`its system refuses`,
}
