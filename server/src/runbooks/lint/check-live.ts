import { createConnections } from '#server/accounts/connections.ts'
import type { Connections } from '#server/accounts/connections.ts'
import type { Source } from '#server/accounts/load-sources.ts'
import type { ProjectStore } from '#server/accounts/project.ts'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { nearest } from '#server/core/spelling.ts'
import { pino } from 'pino'
import type { FolderProblem } from './lint-problem.ts'

export type LiveResult = {
  name: string
  isReachable: boolean
  /** What it answered, or why it did not. */
  answer: string
  durationMs: number
}
/** The fields of a source's rows, by its id. */
export type Shapes = ReadonlyMap<string, ReadonlySet<string>>

const timeoutMs = 5 * seconds
const silent = pino({ level: 'silent' })
type SqlSource = Extract<Source, { kind: 'sql' }>

/** Asks every SQL source for the names of its columns: its statement is planned, no row is read. */
export async function readShapes(project: ProjectStore, env: NodeJS.ProcessEnv) {
  const connections = createConnections(project, silent, env)
  const sources = [...project.current().sources.values()].filter(
    (s): s is SqlSource => s.kind === 'sql',
  )
  const asked = await Promise.all(
    sources.map(async (source) => {
      const [result, fields] = await timed(`source ${source.id}`, () =>
        shapeOf(connections, source),
      )
      return { source, result, fields }
    }),
  )
  await connections.stop()
  return {
    results: asked.map(({ result }) => result),
    shapes: new Map(
      asked.flatMap(({ source, fields }) => (fields ? [[source.id, fields]] : [])),
    ) as Shapes,
    problems: asked.flatMap(({ source, result, fields }) =>
      fields
        ? missingFields(project, source, fields)
        : [problemAt(project, source, ['sql'], result.answer)],
    ),
  }
}

/** One row of nothing but its own names: the join can never be made. */
async function shapeOf(connections: Connections, { connection, sql }: SqlSource) {
  const text = `select * from (select 1 as firstline_row) as one left join (\n${sql.text}\n) as shape on 1 = 0`
  const [row = {}] = await connections
    .database(connection)
    .read({ ...sql, text }, {}, { timeoutMs, limit: 1 })
  const fields = Object.keys(row).filter((name) => name !== 'firstline_row')
  return { answer: `${fields.length} fields`, value: new Set(fields) }
}

/** Columns the definition names and the answer does not have. */
function missingFields(project: ProjectStore, source: SqlSource, fields: ReadonlySet<string>) {
  const named: [string[], string][] = [
    [['account_column'], source.accountColumn],
    ...Object.keys(source.mask).map((field): [string[], string] => [['mask', field], field]),
    ...source.columns.map(({ field }): [string[], string] => [['columns'], field]),
  ]
  return named.flatMap(([path, field]) => {
    if (fields.has(field)) return []
    const reason = `${path.join('.')}: the answer has no field “${field}”`
    return [problemAt(project, source, path, reason, nearest(field, fields))]
  })
}

/** Every declared HTTP API answers something; whether a call is allowed is another matter. */
export async function checkConnections(
  project: ProjectStore,
  env: NodeJS.ProcessEnv,
): Promise<LiveResult[]> {
  const connections = createConnections(project, silent, env)
  const declared = Object.entries(project.current().connections)
  const http = declared.filter(([, { kind }]) => kind === 'http').map(([id]) => id)
  const results = await Promise.all(
    http.map((id) =>
      timed(`connection ${id}`, async () => {
        const { status } = await connections.http(id).call({ path: '/', signatures: [], timeoutMs })
        return { answer: `HTTP ${status}`, value: status }
      }),
    ),
  )
  await connections.stop()
  return results.map(([result]) => result)
}

async function timed<T>(
  name: string,
  work: () => Promise<{ answer: string; value: T }>,
): Promise<[LiveResult, T | null]> {
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  try {
    const { answer, value } = await work()
    return [{ name, isReachable: true, answer, durationMs: took() }, value]
  } catch (error) {
    const answer = messageOf(error) || 'It did not answer in time'
    return [{ name, isReachable: false, answer, durationMs: took() }, null]
  }
}

function problemAt(
  project: ProjectStore,
  source: SqlSource,
  path: string[],
  reason: string,
  suggestion: string | null = null,
): FolderProblem {
  const file = project.files('Source').find(({ id }) => id === source.id)!
  const { line, column, endColumn } = file.rangeOf(path)
  const where = { file: file.path, line, column, endColumn }
  return { ...where, severity: 'error', reason, suggestion, state: null }
}
