import { ownProperty } from '@firstline/contract/own-property'
import type { LoadedFile } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import { describedApi } from './document-schemas.ts'
import type { DescribedApi, Schema } from './document-schemas.ts'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  isRequired: boolean
  schema: Schema
  /** How a list or an object is written; null: in a way that is not known here. */
  style: 'plain' | 'repeated' | 'commas' | 'brackets' | null
}

type RequestBody = {
  isRequired: boolean
  /** Of what is sent; null: in no form that is known here. */
  contentType: string | null
  schema: Schema
}

/** One operation of a described HTTP API, as much as a call needs. */
export type Operation = {
  id: string
  summary: string
  method: string
  /** As in the description: `/accounts/{account_id}`. */
  path: string
  parameters: Parameter[]
  body: RequestBody | null
  /** The document's own description of the operation. */
  written: Schema
  api: DescribedApi
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

export function findOperation(
  file: LoadedFile,
  id: string,
): { operation: Operation } | { nearest: string | null } {
  const api = describedApi(file)
  const known: string[] = []
  for (const { id: own, ...found } of operationsIn(api)) {
    if (own === id) return { operation: describe(api, { id, ...found }) }
    if (own !== null) known.push(own)
  }
  return { nearest: nearest(id, file.operationIds ?? known) }
}

/** @returns all that can be named, and how many cannot */
export function listOperations(api: DescribedApi): { operations: Operation[]; nameless: number } {
  const found = [...operationsIn(api)]
  const operations = found.flatMap(({ id, ...rest }) =>
    id === null ? [] : [describe(api, { id, ...rest })],
  )
  return { operations, nameless: found.length - operations.length }
}

type Written = { path: string; method: string; item: Schema; written: Schema }
type Found = Written & { id: string }

function* operationsIn(api: DescribedApi): Generator<Written & { id: string | null }> {
  for (const [path, given] of Object.entries(api.resolve(api.document.paths))) {
    const item = api.resolve(given)
    for (const method of methods) {
      if (!Object.hasOwn(item, method)) continue
      const written = api.resolve(item[method])
      const { operationId: id } = written
      yield { path, method, item, written, id: typeof id === 'string' ? id : null }
    }
  }
}

function describe(api: DescribedApi, { id, path, method, item, written }: Found): Operation {
  return {
    id,
    summary: typeof written.summary === 'string' ? written.summary : id,
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(api, path, [
      ...listOf(item.parameters),
      ...listOf(written.parameters),
    ]),
    body: bodyOf(api, written.requestBody),
    written,
    api,
  }
}

/** The operation's own take the place of the path's, and the path's template is always right. */
function parametersOf(api: DescribedApi, path: string, given: unknown[]): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const each of given) {
    const parameter = parameterOf(api, api.resolve(each))
    if (parameter) found.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  for (const [, name = ''] of path.matchAll(/\{([^{}]+)\}/g)) {
    if (found.has(`path ${name}`)) continue
    found.set(`path ${name}`, { name, in: 'path', isRequired: true, schema: {}, style: 'plain' })
  }
  return [...found.values()]
}

/** OpenAPI: parameters of these names are ignored; they are set by who sends. */
const setByUs = ['accept', 'content-type', 'authorization']

function parameterOf(api: DescribedApi, given: Schema): Parameter | null {
  const { name, in: place, required } = given
  if (typeof name !== 'string' || !isPlace(place)) return null
  if (place === 'header' && setByUs.includes(name.toLowerCase())) return null
  return {
    name,
    in: place,
    isRequired: place === 'path' || required === true,
    schema: schemaOf(given.schema),
    style: styleOf(given, place),
  }
}

function isPlace(place: unknown): place is Parameter['in'] {
  return place === 'path' || place === 'query' || place === 'header' || place === 'cookie'
}

function styleOf(given: Schema, place: Parameter['in']): Parameter['style'] {
  if (given.content !== undefined) return null
  const { style = place === 'query' || place === 'cookie' ? 'form' : 'simple', explode } = given
  if (style === 'simple') return 'commas'
  if (style === 'deepObject') return 'brackets'
  if (style !== 'form') return null
  return (explode ?? true) ? 'repeated' : 'commas'
}

function bodyOf(api: DescribedApi, given: unknown): RequestBody | null {
  if (given === undefined) return null
  const body = api.resolve(given)
  const content = Object.entries(api.resolve(body.content))
  const isJson = ([type]: [string, unknown]) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(type)
  const found = content.find(isJson) ?? content.find(([type]) => type === '*/*')
  return {
    isRequired: body.required === true,
    contentType: found ? (isJson(found) ? found[0] : 'application/json') : null,
    schema: schemaOf(api.resolve(found?.[1]).schema),
  }
}

/** Any value as a schema: what says nothing allows everything. */
export function schemaOf(given: unknown): Schema {
  if (given === false) return { not: {} }
  return typeof given === 'object' && given !== null ? (given as Schema) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** @throws RangeError when a part of the path has no value */
export function pathOf(
  operation: Pick<Operation, 'id' | 'path'>,
  values: Record<string, string>,
): string {
  return operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = ownProperty(values, name)
    if (value === undefined || value === '')
      throw new RangeError(`${operation.id}: no value for ${name}`)
    // a segment that is only dots would walk out of the path
    if (/^\.+$/.test(value)) throw new RangeError(`${operation.id}: ${name} is not a path segment`)
    return encodeURIComponent(value)
  })
}
