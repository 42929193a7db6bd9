import { ownProperty } from '@firstline/contract/own-property'
import { load } from 'js-yaml'
import { openApiFile } from '#server/project/project-document.ts'
import type { DescribedApi, Schema } from './document-schemas.ts'
import { describedApi } from './document-schemas.ts'
import { listOperations } from './openapi.ts'
import type { Operation } from './openapi.ts'

/** What a description says of an API, for who writes the files that call it. */
export type ApiFacts = {
  title: string
  operations: OperationFacts[]
  /** How many cannot be named, as they have no `operationId`. */
  nameless: number
  /** The names of its security schemes. */
  schemes: string[]
}
export type OperationFacts = Pick<Operation, 'id' | 'summary' | 'method' | 'path'> & {
  parameters: { name: string; in: string; isRequired: boolean; hasDefault: boolean }[]
  needsBody: boolean
  /** Where rows may be in what it answers, the likeliest first. */
  answers: AnswerFacts[]
}
export type AnswerFacts = { rows: string; isList: boolean; fields: FieldFacts[] }
export type FieldFacts = {
  /** `customer.id` of an object in a row. */
  name: string
  kind: 'text' | 'number' | 'boolean' | 'time' | 'other'
  values: string[]
}

/** @throws Error in words for people, when it is no description of an API that can be read */
export function describeApi(path: string, text: string): ApiFacts {
  const document = parsed(text)
  if (!isSchema(document)) throw new Error('It is no OpenAPI description')
  const { openapi, swagger } = document
  if (typeof openapi !== 'string' || !/^3\.[01]/.test(openapi)) {
    throw new Error(
      swagger === undefined
        ? 'It is no OpenAPI description of version 3.0 or 3.1'
        : `It is Swagger ${JSON.stringify(swagger)}: OpenAPI 3.0 or 3.1 is needed`,
    )
  }
  const api = describedApi(openApiFile(path, text, document))
  const { operations, nameless } = listOperations(api)
  const title = api.resolve(document.info).title
  return {
    title: typeof title === 'string' ? title : path,
    operations: operations.map((operation) => factsOf(api, operation)),
    nameless,
    schemes: Object.keys(api.resolve(api.resolve(document.components).securitySchemes)),
  }
}

/** JSON is YAML too, and its own parser is twenty times as fast. */
function parsed(text: string): unknown {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : load(text)
}

function factsOf(api: DescribedApi, operation: Operation): OperationFacts {
  const { id, summary, method, path, parameters, body } = operation
  return {
    id,
    summary,
    method,
    path,
    needsBody: body?.isRequired ?? false,
    parameters: parameters.map(({ name, in: place, isRequired, schema }) => ({
      name,
      in: place,
      isRequired,
      hasDefault: api.resolve(schema).default !== undefined,
    })),
    answers: method === 'GET' ? answersOf(api, operation.written) : [],
  }
}

function answersOf(api: DescribedApi, written: Schema): AnswerFacts[] {
  const responses = api.resolve(written.responses)
  const answer = api.resolve(responses['200'] ?? responses['2XX'] ?? responses.default)
  const content = Object.entries(api.resolve(answer.content))
  const json = content.find(([type]) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(type))
  const schema = api.resolve(json?.[1]).schema
  return schema === undefined ? [] : rowsIn(api, schema, [])
}

/** The whole, and one and two levels below it: `data`, `data.items`. */
function rowsIn(api: DescribedApi, given: unknown, path: readonly string[]): AnswerFacts[] {
  const schema = api.resolve(given)
  const rows = path.join('.')
  if (schema.items !== undefined) {
    const fields = fieldsOf(api, schema.items)
    return fields.length > 0 ? [{ rows, isList: true, fields }] : []
  }
  const properties = propertiesOf(api, schema)
  const below =
    path.length < 2
      ? [...properties].flatMap(([name, part]) => rowsIn(api, part, [...path, name]))
      : []
  const own = fieldsOf(api, schema)
  return [
    ...below.filter(({ isList }) => isList),
    ...(own.length > 0 ? [{ rows, isList: false, fields: own }] : []),
    ...below.filter(({ isList }) => !isList),
  ]
}

function fieldsOf(api: DescribedApi, schema: unknown, prefix = ''): FieldFacts[] {
  return [...propertiesOf(api, schema)].flatMap(([name, given]) => {
    const part = api.resolve(given)
    const kind = kindOf(api, part)
    const own: FieldFacts = { name: prefix + name, kind, values: valuesOf(part) }
    return prefix === '' && kind === 'other' ? [own, ...fieldsOf(api, part, `${name}.`)] : [own]
  })
}

/** Of all that it is made of. */
function propertiesOf(api: DescribedApi, given: unknown, depth = 0): Map<string, unknown> {
  const schema = api.resolve(given)
  const own = Object.entries(api.resolve(schema.properties))
  const parts = Array.isArray(schema.allOf) && depth < 5 ? schema.allOf : []
  return new Map([
    ...parts.flatMap((part) => [...propertiesOf(api, part, depth + 1)]),
    ...own.filter(([name]) => !name.includes('.')),
  ])
}

/** What is an id, or the record itself where that is asked for, is an id. */
function kindOf(api: DescribedApi, schema: Schema): FieldFacts['kind'] {
  const { type, format, anyOf, oneOf } = schema
  const ways = [anyOf, oneOf].flatMap((each) => (Array.isArray(each) ? each : []))
  if (type === undefined && ways.length > 0) {
    return (
      ways.map((way) => kindOf(api, api.resolve(way))).find((kind) => kind !== 'other') ?? 'other'
    )
  }
  const types = Array.isArray(type) ? type.filter((each) => each !== 'null') : [type]
  switch (types[0]) {
    case 'string':
      return format === 'date-time' || format === 'date' ? 'time' : 'text'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      return 'other'
  }
}

function valuesOf(schema: Schema): string[] {
  const values = ownProperty(schema, 'enum')
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
