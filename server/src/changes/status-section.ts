import { matching } from '@firstline/contract/formats/form'
import { duration, httpAddress, text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { parseDuration } from '#server/project/duration.ts'
import { pathForm } from './hooks/hooks-section.ts'

type State = 'operational' | 'degraded' | 'outage'

/** Paths into the page, of each of its components but the first. */
export type StatusMap = NonNullable<StatusDefinition['map']>

/** The status page, as firstline.yaml says. */
export type StatusSettings = {
  url: string
  everyMs: number
  /** Null: of a kind that is known. */
  map: StatusMap | null
  /** The page's words for a state, where it has its own. */
  states: ReadonlyMap<string, State>
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    status: StatusSettings | null
  }
}

const path = matching(...pathForm)
const mapped = (words: string) => path.meta({ words })

/** The section `status`. */
export const statusForm = z
  .strictObject({
    url: httpAddress.meta({
      words:
        'Answers JSON with the components, as Statuspage, Instatus and Cachet do, or as map says.',
    }),
    every: duration.meta({ words: 'How often it is read; 30s unless given.' }).exactOptional(),
    map: z
      .strictObject({
        components: path
          .meta({
            words: 'The list of components; the paths below are into each of them.',
            examples: ['result.services'],
          })
          .exactOptional(),
        name: mapped('The name by which runbooks know it.'),
        state: mapped('Its state.'),
        title: mapped('As people read it.').exactOptional(),
        since: mapped('Since when.').exactOptional(),
        note: mapped('What is said of it.').exactOptional(),
      })
      .meta({ words: 'Where a page of another kind says it: paths into its JSON.' })
      .exactOptional(),
    states: z
      .record(text, z.enum(['operational', 'degraded', 'outage']))
      .meta({
        words: 'The page’s own words for a state.',
        examples: [{ ok: 'operational', slow: 'degraded', down: 'outage' }],
      })
      .exactOptional(),
  })
  .meta({ words: 'The status page, read regularly.' })
type StatusDefinition = z.infer<typeof statusForm>

export function compileStatus(definition: StatusDefinition | undefined): StatusSettings | null {
  if (!definition) return null
  return {
    url: definition.url,
    everyMs: parseDuration(definition.every ?? '30s'),
    map: definition.map ?? null,
    states: new Map(Object.entries(definition.states ?? {})),
  }
}
