import { exactNumber } from '#server/core/exact-json.ts'
import type { Attributes } from './store.ts'

export type Json = { [key: string]: unknown }

export const limits = {
  depth: 64,
  messageLength: 16_384,
  attributes: 128,
  textLength: 4_096,
  events: 64,
}

/** Why one record is not kept; the others of the request are. */
export class NotARecord extends Error {}

export function attributesOf(value: unknown): Attributes {
  const pairs = listOf(value).slice(0, limits.attributes).map(objectOf)
  return Object.fromEntries(
    pairs
      .filter(({ key }) => typeof key === 'string' && key !== '')
      .map((pair) => [cut(cleanText(pair.key), 200), valueOf(pair.value, 0)]),
  )
}

/** Attributes of a record on their way into a row, as the text of a JSON object. */
export class AttributesText {
  /** Of `account.id`, as far as it was among them. */
  account: unknown = undefined
  #members: string

  /** @param first members that stand before its own */
  constructor(first: string) {
    this.#members = first
  }

  add(name: string, value: unknown): void {
    if (name === '') return
    const key = cut(cleanText(name), 200)
    if (key === accountAttribute) this.account = value
    const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`
    this.#members = this.#members === '' ? member : `${this.#members},${member}`
  }

  toString(): string {
    return `{${this.#members}}`
  }
}

export const accountAttribute = 'account.id'

/** OTLP's AnyValue as plain JSON. */
export function valueOf(value: unknown, depth: number): unknown {
  if (depth > limits.depth) throw new NotARecord('an attribute is nested too deeply')
  const any = objectOf(value)
  if ('stringValue' in any) return cut(cleanText(any.stringValue), limits.messageLength)
  if ('boolValue' in any) return any.boolValue === true
  if ('intValue' in any) return wholeNumber(any.intValue)
  if ('doubleValue' in any) return doubleNumber(any.doubleValue)
  if ('bytesValue' in any) return cut(cleanText(any.bytesValue), limits.textLength)
  if ('arrayValue' in any) {
    return listOf(objectOf(any.arrayValue).values)
      .slice(0, 256)
      .map((each) => valueOf(each, depth + 1))
  }
  if ('kvlistValue' in any) {
    const pairs = listOf(objectOf(any.kvlistValue).values).slice(0, limits.attributes).map(objectOf)
    return Object.fromEntries(
      pairs.map((p) => [cut(cleanText(p.key), 200), valueOf(p.value, depth + 1)]),
    )
  }
  return null
}

/** What is no finite number is nothing. */
export function doubleNumber(value: unknown): number | string | null {
  if (typeof value === 'number' && (Number.isSafeInteger(value) || value % 1 !== 0))
    return Number.isFinite(value) ? value : null
  return Number.isFinite(Number(value)) ? exactNumber(String(value)) : null
}

/** A number where that is exact, else the digits. */
export function wholeNumber(value: unknown): number | string | null {
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  return /^-?\d{1,20}$/.test(String(value)) ? String(value) : null
}

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
export function cleanText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : ''
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {}
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
