import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import { exactNumber } from '#server/core/exact-json.ts'
import { textOf as english, sentence } from '#server/core/sentence.ts'
import type { Operation, Parameter } from './openapi.ts'
import { pathOf } from './openapi.ts'

/** The values of a call, filled in; `undefined` where a parameter gets none. */
export type CallValues = {
  of(parameter: Parameter): unknown
  /** undefined: the call has no body. */
  body: unknown
}

/** A call as it is sent, but for what its connection adds. */
export type ComposedCall = {
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  /** null: none. */
  body: unknown
  /** The body's very text, in which numbers have all their digits. */
  bodyText: string | null
}

/** The values are not what the operation takes; nothing may be sent. */
export class UnfitValues extends Error {
  readonly said: Sentence
  constructor(said: Sentence) {
    super(english(said))
    this.said = said
  }
}

/** @throws UnfitValues, RangeError */
export function composeCall(operation: Operation, values: CallValues): ComposedCall {
  const path: Record<string, string> = {}
  const query = new URLSearchParams()
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  for (const parameter of operation.parameters) {
    const value = values.of(parameter)
    if (value === undefined) continue
    const written = write(operation, parameter, value)
    const [text = ''] = written.map(([, each]) => each)
    if (parameter.in === 'path') setOwnProperty(path, parameter.name, text)
    else if (parameter.in === 'query') for (const [name, each] of written) query.append(name, each)
    else if (parameter.in === 'header')
      setOwnProperty(headers, parameter.name.toLowerCase(), headerText(text, parameter))
    else cookies.push(...written.map(([name, each]) => `${name}=${encodeURIComponent(each)}`))
  }
  const inPath = pathOf(operation, path)
  return {
    method: operation.method,
    path: query.size > 0 ? `${inPath}?${query}` : inPath,
    headers: { ...headers, ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}) },
    ...writeBody(operation, values.body),
  }
}

/** Name and text of each time the parameter is written. */
function write(operation: Operation, parameter: Parameter, value: unknown): [string, string][] {
  const { name, style, schema } = parameter
  const [misfit] = operation.api.misfitsOfText(schema, value)
  if (misfit) throw new UnfitValues(sentence`“${name}” ${misfit.said}`)
  if (Array.isArray(value)) {
    const texts = value.map((part) => textOf(name, part))
    if (style === 'repeated') return texts.map((text) => [name, text])
    if (style === 'commas') return [[name, texts.join(',')]]
  } else if (typeof value === 'object' && value !== null && style === 'brackets') {
    return Object.entries(value).map(([key, part]) => [`${name}[${key}]`, textOf(name, part)])
  }
  return [[name, textOf(name, value)]]
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null) throw new UnfitValues(sentence`“${name}” has no value`)
  throw new UnfitValues(sentence`“${name}” is not a text, a number or yes or no`)
}

/** What would end a header and begin another is refused, and so is what cannot stand in one. */
function headerText(text: string, { name }: Parameter): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return text
  throw new UnfitValues(sentence`“${name}” cannot stand in a header`)
}

type Written = { body: unknown; bodyText: string | null }

/** @throws UnfitValues when the operation does not take it */
function writeBody({ api, body: described }: Operation, body: unknown): Written {
  if (body === undefined) return { body: null, bodyText: null }
  if (!described) return { body, bodyText: JSON.stringify(body) }
  const { schema } = described
  // digits that no double holds are text here, and a number there
  const isDigits = new Set(
    api
      .misfits(schema, body)
      .filter(({ path, isOfNumber }) => isOfNumber && isNumber(at(body, path)))
      .map(({ path }) => JSON.stringify(path)),
  )
  const digits = (change: (text: string) => unknown) => changed(body, isDigits, change)
  const [misfit] = api.misfits(schema, digits(Number))
  if (!misfit) return { body, bodyText: JSON.stringify(digits(rawNumber)) }
  const { path, said } = misfit
  throw new UnfitValues(
    path.length > 0 ? sentence`“${path.join('.')}” ${said}` : sentence`the body ${said}`,
  )
}

function isNumber(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) &&
    exactNumber(value) === value
  )
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    return typeof inner === 'object' && inner !== null
      ? ownProperty(inner as Record<string, unknown>, step)
      : undefined
  }, value)
}

function changed(
  value: unknown,
  paths: ReadonlySet<string>,
  change: (text: string) => unknown,
  path: readonly string[] = [],
): unknown {
  if (paths.has(JSON.stringify(path))) return change(String(value))
  if (Array.isArray(value)) {
    return value.map((part, i) => changed(part, paths, change, [...path, String(i)]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      changed(part, paths, change, [...path, name]),
    ]),
  )
}

/** Node 24 writes such a value as it stands; TypeScript's own description does not know it yet. */
const { rawJSON: rawNumber } = JSON as typeof JSON & { rawJSON(text: string): unknown }
