import type { Sentence } from '@firstline/contract/sentence'
import { described, maybe } from '@firstline/contract/formats/form'
import { sentence } from '#server/core/sentence.ts'
import { leafOf } from '#server/connections/mapping.ts'
import type { Leaf } from '#server/connections/mapping.ts'
import { secretForm, secretRef, text } from '@firstline/contract/formats/values'
import { z } from 'zod'
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

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** Who tells changes by webhooks, by the name in the address. */
    hooks: ReadonlyMap<string, Hook>
  }
}

/** A path into a message or a page, and what is said of what is none. */
export const pathForm = [
  '^[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*$',
  'must be a path into the message such as app.version, or { $text: … }',
] as const
const [path, mustBePath] = pathForm

const names = z.record(z.string(), text).meta({ maxProperties: 1000 })
// of several types, what is said of one type does not concern the others
const scalars = ['string', 'number', 'boolean']
const scalar = z.union([z.string(), z.number(), z.boolean()])

const mappedWords: Record<MappedField, string> = {
  kind: 'deploy, flag or config; a deploy unless it says otherwise.',
  name: 'What changed, of a flag or a setting.',
  service: 'What was deployed, or whom the flag or setting concerns.',
  version: 'What is live now.',
  environment: 'Where; production unless it says otherwise.',
  at: 'When it went live.',
  author: 'By whom.',
  summary: 'What for, in a line.',
  url: 'Where to read more.',
  id: 'What the sender calls this one change: told again, it is no other one.',
}
const mappedValue = (field: MappedField) =>
  maybe(
    z.union([z.string(), z.strictObject({ $text: text })]).meta({
      form: {
        type: ['string', 'object'],
        pattern: path,
        required: ['$text'],
        additionalProperties: false,
        properties: {
          $text: { type: 'string', minLength: 1, words: 'These very characters.' },
        },
      },
      must: mustBePath,
    }),
    `${mappedWords[field]} A path into the message, or a text.`,
  )

const hook = z.strictObject({
  kind: maybe(z.enum(hookKinds), 'Whose messages these are, where the name does not say it.'),
  secret: described(
    z.union([secretRef, z.array(secretRef)]).meta({
      form: {
        type: ['string', 'array'],
        pattern: secretForm.pattern,
        items: { type: 'string', ...secretForm },
        minItems: 1,
        maxItems: 5,
      },
      must: secretForm.must,
    }),
    'What the sender signs with, or sends as its token; several while one is replaced.',
    'env:GITHUB_WEBHOOK_SECRET',
    ['env:NEW_SECRET', 'env:OLD_SECRET'],
  ),
  services: maybe(names, 'The sender’s names of services, and ours. Others keep their own.', {
    'brightcup/exporter': 'exports',
  }),
  environments: maybe(names, 'The sender’s names of environments, and ours.', {
    'prod-eu': 'production',
  }),
  runs: maybe(
    z.array(text).max(50),
    'Workflows, pipelines or build statuses whose end is a deploy.',
    ['Deploy', 'release.yml'],
  ),
  map: maybe(
    z.strictObject({
      kind: mappedValue('kind'),
      name: mappedValue('name'),
      service: mappedValue('service'),
      version: mappedValue('version'),
      environment: mappedValue('environment'),
      at: mappedValue('at'),
      author: mappedValue('author'),
      summary: mappedValue('summary'),
      url: mappedValue('url'),
      id: mappedValue('id'),
    }),
    'Where the message says what, instead of the sender’s usual place.',
  ),
  only_when: maybe(
    z.record(z.string(), z.union([scalar, z.array(scalar)])).meta({
      form: {
        type: 'object',
        propertyNames: { pattern: path, must: mustBePath },
        additionalProperties: {
          type: [...scalars, 'array'],
          items: { type: scalars },
          minItems: 1,
          maxItems: 50,
        },
      },
    }),
    'Paths into the message and what must stand there; other messages are no changes.',
  ),
})
type HookDefinition = z.infer<typeof hook>

/** The section `hooks`. */
export const hooksForm = described(
  z.record(z.string(), hook).meta({
    maxProperties: 50,
    propertyNames: {
      pattern: '^[a-z][a-z0-9-]{0,39}$',
      must: 'must be small letters, digits and dashes: it is part of the address',
    },
  }),
  'Who tells deploys, flags and settings by webhook, each by the last part of its address: /v1/hooks/NAME.',
)

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
    const at = (reason: Sentence, hint?: string) =>
      problem(file.lineOf(['hooks', name]), sentence`hooks.${name}: ${reason}`, hint)
    const kind = kindOf(name, definition)
    if (!kind) return [at(sentence`“kind” is missing`, `kind: ${hookKinds.join(' | ')}`)]
    if (kind !== 'generic') return []
    const { map = {} } = definition
    const missing = (['service', 'version'] as const).filter((field) => !map[field])
    return [
      ...missing.map((field) =>
        at(sentence`“map.${field}” is missing`, `${field}: path.in.the.message`),
      ),
      // without either, the same change told again would be another one
      ...(map.at || map.id
        ? []
        : [at(sentence`“map.at” or “map.id” is missing`, 'at: path.of.its.time')]),
    ]
  })
}
