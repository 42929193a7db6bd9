import { BadLogsql, evaluateLogsql } from './evaluate-logsql.ts'
import type { Fields } from './evaluate-logsql.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given } from './fake-system.ts'

/** A line with its fields, which are texts; `at` in nanoseconds since 1970. */
export type VictoriaLine = { at: bigint; stream: Fields; fields: Fields }

export type FakeVictorialogs = FakeSystem<VictoriaLine>

/** The HTTP API of a VictoriaLogs that keeps what it is given. */
export function startFakeVictorialogs(given: Given = {}): Promise<FakeVictorialogs> {
  return startFakeSystem<VictoriaLine>(answerOf, given)
}

function answerOf(url: URL, kept: readonly VictoriaLine[], isCareless: () => boolean): Answer {
  if (url.pathname !== '/select/logsql/query')
    return { status: 404, body: 'unsupported path requested\n' }
  try {
    const found = evaluateLogsql(url.searchParams.get('query') ?? '', inNoOrder(kept), isCareless())
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
