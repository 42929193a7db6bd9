import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookCause, RunbookContent } from '@firstline/contract/runbooks'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { judgeSchema } from '#server/project/judge-schema.ts'
import { lintField } from './lint-conditions.ts'
import { unknown } from './lint-names.ts'
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
    const strange = unknown(path, `input of ${use.id} called`, name, inputs)
    if (strange.length > 0) return strange
    return isPath(content, value)
      ? lintPath(content, path, value, named)
      : lintConstant(action, use, name, value, path)
  })
  const missing = action.inputs.filter(
    ({ name, isRequired, pick }) =>
      isRequired && !Object.hasOwn(use.with, name) && !isPicked(content, pick),
  )
  return [
    ...given,
    ...missing.map(({ name, pick }) => ({
      path,
      reason: `${use.id} needs “${name}”: fill it by “with”${pick ? `, or pick it from ${pick}` : ''}`,
      word: use.id,
    })),
  ]
}

function isPicked({ picks }: RunbookContent, pick: string | null): boolean {
  return picks.some(({ source, field }) => `${source}.${field}` === pick)
}

/** As an outcome reads it: `pick.order_id`, `order.id`; anything else is meant as written. */
function isPath(content: RunbookContent, value: unknown): value is string {
  if (typeof value !== 'string' || !value.includes('.')) return false
  const [first] = value.split('.')
  return first === 'pick' || content.checks.some(({ name }) => name === first)
}

function lintPath(content: RunbookContent, path: string[], value: string, named: Named): Finding[] {
  if (!value.startsWith('pick.')) return lintField(content, path, value, named)
  return unknown(path, 'pick', value, new Set(content.picks.map(({ name }) => `pick.${name}`)))
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
  return [{ path, reason: `${use.id}: “${name}” ${why}`, ...word }]
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
