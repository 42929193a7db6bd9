import { system } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { z } from 'zod'
import { createConnections } from '#server/connections/connections.ts'
import { createAnswerCounts } from '#server/connections/health/count-answers.ts'
import { foreignRowFound } from './events.ts'
import type { ProjectStore } from '#server/project/project.ts'
import type { Sources } from './read-source.ts'
import type { ForeignRow } from './refuse-foreign.ts'

/** Everything a source is read with. The builtins come from telemetry and changes, which stand above. */
export function createSources(
  desk: Desk,
  project: ProjectStore,
  builtins: Sources['builtins'],
  env: NodeJS.ProcessEnv = process.env,
): Sources {
  return {
    project,
    connections: createConnections(project, desk.log, env),
    clock: desk.clock,
    log: desk.log,
    builtins,
    answers: createAnswerCounts(),
    underWay: new Map(),
    onForeignRow: async (found) => {
      await recordForeignRow(desk, system('sources'), { found })
    },
  }
}

const recordForeignRow = defineVerb({
  permission: 'account:read',
  input: z.object({ found: z.custom<ForeignRow>() }),
  async run(_context, { found }) {
    return { result: null, events: [foreignRowFound(found)] }
  },
})
