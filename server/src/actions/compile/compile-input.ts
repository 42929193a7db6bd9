import type { ActionFile } from '@firstline/contract/formats/action'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { sentence } from '#server/core/sentence.ts'
import { messageOf } from '#server/core/errors.ts'
import { judgeSchema } from '#server/project/judge-schema.ts'
import { nearest } from '#server/core/spelling.ts'
import type { ActionInput, InputField } from './action.ts'
import { findFile } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'

export function compileInput(given: ActionFile, files: Files, wrong: Problems): ActionInput | null {
  const { properties, required = [] } = given.input
  for (const name of required) {
    if (!Object.hasOwn(properties, name)) {
      wrong.add(
        ['input', 'required'],
        sentence`“${name}” is required but not a property`,
        nearest(name, Object.keys(properties)),
      )
    }
  }
  const fields = Object.entries(properties).map(([name, property]): InputField => ({
    name,
    title: property.title ?? name,
    isRequired: required.includes(name),
    pick: compilePick(name, property['x-pick'], files, wrong),
  }))
  try {
    const validate = validators.get(given.input) ?? compile(given.input)
    validators.set(given.input, validate)
    return {
      schema: given.input,
      fields,
      validate: (input) => (validate(input) ? [] : (validate.errors ?? []).map(inputProblem)),
    }
  } catch (error) {
    wrong.add(['input'], sentence`The input is not a JSON Schema: ${messageOf(error)}`)
    return null
  }
}

/** A file is checked, and compiled when it has passed. */
const validators = new WeakMap<object, ValidateFunction>()

/** By an Ajv of its own: the names that one action gives its schemas are not those of another. */
function compile(schema: object): ValidateFunction {
  judgeSchema(schema)
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function compilePick(
  name: string,
  pick: string | undefined,
  files: Files,
  wrong: Problems,
): InputField['pick'] {
  if (pick === undefined) return null
  const path = ['input', 'properties', name, 'x-pick']
  const at = pick.lastIndexOf('.')
  const [source, column] = [pick.slice(0, at), pick.slice(at + 1)]
  findFile('Source', source, path, files, wrong)
  return { source, column }
}

function inputProblem(error: ErrorObject): { path: string; message: string } {
  const params = error.params as { additionalProperty?: string; missingProperty?: string }
  const own = params.additionalProperty ?? params.missingProperty
  const path = [...error.instancePath.split('/').slice(1), ...(own ? [own] : [])].join('.')
  return { path, message: error.message ?? 'is not valid' }
}
