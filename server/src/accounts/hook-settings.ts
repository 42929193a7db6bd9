import { leafOf } from '#server/connections/mapping.ts'
import type { Leaf } from '#server/connections/mapping.ts'
import { secretRef, text } from '#server/project/forms.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

/** Whose webhooks are understood. */
const hookKinds = [
  'github',
  'gitlab',
  'bitbucket',
  'argocd',
  'cdevents',
  'launchdarkly',
  'unleash',
  'alertmanager',
  'pagerduty',
  'opsgenie',
  'generic',
] as const
export type HookKind = (typeof hookKinds)[number]

/** What can be said of a change by the place where the sender's message has it. */
const mapped = [
  'kind',
  'name',
  'service',
  'version',
  'environment',
  'at',
  'author',
  'summary',
  'url',
  'id',
] as const
export type MappedField = (typeof mapped)[number]

/** One sender of webhooks, as `hooks` in firstline.yaml says. */
export type Hook = {
  name: string
  kind: HookKind
  /** Where they are: `env:` or `file:`; any of them counts, so that one can be replaced. */
  secrets: readonly string[]
  /** The sender's names → ours; what is not named keeps its own. */
  services: ReadonlyMap<string, string>
  environments: ReadonlyMap<string, string>
  /** Workflows, pipelines or build statuses whose end is a deploy. */
  runs: ReadonlySet<string>
  /** A path into the message, or a text. */
  map: ReadonlyMap<MappedField, Leaf>
  /** Paths, and what must stand there. */
  onlyWhen: ReadonlyMap<string, readonly string[]>
}

type Scalar = string | number | boolean
export type HookDefinition = {
  kind?: HookKind
  secret: string | string[]
  services?: Record<string, string>
  environments?: Record<string, string>
  runs?: string[]
  map?: Partial<Record<MappedField, string | { $text: string }>>
  only_when?: Record<string, Scalar | Scalar[]>
}

// of several types, what is said of one type does not concern the others
const names = { type: 'object', maxProperties: 1000, additionalProperties: text }
const scalars = ['string', 'number', 'boolean']
export const pathForm = {
  pattern: '^[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*$',
  description: 'must be a path into the message such as app.version, or { $text: … }',
}
const mappedValue = {
  type: ['string', 'object'],
  ...pathForm,
  required: ['$text'],
  additionalProperties: false,
  properties: { $text: text },
}

export const hooksSchema = {
  type: 'object',
  maxProperties: 50,
  propertyNames: {
    pattern: '^[a-z][a-z0-9-]{0,39}$',
    description: 'must be small letters, digits and dashes: it is part of the address',
  },
  additionalProperties: {
    type: 'object',
    required: ['secret'],
    additionalProperties: false,
    properties: {
      kind: { enum: hookKinds },
      secret: {
        ...secretRef,
        type: ['string', 'array'],
        items: secretRef,
        minItems: 1,
        maxItems: 5,
      },
      services: names,
      environments: names,
      runs: { type: 'array', items: text, maxItems: 50 },
      map: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(mapped.map((field) => [field, mappedValue])),
      },
      only_when: {
        type: 'object',
        propertyNames: pathForm,
        additionalProperties: {
          type: [...scalars, 'array'],
          items: { type: scalars },
          minItems: 1,
          maxItems: 50,
        },
      },
    },
  },
}

export function compileHooks(
  definitions: Record<string, HookDefinition> = {},
): ReadonlyMap<string, Hook> {
  return new Map(
    Object.entries(definitions).flatMap(([name, definition]) => {
      const kind = kindOf(name, definition)
      return kind ? [[name, compileHook(name, kind, definition)]] : []
    }),
  )
}

function compileHook(name: string, kind: HookKind, definition: HookDefinition): Hook {
  const { secret, services, environments, runs, map, only_when } = definition
  return {
    name,
    kind,
    secrets: listOf(secret),
    services: new Map(Object.entries(services ?? {})),
    environments: new Map(Object.entries(environments ?? {})),
    runs: new Set(runs),
    map: new Map(mapped.flatMap((field) => entryOf(field, map?.[field]))),
    onlyWhen: new Map(
      Object.entries(only_when ?? {}).map(([at, values]) => [at, listOf(values).map(String)]),
    ),
  }
}

function entryOf(field: MappedField, value: string | { $text: string } | undefined) {
  if (value === undefined) return []
  // one word is a path here as well: a message has its fields at the top
  const leaf = typeof value === 'string' ? { path: value, mayBeMissing: true } : leafOf(value)
  return leaf ? [[field, leaf] as const] : []
}

function listOf<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value]
}

/** Of a hook that is called as its sender, the name says the kind. */
function kindOf(name: string, { kind }: HookDefinition): HookKind | undefined {
  return kind ?? hookKinds.find((known) => known === name)
}

/** What a schema cannot say: whose the hook is, and that a message of our own making says enough. */
export function hookProblems(
  file: LoadedFile,
  definitions: Record<string, HookDefinition> = {},
): FileProblem[] {
  return Object.entries(definitions).flatMap(([name, definition]) => {
    const at = (reason: string, hint?: string) =>
      problem(file.lineOf(['hooks', name]), `hooks.${name}: ${reason}`, hint)
    const kind = kindOf(name, definition)
    if (!kind) return [at('“kind” is missing', `kind: one of ${hookKinds.join(', ')}`)]
    if (kind !== 'generic') return []
    const { map = {} } = definition
    const missing = (['service', 'version'] as const).filter((field) => !map[field])
    return [
      ...missing.map((field) => at(`“map.${field}” is missing`, `${field}: path.in.the.message`)),
      // without either, the same change told again would be another one
      ...(map.at || map.id ? [] : [at('“map.at” or “map.id” is missing', 'at: path.of.its.time')]),
    ]
  })
}
