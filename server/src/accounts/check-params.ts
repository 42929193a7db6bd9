import { Ajv2020 } from 'ajv/dist/2020.js'
import { Invalid } from '#server/core/errors.ts'
import type { Source } from './load-sources.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false })
const compiled = new WeakMap<Source, ReturnType<typeof ajv.compile>>()

/** @throws Invalid `source.params-invalid`, naming each */
export function checkParams(source: Source, params: Record<string, unknown>): void {
  // built-in sources know their own parameters
  if (source.kind === 'builtin') return
  const names = Object.keys(source.params)
  const validate =
    compiled.get(source) ??
    ajv.compile({
      type: 'object',
      additionalProperties: false,
      required: names,
      properties: source.params,
    })
  compiled.set(source, validate)
  if (validate(params)) return
  const errors = (validate.errors ?? []).map((error) => ({
    path: error.instancePath.slice(1) || String(error.params.missingProperty ?? ''),
    message: error.message ?? 'not valid',
  }))
  throw new Invalid('source.params-invalid', `${source.id} cannot be read with these parameters`, {
    errors,
  })
}
