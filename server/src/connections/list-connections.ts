import type { ConnectedKind, Connection } from '@firstline/contract/connections'
import { connectionRoutes } from '@firstline/contract/connections'
import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { describeConnection, yamlOf } from './describe-connection.ts'
import type { ThingOfConnection, WithConnectedThings } from './health/connected-things.ts'
import type { Asked } from './health/count-answers.ts'
import { readHealth } from './health/read-health.ts'

type Context = QueryContext & WithProject & WithConnectedThings

const mostProblems = 50

/** In the order of the project, each with what asks it. */
export const listConnections = defineQuery({
  permission: 'connection:read',
  input: z.object({}),
  async run(context: Context) {
    const { project } = context.sources
    const { name, connections } = project.current()
    return {
      project: name,
      items: await readConnections(context, Object.keys(connections)),
      problems: project.problems().slice(0, mostProblems),
    }
  },
})

export const getConnection = defineQuery({
  permission: 'connection:read',
  input: connectionRoutes.getConnection.params,
  async run(context: Context, { connection: id }) {
    const { project } = context.sources
    const declared = ownProperty(project.current().connections, id)
    const [found] = declared ? await readConnections(context, [id]) : []
    if (!declared || !found) throw unknown(id, Object.keys(project.current().connections))
    const [file] = project.files('Project')
    const line = file?.lineOf(['connections', id]) ?? 1
    return { ...found, yaml: { file: 'firstline.yaml', line, text: yamlOf(id, declared) } }
  },
})

async function readConnections(context: Context, ids: readonly string[]): Promise<Connection[]> {
  const { connections } = context.sources.project.current()
  const things = await context.connectedThings(context)
  const healthOf = await readHealth(context, ids)
  const shown = ({ connection, ...thing }: ThingOfConnection) => {
    const kind = countedAs[thing.kind]
    return { ...thing, health: healthOf({ connection, kind, thing: thing.id }) }
  }
  return ids.flatMap((id) => {
    const declared = ownProperty(connections, id)
    if (!declared) return []
    const own = things.filter(({ connection }) => connection === id).map(shown)
    return [{ ...describeConnection(id, declared), things: own }]
  })
}

/** How what was asked is counted: what reads is a source there. */
const countedAs = {
  source: 'source',
  metric: 'source',
  logs: 'source',
  traces: 'source',
  directory: 'directory',
  action: 'action',
} as const satisfies Record<ConnectedKind, Asked['kind']>

function unknown(id: string, known: readonly string[]): NotFound {
  const said = sentence`firstline.yaml declares no connection “${id}”`
  return new NotFound('connection.not-found', didYouMean(said, nearest(id, known)))
}
