import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BadLogsql, evaluateLogsql } from './evaluate-logsql.ts'
import type { Fields } from './evaluate-logsql.ts'

/** A line with its fields, which are texts; `at` in nanoseconds since 1970. */
export type VictoriaLine = { at: bigint; stream: Fields; fields: Fields }

type Answer = { status: number; body: string }
export type FakeVictorialogs = {
  url: string
  /** What was asked, newest last. */
  asked: { path: string; query: URLSearchParams; headers: IncomingMessage['headers'] }[]
  /** Beside what is kept already. */
  keep(lines: readonly VictoriaLine[]): void
  /** In place of every answer, until it is null again. */
  answerWith(answer: Answer | null): void
  stop(): Promise<void>
}

/** The HTTP API of a VictoriaLogs that keeps what it is given. */
export async function startFakeVictorialogs({
  authorization,
  isCareless = () => false,
}: { authorization?: string; isCareless?: () => boolean } = {}): Promise<FakeVictorialogs> {
  const kept: VictoriaLine[] = []
  let fixed: Answer | null = null
  const asked: FakeVictorialogs['asked'] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://fake')
    asked.push({ path: url.pathname, query: url.searchParams, headers: request.headers })
    const isKnown = !authorization || request.headers.authorization === authorization
    const { status, body } = isKnown
      ? (fixed ?? answerOf(url, kept, isCareless()))
      : { status: 401, body: 'Unauthorized\n' }
    response.writeHead(status).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    keep: (lines) => void kept.push(...lines),
    answerWith: (answer) => void (fixed = answer),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function answerOf(url: URL, kept: readonly VictoriaLine[], isCareless: boolean): Answer {
  if (url.pathname !== '/select/logsql/query')
    return { status: 404, body: 'unsupported path requested\n' }
  try {
    const found = evaluateLogsql(url.searchParams.get('query') ?? '', inNoOrder(kept), isCareless)
    return { status: 200, body: found.map((line) => `${JSON.stringify(line)}\n`).join('') }
  } catch (error) {
    if (!(error instanceof BadLogsql)) throw error
    return { status: 400, body: `cannot parse query: ${error.message}` }
  }
}

let turns = 0

/** Nobody says in which order lines of the same time come: each query finds another. */
function inNoOrder(lines: readonly VictoriaLine[]): VictoriaLine[] {
  turns += 1
  const middle = lines.length === 0 ? 0 : (turns * 7) % lines.length
  return [...lines.slice(middle), ...lines.slice(0, middle)]
}
