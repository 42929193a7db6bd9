import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Connections } from '#server/connections/connections.ts'
import { QueryTimeout } from '#server/connections/database.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { seconds } from '#server/core/clock.ts'
import { Unavailable } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { sentence } from '#server/core/sentence.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'

/** A line as a query answers it, by the names of what was asked for. */
export type InsightsRow = ReadonlyMap<string, string>

const maxBytes = 16 * 1024 * 1024
const longestPauseMs = 1 * seconds
/** To give up a query when there is no time left for it. */
const timeToStopMs = 2 * seconds

const startedForm = z.object({ queryId: z.string().min(1) })
const resultsForm = z.object({
  status: z.string(),
  results: z.array(z.array(z.object({ field: z.string(), value: z.string() }))).nullish(),
})
const errorForm = z.object({
  __type: z.string(),
  message: z.string().nullish(),
  Message: z.string().nullish(),
})

/** What says that too many are asking, and that one may ask again. */
class Busy extends Error {}

/**
 * Starts a query, asks what came of it until it is complete, and stops it where it is left before.
 * @throws QueryRefused, QueryTimeout, Unavailable `source.unavailable`, and Error for whatever else is no answer
 */
export async function runInsights(
  connections: Connections,
  connection: string,
  query: object,
  left: () => number,
): Promise<InsightsRow[]> {
  const system = connections.system(connection, 'cloudwatch')
  const ask = async (operation: string, body: object, timeoutMs = left()) => {
    const target = `Logs_20140328.${operation}`
    return readAnswer(await system.operate(target, body, { timeoutMs, maxBytes }))
  }
  const askFreely = (operation: string, body: object) => untilFree(() => ask(operation, body), left)
  const { queryId } = startedForm.parse(await askFreely('StartQuery', query))
  try {
    for (const wait of growingPauses()) {
      const answer = resultsForm.parse(await askFreely('GetQueryResults', { queryId }))
      if (answer.status === 'Complete') return (answer.results ?? []).map(rowOf)
      if (answer.status === 'Timeout') throw new QueryTimeout()
      if (!['Scheduled', 'Running'].includes(answer.status))
        throw new Error(`the query ended as ${answer.status}`)
      if (wait >= left()) throw new QueryTimeout()
      await pause(wait)
    }
    throw new QueryTimeout()
  } catch (error) {
    // it would run on, and be paid for; what kept it from its end says more than whether it was stopped
    await Promise.allSettled([ask('StopQuery', { queryId }, timeToStopMs)])
    throw error
  }
}

function rowOf(fields: readonly { field: string; value: string }[]): InsightsRow {
  return new Map(fields.map(({ field, value }) => [field, value]))
}

async function untilFree<T>(ask: () => Promise<T>, left: () => number): Promise<T> {
  for (const wait of growingPauses()) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      if (wait >= left()) throw asBusy(error)
      await pause(wait)
    }
  }
  throw new QueryTimeout()
}

function* growingPauses(): Generator<number, never> {
  for (let wait = 100; ; wait = Math.min(2 * wait, longestPauseMs)) yield wait
}

function asBusy(cause: Busy): Unavailable {
  const said = sentence`CloudWatch runs as many queries as it lets run at once: try again in a moment`
  return Object.assign(new Unavailable('source.unavailable', said), {
    cause: new Error('HTTP 429', { cause }),
  })
}

const refused =
  /^(?:UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|AccessDenied|ExpiredToken|IncompleteSignature|MissingAuthenticationToken|InvalidClientTokenId|NotAuthorized)/

/** AWS answers 400 to almost everything, and says in a name what it means. */
function readAnswer({ status, body }: OutboundAnswer): unknown {
  if (status === 200) return parseExactJson(body)
  const { data } = errorForm.safeParse(parsed(body))
  const type = data?.__type.split('#').at(-1) ?? ''
  if (/^(?:LimitExceeded|Throttling|TooManyRequests|RequestLimitExceeded)/.test(type))
    throw new Busy(type)
  if (refused.test(type)) throw new Error('HTTP 403')
  if (type === 'ResourceNotFoundException') throw new Error('HTTP 404')
  if (/^(?:MalformedQuery|InvalidParameter)/.test(type)) {
    const said = data?.message ?? data?.Message ?? type
    throw new QueryRefused(said.slice(0, 400))
  }
  throw new Error(`HTTP ${status}`)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
