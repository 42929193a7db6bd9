import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { sentence, textOf } from '#server/core/sentence.ts'
import { readCatalogue } from '#server/connections/catalogue.ts'
import type { TableFacts } from '#server/connections/catalogue.ts'
import { createConnections } from '#server/connections/connections.ts'
import type { Connections } from '#server/connections/connections.ts'
import { databases, isDatabase } from '#server/connections/kinds.ts'
import type { DatabaseDefinition } from '#server/connections/kinds.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { pino } from 'pino'
import type { FolderProblem } from './lint-problem.ts'

/** How many tables are named. */
const mostNamed = 3

/**
 * A warning for each database that is only read, by a role that may change it: the read-only transaction
 * of every source is one fence, and a role that may only select is the other.
 */
export async function checkRoles(
  project: ProjectStore,
  env: NodeJS.ProcessEnv,
): Promise<FolderProblem[]> {
  const connections = createConnections(project, pino({ level: 'silent' }), env)
  const changed = new Set(
    project.files('Action').flatMap(({ definition }) => changedBy(definition)),
  )
  const read = Object.entries(project.current().connections).flatMap(
    ([id, declared]): [string, DatabaseDefinition][] =>
      isDatabase(declared) && !changed.has(id) ? [[id, declared]] : [],
  )
  const found = await Promise.all(
    read.map(async ([id, { kind }]) => {
      const tables = await writableTables(connections, id, kind)
      return tables.length === 0 ? [] : [warning(project, id, tables)]
    }),
  )
  await connections.stop()
  return found.flat()
}

const statement = z.object({ run: z.object({ connection: z.string(), sql: z.string() }) })

/** The database that an action's statement changes. */
function changedBy(definition: Record<string, unknown>): string[] {
  const { data } = statement.safeParse(definition)
  return data ? [data.run.connection] : []
}

/** One that does not answer is said by whatever reads from it. */
async function writableTables(
  connections: Connections,
  id: string,
  kind: DatabaseDefinition['kind'],
): Promise<TableFacts[]> {
  try {
    const { tables } = await readCatalogue(databases[kind], connections.database(id))
    return tables.filter(({ mayWrite }) => mayWrite)
  } catch {
    return []
  }
}

function warning(project: ProjectStore, id: string, tables: readonly TableFacts[]): FolderProblem {
  const named = tables.slice(0, mostNamed).map(({ name }) => name)
  const rest = tables.length - named.length
  const all = rest > 0 ? sentence`${named.join(', ')} and ${rest} more` : named.join(', ')
  const said = sentence`connections.${id}: its role may write to ${all}, and nothing here does: take one that may only select`
  const [file] = project.files('Project')
  const { path, rangeOf } = present(file)
  const { line, column, endColumn } = rangeOf(['connections', id])
  return {
    file: path,
    line,
    column,
    endColumn,
    severity: 'warning',
    reason: textOf(said),
    said,
    suggestion: null,
    state: null,
  }
}
