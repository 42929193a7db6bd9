import { duration, httpAddress, text } from '#server/project/forms.ts'
import { parseDuration } from '#server/project/duration.ts'
import { pathForm } from './hook-settings.ts'

type State = 'operational' | 'degraded' | 'outage'

/** Paths into the page, of each of its components but the first. */
export type StatusMap = { components?: string; name: string; state: string } & Partial<
  Record<'title' | 'since' | 'note', string>
>

/** The status page, as firstline.yaml says. */
export type StatusSettings = {
  url: string
  everyMs: number
  /** Null: of a kind that is known. */
  map: StatusMap | null
  /** The page's words for a state, where it has its own. */
  states: ReadonlyMap<string, State>
}

export type StatusDefinition = {
  url: string
  every?: string
  map?: StatusMap
  states?: Record<string, State>
}

const path = { type: 'string', ...pathForm }

export const statusSchema = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: {
    url: httpAddress,
    every: duration,
    map: {
      type: 'object',
      required: ['name', 'state'],
      additionalProperties: false,
      properties: {
        components: path,
        name: path,
        state: path,
        title: path,
        since: path,
        note: path,
      },
    },
    states: {
      type: 'object',
      propertyNames: text,
      additionalProperties: { enum: ['operational', 'degraded', 'outage'] },
    },
  },
}

export function compileStatus(definition: StatusDefinition | undefined): StatusSettings | null {
  if (!definition) return null
  return {
    url: definition.url,
    everyMs: parseDuration(definition.every ?? '30s'),
    map: definition.map ?? null,
    states: new Map(Object.entries(definition.states ?? {})),
  }
}
