import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookCause, RunbookContent } from '@firstline/contract/runbooks'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { sentence } from '#server/core/sentence.ts'
import { judgeSchema } from '#server/project/judge-schema.ts'
import { givenLeavesIn, givenPartOf } from '#server/runbooks/format/given-value.ts'
import type { GivenLeaf } from '#server/runbooks/format/given-value.ts'
import { lintField } from './lint-conditions.ts'
import { noPick, unknown } from './lint-names.ts'
import type { Finding } from './lint-problem.ts'
import type { Named, NamedAction } from '#server/runbooks/format/named.ts'

/** The inputs a cause fills in: declared by the action, there when needed, and of the right form. */
export function lintActions(content: RunbookContent, named: Named): Finding[] {
  return content.causes.flatMap((cause) =>
    cause.actions.flatMap((use) => {
      const action = named.actions.get(use.id)
      return action ? lintUse(content, cause, use, action, named) : []
    }),
  )
}

type Use = RunbookCause['actions'][number]

function lintUse(
  content: RunbookContent,
  cause: RunbookCause,
  use: Use,
  action: NamedAction,
  named: Named,
): Finding[] {
  const path = ['causes', cause.name, 'action']
  const inputs = new Set(action.inputs.map(({ name }) => name))
  const given = Object.entries(use.with).flatMap(([name, value]) => {
    const strange = unknown(path, noInput(use, name), name, inputs)
    if (strange.length > 0) return strange
    const leaves = givenLeavesIn(content, value)
    const wrong = leaves.flatMap((leaf) => lintLeaf(content, leaf, path, named))
    if (wrong.length > 0) return wrong
    const samples = samplesOf(content, value)
    return samples.flatMap((sample) => lintConstant(action, use, name, sample, path)).slice(0, 1)
  })
  const open = use.open.flatMap((name) => unknown(path, noInput(use, name), name, inputs))
  const missing = action.inputs.filter(
    ({ name, isRequired, pick }) =>
      isRequired &&
      !Object.hasOwn(use.with, name) &&
      !use.open.includes(name) &&
      !isPicked(content, pick),
  )
  return [...given, ...open, ...missing.map((input) => notFilled(use, input, path))]
}

const noInput = (use: Use, name: string) =>
  sentence`There is no input of ${use.id} called “${name}”`

/** What the agent types may be meant to be left to them; what is picked has a pick to come from. */
function notFilled(
  use: Use,
  { name, pick }: NamedAction['inputs'][number],
  path: string[],
): Finding {
  const ways = pick
    ? sentence`fill it by “with”, or pick it from ${pick}`
    : sentence`fill it by “with”`
  return {
    path,
    reason: sentence`${use.id} needs “${name}”: ${ways}; or leave it to the agent by “open: [${name}]”`,
    word: use.id,
    isWarning: pick === null,
  }
}

function lintLeaf(
  content: RunbookContent,
  leaf: GivenLeaf,
  path: string[],
  named: Named,
): Finding[] {
  if (leaf.is === 'pick' || leaf.is === 'field') return lintPath(content, path, leaf.path, named)
  if (leaf.is !== 'name') return []
  const isPick = content.picks.some(({ name }) => name === leaf.name)
  const meant = isPick ? `pick.${leaf.name}` : `${leaf.name}.FIELD`
  const reason = sentence`“${leaf.name}” is a name, not a value: say which field, or { $text: ${leaf.name} }`
  return [{ path, reason, suggestion: meant, word: leaf.name }]
}

/** Values it may have, as far as the file says. */
function samplesOf(content: RunbookContent, value: unknown): unknown[] {
  const leaf = givenPartOf(content, value)
  if (leaf.is === 'constant') return [leaf.value]
  if (leaf.is !== 'answer') return []
  const asked = content.checks.find(({ name }) => name === leaf.check)
  if (asked?.kind !== 'ask' || asked.type === 'text') return []
  return asked.type === 'boolean' ? [true, false] : asked.options
}

function isPicked({ picks }: RunbookContent, pick: string | null): boolean {
  return picks.some(({ source, field }) => `${source}.${field}` === pick)
}

function lintPath(content: RunbookContent, path: string[], value: string, named: Named): Finding[] {
  if (!value.startsWith('pick.')) return lintField(content, path, value, named)
  return unknown(
    path,
    noPick(value),
    value,
    new Set(content.picks.map(({ name }) => `pick.${name}`)),
  )
}

function lintConstant(
  action: NamedAction,
  use: Use,
  name: string,
  value: unknown,
  path: string[],
): Finding[] {
  const validate = validatorOf(action, name)
  if (!validate || validate(value)) return []
  const why = validate.errors?.[0]?.message ?? 'is not valid'
  const word = typeof value === 'string' ? { word: value } : {}
  return [{ path, reason: sentence`${use.id}: “${name}” ${why}`, ...word }]
}

const ajv = new Ajv2020({ strict: false, validateSchema: false })
const validators = new WeakMap<object, ValidateFunction>()

/** The action's own file was checked when it was loaded; one that is no schema says nothing here. */
function validatorOf({ input }: NamedAction, name: string): ValidateFunction | null {
  const schema = ownProperty(
    (input as { properties?: Record<string, object> }).properties ?? {},
    name,
  )
  if (!schema) return null
  const known = validators.get(schema)
  if (known) return known
  try {
    judgeSchema(schema)
    const validate = ajv.compile(schema)
    validators.set(schema, validate)
    return validate
  } catch {
    return null
  }
}
