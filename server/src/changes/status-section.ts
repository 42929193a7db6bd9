import { described, matching, maybe } from '@firstline/contract/formats/form'
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
export const statusForm = described(
  z.strictObject({
    url: described(
      httpAddress,
      'Answers JSON with the components, as Statuspage, Instatus and Cachet do, or as map says.',
    ),
    every: maybe(duration, 'How often it is read; 30s unless given.'),
    map: maybe(
      z.strictObject({
        components: maybe(
          path,
          'The list of components; the paths below are into each of them.',
          'result.services',
        ),
        name: mapped('The name by which runbooks know it.'),
        state: mapped('Its state.'),
        title: mapped('As people read it.').exactOptional(),
        since: mapped('Since when.').exactOptional(),
        note: mapped('What is said of it.').exactOptional(),
      }),
      'Where a page of another kind says it: paths into its JSON.',
    ),
    states: maybe(
      z.record(text, z.enum(['operational', 'degraded', 'outage'])),
      'The page’s own words for a state.',
      { ok: 'operational', slow: 'degraded', down: 'outage' },
    ),
  }),
  'The status page, read regularly.',
)
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
