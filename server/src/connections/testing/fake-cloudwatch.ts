import { z } from 'zod'
import { BadInsights, evaluateInsights } from './evaluate-insights.ts'
import type { KeptEvent } from './evaluate-insights.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given } from './fake-system.ts'
import { isSignedByAws } from './is-signed-by-aws.ts'

export type FakeCloudwatch = FakeSystem<KeptEvent> & {
  /** What its caller signs with. */
  credential: string
  /** Which queries were stopped. */
  stopped: string[]
  /** Answered in place of what an operation would be, until it is null again. */
  refuseWith(type: string | null): void
}

type Wishes = Omit<Given, 'authorization'> & {
  credential?: string
  region?: string
  groups?: readonly string[]
  /** How often a query is still running when it is asked for; without end where it never ends. */
  turns?: number
}

const startForm = z.strictObject({
  logGroupIdentifiers: z.array(z.string().min(1).max(2048)).min(1).max(50),
  startTime: z.int().min(0),
  endTime: z.int().min(0),
  queryString: z.string().min(1).max(10_000),
  limit: z.int().min(1).max(10_000),
})
const askForm = z.strictObject({ queryId: z.string().min(1) })

/** Logs Insights of a CloudWatch (JSON 1.1 of 2014-03-28) that keeps what it is given in its groups. */
export async function startFakeCloudwatch({
  credential = 'AKIATEST:secret/of+the/test',
  region = 'eu-central-1',
  groups = ['/shop/production'],
  turns = 0,
  ...given
}: Wishes = {}): Promise<FakeCloudwatch> {
  const queries = new Map<string, { rows: object[]; turns: number }>()
  const stopped: string[] = []
  let refusal: string | null = null
  const operations: Record<
    string,
    (body: unknown, kept: readonly KeptEvent[], isCareless: () => boolean) => Answer
  > = {
    StartQuery(body, kept, isCareless) {
      const { data: asked } = startForm.safeParse(body)
      if (!asked || asked.startTime > asked.endTime) return errorOf('InvalidParameterException')
      if (asked.logGroupIdentifiers.some((group) => !groups.includes(group)))
        return errorOf('ResourceNotFoundException')
      try {
        const within = kept.filter(
          ({ at }) => at >= asked.startTime * 1_000 && at <= asked.endTime * 1_000 + 999,
        )
        const rows = evaluateInsights(asked.queryString, inNoOrder(within), isCareless())
        const queryId = crypto.randomUUID()
        queries.set(queryId, { rows: rows.slice(0, asked.limit), turns })
        return { status: 200, body: JSON.stringify({ queryId }) }
      } catch (error) {
        if (!(error instanceof BadInsights)) throw error
        return errorOf('MalformedQueryException', error.message)
      }
    },
    GetQueryResults(body) {
      const { data: asked } = askForm.safeParse(body)
      const query = queries.get(asked?.queryId ?? '')
      if (!query) return errorOf('ResourceNotFoundException')
      query.turns -= 1
      if (query.turns >= 0)
        return { status: 200, body: JSON.stringify({ status: 'Running', results: [] }) }
      return { status: 200, body: JSON.stringify({ status: 'Complete', results: query.rows }) }
    },
    StopQuery(body) {
      const { data: asked } = askForm.safeParse(body)
      if (!asked || !queries.has(asked.queryId)) return errorOf('InvalidParameterException')
      stopped.push(asked.queryId)
      return { status: 200, body: JSON.stringify({ success: true }) }
    },
  }
  const system = await startFakeSystem<KeptEvent>((url, kept, isCareless, sent) => {
    const { method, headers, body } = sent
    if (method !== 'POST' || url.pathname !== '/')
      return errorOf('UnknownOperationException', '', 404)
    if (headers['content-type'] !== 'application/x-amz-json-1.1')
      return errorOf('SerializationException')
    if (!isSignedByAws(url, sent, { credential, region, service: 'logs' }))
      return errorOf(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      )
    const operation = /^Logs_20140328\.(\w+)$/.exec(String(headers['x-amz-target']))?.[1] ?? ''
    const answer = operations[operation]
    if (!answer) return errorOf('UnknownOperationException')
    if (refusal !== null) return errorOf(refusal)
    return answer(JSON.parse(body), kept, isCareless)
  }, given)
  return { ...system, credential, stopped, refuseWith: (type) => void (refusal = type) }
}

function errorOf(type: string, message = type, status = 400): Answer {
  return { status, body: JSON.stringify({ __type: type, message }) }
}

let turns = 0

/** Nobody says in which order lines of the same time come: each query finds another. */
function inNoOrder<T>(lines: readonly T[]): T[] {
  turns += 1
  const middle = lines.length === 0 ? 0 : (turns * 7) % lines.length
  return [...lines.slice(middle), ...lines.slice(0, middle)]
}
