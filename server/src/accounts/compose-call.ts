import { setOwnProperty } from '@firstline/contract/own-property'
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
  body: unknown
}

/** The values are not what the operation takes; nothing may be sent. */
export class UnfitValues extends Error {}

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
    body: checkedBody(operation, values.body),
  }
}

/** Name and text of each time the parameter is written. */
function write(operation: Operation, parameter: Parameter, value: unknown): [string, string][] {
  const { name, style, schema } = parameter
  const misfits = operation.api.misfitsOfText(schema, value)
  if (misfits.length > 0) throw new UnfitValues(`“${name}” ${misfits[0]!.message}`)
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
  if (value === null) throw new UnfitValues(`“${name}” has no value`)
  throw new UnfitValues(`“${name}” is not a text, a number or yes or no`)
}

/** What would end a header and begin another is refused, and so is what cannot stand in one. */
function headerText(text: string, { name }: Parameter): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return text
  throw new UnfitValues(`“${name}” cannot stand in a header`)
}

function checkedBody({ api, body: described }: Operation, body: unknown): unknown {
  if (body === undefined) return undefined
  const [misfit] = described ? api.misfits(described.schema, body) : []
  if (!misfit) return body
  const at = misfit.path.length > 0 ? `“${misfit.path.join('.')}”` : 'the body'
  throw new UnfitValues(`${at} ${misfit.message}`)
}
