import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { Invalid } from '#server/core/errors.ts'
import { judgeSchema } from '#server/project/judge-schema.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Source } from './load-sources.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
const compiled = new WeakMap<Source, ValidateFunction>()

/** @throws Invalid `source.params-invalid`, naming each */
export function checkParams(source: Source, params: Record<string, unknown>): void {
  // built-in sources know their own parameters
  if (source.kind === 'builtin') return
  const validate = compiled.get(source) ?? compile(source.params)
  compiled.set(source, validate)
  if (validate(params)) return
  const errors = (validate.errors ?? []).map((error) => ({
    path: error.instancePath.slice(1) || String(error.params.missingProperty ?? ''),
    message: error.message ?? 'not valid',
  }))
  throw new Invalid(
    'source.params-invalid',
    sentence`${source.id} cannot be read with these parameters`,
    {
      errors,
    },
  )
}

function compile(params: Source['params']): ValidateFunction {
  const required = Object.keys(params)
  const schema = { type: 'object', additionalProperties: false, required, properties: params }
  judgeSchema(schema)
  return ajv.compile(schema)
}
