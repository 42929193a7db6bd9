import type { Sentence } from '@firstline/contract/sentence'
import { ownProperty } from '@firstline/contract/own-property'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { formWords } from '#server/project/form-words.ts'
import type { FormError } from '#server/project/form-words.ts'
import { pointedAt } from '#server/project/json-pointer.ts'
import type { LoadedFile } from '#server/project/project-document.ts'

export type Schema = Record<string, unknown>
export type Misfit = {
  path: string[]
  /** What the value is not. */
  said: Sentence
  unknown: string | null
  missing: string | null
  /** It should be a number. */
  isOfNumber: boolean
}

/** An OpenAPI document whose schemas are JSON Schema 2020-12 and can be checked against. */
export type DescribedApi = {
  document: Schema
  /** What a reference inside the document stands for; the same when it is none. */
  resolve(value: unknown): Schema
  /** What is wrong with a value. @throws Error when the schema itself cannot be understood */
  misfits(schema: Schema, value: unknown): Misfit[]
  /** The same for what is written as text: `12` is an integer there. */
  misfitsOfText(schema: Schema, value: unknown): Misfit[]
}

const id = 'firstline:/document'
const known = new WeakMap<LoadedFile, DescribedApi>()

/** Made once for each version of a file. */
export function describedApi(file: LoadedFile): DescribedApi {
  const before = known.get(file)
  if (before) return before
  const isOld = String(file.definition.openapi).startsWith('3.0')
  const document = modernize(file.definition, isOld) as Schema
  const made: DescribedApi = {
    document,
    resolve: (value) => resolve(document, value),
    misfits: checker(document, false),
    misfitsOfText: checker(document, 'array'),
  }
  known.set(file, made)
  return made
}

function checker(document: Schema, coerceTypes: boolean | 'array') {
  let ajv: Ajv2020 | null = null
  const compiled = new WeakMap<Schema, ValidateFunction>()
  return (schema: Schema, value: unknown): Misfit[] => {
    ajv ??= openAjv(document, coerceTypes)
    const validate =
      compiled.get(schema) ?? ajv.compile({ type: 'object', properties: { value: schema } })
    compiled.set(schema, validate)
    // a copy: coercion writes into what it is given
    if (validate({ value: structuredClone(value) })) return []
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(misfitOf)
  }
}

function openAjv(document: Schema, coerceTypes: boolean | 'array'): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    unicodeRegExp: false,
    logger: false,
    coerceTypes,
  })
  addFormats.default(ajv)
  ajv.addSchema(document, id, undefined, false)
  return ajv
}

function misfitOf(error: FormError): Misfit {
  const { additionalProperty, missingProperty, type } = error.params
  return {
    path: error.instancePath
      .split('/')
      .slice(2)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    said: formWords(error),
    unknown: textOrNull(additionalProperty),
    missing: textOrNull(missingProperty),
    isOfNumber:
      error.keyword === 'type' &&
      [type].flat().some((one) => one === 'integer' || one === 'number'),
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Only references inside the file: `#/components/parameters/dry_run`. */
function resolve(document: Schema, value: unknown): Schema {
  let found = value
  for (let hops = 0; hops < 20; hops++) {
    if (typeof found !== 'object' || found === null) return {}
    const reference = ownProperty(found as Schema, '$ref')
    if (typeof reference !== 'string') return found as Schema
    const pointer = reference.startsWith(id) ? reference.slice(id.length) : reference
    found = pointedAt(document, pointer)
  }
  return {}
}

/** References lead to the document whoever compiles them, and OpenAPI 3.0's words become 2020-12's. */
function modernize(value: unknown, isOld: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => modernize(part, isOld))
  if (typeof value !== 'object' || value === null) return value
  const schema: Schema = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, modernize(part, isOld)]),
  )
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#/'))
    schema.$ref = id + schema.$ref
  withoutReadOnly(schema)
  return isOld ? modernWords(schema) : schema
}

/** Who writes need not give what only the system writes. */
function withoutReadOnly(schema: Schema): void {
  const { properties, required } = schema
  if (!Array.isArray(required) || typeof properties !== 'object' || properties === null) return
  schema.required = required.filter((name) => {
    const property = ownProperty(properties as Record<string, Schema>, String(name))
    return property?.readOnly !== true
  })
}

function modernWords(schema: Schema): Schema {
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue
    if (schema[exclusive]) {
      schema[exclusive] = schema[limit]
      delete schema[limit]
    } else delete schema[exclusive]
  }
  if (schema.nullable !== true) return schema
  const { nullable: _, ...rest } = schema
  return { anyOf: [rest, { type: 'null' }] }
}
